package homework.grade;

import homework.exercise.Check;
import homework.exercise.Checker;
import homework.exercise.Exercise;
import homework.exercise.Tests;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One notebook of the instructor's.
 *
 * @param given declarations that the notebook hands to students
 * @param exercises by the ids of their cells
 */
record Assignment(String name, List<Piece> given, Map<String, Task> exercises) {
    private static final Pattern CHECK = Pattern.compile("\\s*check\\s*\\(\\s*(\\w+)\\s*\\.\\s*(\\w+)\\s*,(.*)\\)\\s*;\\s*", Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("(?m)^\\s*import\\s+(homework\\.exercise\\.[\\w.]+?)\\.(\\*|\\w+)\\s*;");

    /**
     * An exercise of it.
     *
     * @param holder the class whose static field holds the exercise
     * @param lambda what binds it to the student's method
     * @param hidden the class of its hidden tests, if it has one
     */
    record Task(Exercise<?> exercise, String holder, String field, String lambda, List<Class<?>> hidden) {

        List<Method> tests() {
            return Tests.of(exercise.checks());
        }

        /** What the hidden tests say that guard a visible one. */
        List<String> guards(String test) {
            return hidden.stream().flatMap(tests -> Tests.of(tests).stream()).map(method -> method.getAnnotation(Check.class))
                    .filter(check -> check.guards().equals(test)).map(Check::says).toList();
        }

        /** The method as an exercise asks for it. */
        String signature() {
            Method method = exercise.method();
            List<String> parameters = new ArrayList<>();
            for (var parameter : method.getParameters()) {
                parameters.add(parameter.getType().getSimpleName() + " " + parameter.getName());
            }
            return method.getReturnType().getSimpleName() + " " + exercise.name() + "(" + String.join(", ", parameters) + ")";
        }
    }

    /** An exercise's cell and the cell that checks it. */
    record Checked(String id, String check) {
    }

    /**
     * @throws IllegalArgumentException if a check cell is not one
     * @throws IllegalStateException if there are no hidden tests of an exercise: what only knows the visible inputs would earn everything
     */
    static Assignment of(String name, List<String> cells, List<Piece> given, List<Checked> checks) {
        Map<String, Task> exercises = new LinkedHashMap<>();
        for (Checked checked : checks) {
            exercises.put(checked.id, task(checked, cells));
        }
        return new Assignment(name, List.copyOf(given), exercises);
    }

    /** The name that a declaration of a method or a type may declare: a word before its first bracket. */
    static List<String> declared(Piece piece) {
        String head = piece.source().split("[({]", 2)[0];
        return List.of(head.strip().split("\\W+"));
    }

    private static Task task(Checked checked, List<String> cells) {
        Matcher check = CHECK.matcher(checked.check);
        if (!check.matches()) {
            throw new IllegalArgumentException("expected check(Exercises.NAME, lambda); after the cell " + checked.id + ", got: " + checked.check.strip());
        }
        for (String cell : cells) {
            for (Matcher line = IMPORT.matcher(cell); line.find();) {
                String type = line.group(2).equals("*") || line.group(2).equals(check.group(1)) ? line.group(1) + "." + check.group(1) : "";
                if (exercise(type, check.group(2)) instanceof Exercise<?> exercise) {
                    return new Task(exercise, type, check.group(2), check.group(3).strip(), Checker.hidden(exercise));
                }
            }
        }
        throw new IllegalArgumentException("the check after the cell " + checked.id + " names " + check.group(1) + "." + check.group(2)
                + ", which no import of the notebook brings");
    }

    private static Object exercise(String type, String field) {
        try {
            return Class.forName(type).getField(field).get(null);
        } catch (ReflectiveOperationException | LinkageError notThere) {
            return null;
        }
    }
}
