package homework.exercise;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests of an exercise on an answer. */
public final class Checker {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Checker() {
    }

    /**
     * Runs them on a method of this JVM, which is what a notebook has. Whatever the method does, it costs points and nothing else;
     * only {@link System#exit} and a crash in native code end the kernel, as they do in any cell.
     *
     * @throws InterruptedException if the stop button was pressed
     */
    public static <A> Score run(Exercise<A> exercise, A answer) throws InterruptedException {
        return run(exercise, answer, 0);
    }

    /**
     * Runs hidden tests, too.
     *
     * @param seed what the hidden tests draw their inputs from
     * @param hidden classes of {@link Hidden} tests that guard the visible ones, see {@link #hidden}
     */
    public static <A> Score run(Exercise<A> exercise, A answer, long seed, Class<?>... hidden) throws InterruptedException {
        return run(exercise, answer, LIMIT, seed, hidden);
    }

    static <A> Score run(Exercise<A> exercise, A answer, Duration limit, long seed, Class<?>... hidden) throws InterruptedException {
        try (LocalBinding binding = new LocalBinding(answer, exercise.method(), limit)) {
            Trial trial = new Trial(exercise, binding, seed);
            Score score = tested(exercise, trial, hidden);
            // What the call for steadiness prints would puzzle whoever counts the lines.
            String printed = binding.printed();
            return new Score(score.exercise(), steady(score, trial).results(), printed);
        }
    }

    /** Runs the visible tests on a method that is reached in some other way. */
    public static Score runThrough(Binding binding, Exercise<?> exercise) throws InterruptedException {
        return runThrough(binding, exercise, 0);
    }

    /**
     * Runs visible and hidden tests on a method that is reached in some other way.
     *
     * @param seed what the hidden tests draw their inputs from
     * @param hidden classes of {@link Hidden} tests that guard the visible ones, see {@link #hidden}
     */
    public static Score runThrough(Binding binding, Exercise<?> exercise, long seed, Class<?>... hidden) throws InterruptedException {
        Trial trial = new Trial(exercise, binding, seed);
        return steady(tested(exercise, trial, hidden), trial);
    }

    /**
     * The class of hidden tests of an exercise: that of its visible ones with Hidden in the place of Checks, in the same package.
     *
     * @return none for questions, whose letters have no other inputs
     * @throws IllegalStateException if there is none on the class path, as on a student's computer
     */
    public static List<Class<?>> hidden(Exercise<?> exercise) {
        if (exercise.answer() == Answers.class) {
            return List.of();
        }
        String name = exercise.checks().getName().replaceFirst("Checks$", "Hidden");
        try {
            Class<?> tests = Class.forName(name, true, exercise.checks().getClassLoader());
            if (!tests.isAnnotationPresent(Hidden.class)) {
                throw new IllegalStateException(name + " must be marked @Hidden: it is to hold the hidden tests of " + exercise.name());
            }
            return List.of(tests);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the hidden tests of " + exercise.name() + " are not on the class path: expected the class " + name
                    + "; compile src/test and put target/test-classes on the class path", e);
        }
    }

    private static Score tested(Exercise<?> exercise, Trial trial, Class<?>... hidden) throws InterruptedException {
        List<Method> visible = Tests.of(exercise.checks());
        // Visible tests first: of two problems the one that a student can repeat is told.
        Map<String, Problem> problems = problems(exercise.checks(), trial);
        Map<String, String> hiddenSays = new HashMap<>();
        if (hidden.length > 0) {
            trial.hiddenTestsBegin();
        }
        for (Class<?> tests : hidden) {
            Map<String, Problem> more = problems(tests, trial);
            for (Method test : Tests.of(tests)) {
                String guarded = guarded(test, visible);
                if (more.containsKey(test.getName()) && !problems.containsKey(guarded)) {
                    problems.put(guarded, more.get(test.getName()));
                    hiddenSays.put(guarded, test.getAnnotation(Check.class).says());
                }
            }
        }
        if (trial.isInterrupted() || Thread.interrupted()) {
            throw new InterruptedException("the stop button was pressed");
        }
        List<CheckResult> results = visible.stream()
                .map(test -> result(test, Optional.ofNullable(problems.get(test.getName())), Optional.ofNullable(hiddenSays.get(test.getName()))))
                .toList();
        return new Score(exercise.name(), results, "");
    }

    /** The same score, but nothing for a method that passes every test and then has another answer to the first question. */
    private static Score steady(Score score, Trial trial) throws InterruptedException {
        if (!score.results().stream().allMatch(CheckResult::passed)) {
            return score;
        }
        Optional<Problem> unsteady = trial.unsteady();
        return unsteady.isEmpty() ? score : new Score(score.exercise(), score.results().stream()
                .map(result -> new CheckResult(result.test(), result.says(), 0, result.of(), unsteady)).toList(), score.printed());
    }

    /** The visible test whose points are lost when this hidden one fails. */
    private static String guarded(Method hidden, List<Method> visible) {
        String name = hidden.getAnnotation(Check.class).guards();
        if (visible.stream().noneMatch(test -> test.getName().equals(name))) {
            throw new IllegalStateException(hidden.getDeclaringClass().getSimpleName() + "." + hidden.getName() + " guards '" + name
                    + "', which is none of the visible tests " + visible.stream().map(Method::getName).toList());
        }
        return name;
    }

    private static CheckResult result(Method test, Optional<Problem> problem, Optional<String> hidden) {
        Check check = test.getAnnotation(Check.class);
        return new CheckResult(test.getName(), check.says(), problem.isPresent() ? 0 : check.points(), check.points(), problem, hidden);
    }

    /** Runs the tests of a class. */
    private static Map<String, Problem> problems(Class<?> tests, Trial trial) {
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder().enableTestEngineAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false).enableLauncherSessionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false).enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine()).build());
        Verdicts verdicts = new Verdicts();
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        // JUnit looks for its parts through this loader, and a kernel's does not always see them.
        thread.setContextClassLoader(Checker.class.getClassLoader());
        Trial.CURRENT.set(trial);
        try {
            launcher.execute(LauncherDiscoveryRequestBuilder.request().selectors(DiscoverySelectors.selectClass(tests))
                    // What a system property or a junit-platform.properties says is meant for other tests: in parallel, no thread has the trial.
                    .enableImplicitConfigurationParameters(false).build(), verdicts);
        } finally {
            Trial.CURRENT.remove();
            thread.setContextClassLoader(loader);
        }
        return verdicts.problems(tests);
    }
}
