package homework.exercise;

import java.lang.reflect.Method;
import java.time.Duration;
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
     * @param hidden classes of {@link Hidden} tests that guard the visible ones
     * @throws InterruptedException if the stop button was pressed
     */
    public static <A> Score run(Exercise<A> exercise, A answer, Class<?>... hidden) throws InterruptedException {
        return run(exercise, answer, LIMIT, hidden);
    }

    static <A> Score run(Exercise<A> exercise, A answer, Duration limit, Class<?>... hidden) throws InterruptedException {
        try (LocalBinding binding = new LocalBinding(answer, exercise.method(), limit)) {
            Trial trial = new Trial(exercise, binding);
            Score score = tested(exercise, trial, hidden);
            // What the call for steadiness prints would puzzle whoever counts the lines.
            String printed = binding.printed();
            return new Score(score.exercise(), steady(score, trial).results(), printed);
        }
    }

    /** Runs them on a method that is reached in some other way. */
    public static Score runThrough(Binding binding, Exercise<?> exercise, Class<?>... hidden) throws InterruptedException {
        Trial trial = new Trial(exercise, binding);
        return steady(tested(exercise, trial, hidden), trial);
    }

    private static Score tested(Exercise<?> exercise, Trial trial, Class<?>... hidden) throws InterruptedException {
        List<Method> visible = Tests.of(exercise.checks());
        // Visible tests first: of two problems the one that a student can repeat is told.
        Map<String, Problem> problems = problems(exercise.checks(), trial);
        for (Class<?> tests : hidden) {
            Map<String, Problem> more = problems(tests, trial);
            for (Method test : Tests.of(tests)) {
                String guarded = guarded(test, visible);
                if (more.containsKey(test.getName())) {
                    problems.putIfAbsent(guarded, more.get(test.getName()));
                }
            }
        }
        if (trial.isInterrupted() || Thread.interrupted()) {
            throw new InterruptedException("the stop button was pressed");
        }
        List<CheckResult> results = visible.stream()
                .map(test -> result(test.getName(), test.getAnnotation(Check.class), Optional.ofNullable(problems.get(test.getName())))).toList();
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

    private static CheckResult result(String test, Check check, Optional<Problem> problem) {
        return new CheckResult(test, check.says(), problem.isPresent() ? 0 : check.points(), check.points(), problem);
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
