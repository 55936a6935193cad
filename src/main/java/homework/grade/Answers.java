package homework.grade;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import homework.exercise.Check;
import homework.exercise.Problem;
import java.lang.reflect.Method;
import java.util.Optional;

/** What the judge answers, as JSON. */
final class Answers {
    private static final double NANOS = 1e9;
    private static final double HUNDREDTHS = 100.0;

    private Answers() {
    }

    static JsonObject ready(int jobs, String sandbox) {
        JsonObject answer = new JsonObject();
        answer.addProperty("ready", true);
        answer.addProperty("jobs", jobs);
        answer.addProperty("sandbox", sandbox);
        return answer;
    }

    static JsonObject assignment(Assignment assignment) {
        JsonArray exercises = new JsonArray();
        assignment.exercises().forEach((id, task) -> {
            JsonArray tests = new JsonArray();
            for (Method method : task.tests()) {
                Check check = method.getAnnotation(Check.class);
                JsonArray hidden = new JsonArray();
                task.guards(method.getName()).forEach(hidden::add);
                JsonObject test = new JsonObject();
                test.addProperty("test", method.getName());
                test.addProperty("says", check.says());
                test.addProperty("points", check.points());
                test.add("hidden", hidden);
                tests.add(test);
            }
            JsonObject exercise = new JsonObject();
            exercise.addProperty("id", id);
            exercise.addProperty("name", task.exercise().name());
            exercise.addProperty("points", task.exercise().points());
            exercise.add("tests", tests);
            exercises.add(exercise);
        });
        JsonObject answer = new JsonObject();
        answer.addProperty("assignment", assignment.name());
        answer.add("exercises", exercises);
        return answer;
    }

    static JsonObject grade(Cell.Submission submission, Grading grading, long nanos) {
        JsonArray exercises = new JsonArray();
        grading.graded().forEach((id, graded) -> exercises.add(exercise(id, graded)));
        JsonArray remarks = new JsonArray();
        grading.remarks().forEach(remarks::add);
        JsonObject answer = new JsonObject();
        answer.addProperty("key", submission.key());
        answer.addProperty("seconds", Math.round(nanos / NANOS * HUNDREDTHS) / HUNDREDTHS);
        answer.add("remarks", remarks);
        answer.add("exercises", exercises);
        return answer;
    }

    private static JsonObject exercise(String id, Grading.Graded graded) {
        JsonArray tests = new JsonArray();
        int points = 0;
        for (Method method : graded.task().tests()) {
            int of = method.getAnnotation(Check.class).points();
            Optional<Grading.Lost> lost = graded.lost(method.getName());
            points += lost.isPresent() ? 0 : of;
            JsonObject test = new JsonObject();
            test.addProperty("test", method.getName());
            test.addProperty("points", lost.isPresent() ? 0 : of);
            test.addProperty("of", of);
            test.addProperty("passed", lost.isEmpty());
            lost.ifPresent(why -> problem(test, why));
            tests.add(test);
        }
        JsonObject exercise = new JsonObject();
        exercise.addProperty("id", id);
        exercise.addProperty("points", points);
        exercise.addProperty("of", graded.task().exercise().points());
        exercise.add("tests", tests);
        if (!graded.compiler().isEmpty()) {
            exercise.addProperty("compiler", graded.compiler());
        }
        if (!graded.printed().isEmpty()) {
            exercise.addProperty("printed", graded.printed());
        }
        return exercise;
    }

    private static void problem(JsonObject test, Grading.Lost lost) {
        test.addProperty("key", lost.problem().key());
        JsonArray parts = new JsonArray();
        if (!lost.hidden().isEmpty()) {
            test.addProperty("hidden", lost.hidden());
        }
        lost.problem().parts().forEach(part -> parts.add(part(part)));
        test.add("parts", parts);
    }

    private static JsonObject part(Problem.Part part) {
        JsonObject object = new JsonObject();
        object.addProperty("label", part.label());
        object.addProperty("text", part.text());
        return object;
    }
}
