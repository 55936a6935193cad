package homework.grade;

import homework.exercise.Binding;
import homework.exercise.CheckResult;
import homework.exercise.Checker;
import homework.exercise.Problem;
import homework.exercise.Score;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The grading of one submission. First all visible tests of all exercises are run, then those with the hidden ones: what the student's
 * code says about a visible test it says before it has seen any hidden input.
 */
final class Grading {
    /** A submission as a whole has this many times what an exercise has. */
    private static final int WHOLE = 6;
    private static final Problem UNSTEADY = Problem.of("unsteady", "gave another answer when it was called with the same arguments again").likely(
            "the method keeps something between its calls in a variable outside, or draws random numbers without a seed");
    private final Assignment assignment;
    private final Cell.Submission submission;
    private final Budget whole;
    private final Student student;
    private final Map<String, Graded> graded = new LinkedHashMap<>();

    /** An exercise and how far it has come. */
    static final class Graded {
        private final Assignment.Task task;
        private final Budget budget;
        private final Map<String, Lost> lost = new LinkedHashMap<>();
        private String printed = "";
        private String compiler = "";
        private RemoteBinding binding;
        private boolean over;

        Graded(Assignment.Task task, Budget budget) {
            this.task = task;
            this.budget = budget;
        }

        Assignment.Task task() {
            return task;
        }

        /** Why a test has no points; nothing if it has them. */
        Optional<Lost> lost(String test) {
            return Optional.ofNullable(lost.get(test));
        }

        String printed() {
            return printed;
        }

        String compiler() {
            return compiler;
        }

        /** All tests that are not lost yet. */
        void loseAll(Problem problem) {
            task.tests().forEach(test -> lost.putIfAbsent(test.getName(), new Lost(problem, "")));
        }
    }

    /**
     * Why a test has no points.
     *
     * @param hidden what the hidden test says that cost them; nothing if it was the visible one
     */
    record Lost(Problem problem, String hidden) {
    }

    Grading(Pool pool, Assignment assignment, Cell.Submission submission, Duration limit) {
        this.assignment = assignment;
        this.submission = submission;
        this.whole = new Budget(limit.multipliedBy(WHOLE), null);
        this.student = new Student(pool, assignment, submission, limit, whole);
        // Every test has no points before anything runs.
        assignment.exercises().forEach((id, task) -> {
            Graded exercise = new Graded(task, new Budget(limit, whole));
            exercise.loseAll(Problem.notTried("the grading did not come so far"));
            graded.put(id, exercise);
        });
    }

    Map<String, Graded> graded() {
        return graded;
    }

    List<String> remarks() {
        return student.remarks();
    }

    void run() throws IOException, InterruptedException {
        try (student) {
            for (Map.Entry<String, Graded> entry : graded.entrySet()) {
                visible(entry.getKey(), entry.getValue());
            }
            for (Graded exercise : graded.values()) {
                hidden(exercise);
            }
        }
    }

    private void visible(String id, Graded exercise) throws IOException, InterruptedException {
        if (submission.cells().stream().noneMatch(cell -> cell.id().equals(id))) {
            exercise.over = true;
            exercise.lost.clear();
            exercise.loseAll(Problem.of("not written", "not written yet"));
            return;
        }
        RemoteBinding binding = bind(id, exercise);
        if (binding == null) {
            return;
        }
        score(exercise, binding).results().forEach(result -> {
            exercise.lost.remove(result.test());
            result.problem().ifPresent(problem -> exercise.lost.put(result.test(), new Lost(problem, "")));
        });
        exercise.over = binding.isDead();
        if (!exercise.over) {
            exercise.printed = binding.printed();
        }
        if (binding.isWithoutMemory()) {
            student.renew();
        }
    }

    private Score score(Graded exercise, Binding binding, Class<?>... hidden) throws InterruptedException {
        return Checker.runThrough(binding, exercise.task.exercise(), submission.seed(), hidden);
    }

    private void hidden(Graded exercise) throws IOException, InterruptedException {
        List<Class<?>> tests = exercise.task.hidden();
        if (tests.isEmpty() || exercise.lost.size() == exercise.task.tests().size()) {
            return;
        }
        Binding binding = exercise.over ? arguments -> {
            throw Problem.notTried("an earlier call did not come back");
        } : bind("", exercise);
        if (binding == null) {
            return;
        }
        for (CheckResult result : score(exercise, binding, tests.toArray(Class<?>[]::new)).results()) {
            result.shown().ifPresent(problem -> exercise.lost.putIfAbsent(result.test(),
                    // A visible test that was passed a moment ago.
                    result.hidden().isPresent() ? new Lost(problem, result.hidden().get()) : new Lost(UNSTEADY, "")));
        }
        if (binding instanceof RemoteBinding remote && remote.isWithoutMemory()) {
            student.renew();
        }
    }

    /** The exercise's method in a runner; null if there is none, and then the reason stands with all tests. */
    private RemoteBinding bind(String id, Graded exercise) throws IOException, InterruptedException {
        try {
            RunnerProcess runner = student.runner();
            if (exercise.binding != null && exercise.binding.isIn(runner)) {
                return exercise.binding;
            }
            Assignment.Task task = exercise.task;
            RunnerProcess.Answer answer = runner.ask(Wire.Question.BIND, exercise.budget.use(runner)::left, body -> {
                Wire.text(body, task.holder(), Wire.LONGEST_TEXT);
                Wire.text(body, task.field(), Wire.LONGEST_TEXT);
                Wire.text(body, task.lambda(), Wire.LONGEST_SOURCE);
            });
            return bound(id, exercise, runner, answer);
        } catch (Student.Spent spent) {
            return unbound(exercise, whole.spent());
        } catch (RunnerProcess.Gone gone) {
            return unbound(exercise, Problem.of("ended", "the program ended before the method could be called"));
        }
    }

    private RemoteBinding bound(String id, Graded exercise, RunnerProcess runner, RunnerProcess.Answer answer) throws RunnerProcess.Gone {
        DataInputStream body = answer.body();
        try {
            if (answer.reply() == Wire.Reply.PROBLEM) {
                return unbound(exercise, Problem.of("unresolved", "the method could not be looked up"));
            }
            int number = body.readInt();
            String compiler = Wire.text(body, Wire.LONGEST_TEXT);
            String unresolved = Wire.text(body, Wire.LONGEST_TEXT);
            String cell = student.compiler(id);
            if (!id.isEmpty()) {
                exercise.compiler = cell + student.ofCell(id, unresolved);
            }
            if (number < 0) {
                return unbound(exercise, missing(exercise, !cell.isEmpty(), compiler));
            }
            exercise.binding = new RemoteBinding(runner, number, exercise.task.exercise(), exercise.budget);
            return exercise.binding;
        } catch (IOException garbage) {
            throw runner.gone(RunnerProcess.Lost.GARBAGE, garbage.getMessage());
        }
    }

    private static Problem missing(Graded exercise, boolean compilerComplains, String compiler) {
        if (compilerComplains) {
            return Problem.of("compiler", "the cell does not compile, so there is no " + exercise.task.signature() + " to test");
        }
        return Problem.of("missing", "there is no method " + exercise.task.signature() + " that can be called as the exercise asks for:\n"
                + compiler.lines().filter(line -> !line.startsWith("    ")).map(line -> line.replaceFirst("^line \\d+: ", "")).findFirst().orElse(""));
    }

    private static RemoteBinding unbound(Graded exercise, Problem why) {
        exercise.over = true;
        exercise.lost.clear();
        exercise.loseAll(why);
        return null;
    }
}
