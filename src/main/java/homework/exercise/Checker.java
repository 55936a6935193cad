package homework.exercise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests of an exercise on an answer. */
public final class Checker {

    private Checker() {
    }

    /**
     * Runs them on a method of this JVM, which is what a notebook has. Whatever the method does, it costs points and nothing else.
     *
     * @param hidden classes of {@link Hidden} tests that guard the visible ones
     * @throws InterruptedException if the stop button was pressed
     */
    public static <A> Score run(Exercise<A> exercise, A answer, Class<?>... hidden) throws InterruptedException {
        try (LocalBinding binding = new LocalBinding(answer, exercise.method())) {
            Score score = run(exercise, (Binding) binding, hidden);
            return new Score(score.exercise(), score.results(), binding.printed());
        }
    }

    /** Runs them on a method that is reached in some other way. */
    public static Score run(Exercise<?> exercise, Binding binding, Class<?>... hidden) throws InterruptedException {
        Trial trial = new Trial(exercise, binding);
        // Visible tests first: of two problems the one that a student can repeat is told.
        Map<String, Problem> problems = problems(exercise.checks(), trial);
        for (Class<?> tests : hidden) {
            problems(tests, trial).forEach(problems::putIfAbsent);
        }
        if (trial.isInterrupted()) {
            throw new InterruptedException("the stop button was pressed");
        }
        List<CheckResult> results = Tests.of(exercise.checks()).stream()
                .map(test -> result(test.getName(), test.getAnnotation(Check.class), Optional.ofNullable(problems.get(test.getName())))).toList();
        return new Score(exercise.name(), results, "");
    }

    private static CheckResult result(String test, Check check, Optional<Problem> problem) {
        return new CheckResult(test, check.says(), problem.isPresent() ? 0 : check.points(), check.points(), problem);
    }

    /** The tests of a class that failed, by the name of the visible test that loses its points for it. */
    private static Map<String, Problem> problems(Class<?> tests, Trial trial) {
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder().enableTestEngineAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false).enableLauncherSessionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false).enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine()).build());
        Map<String, Problem> failed = new HashMap<>();
        List<IllegalStateException> broken = new ArrayList<>();
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        // JUnit looks for its parts through this loader, and a kernel's does not always see them.
        thread.setContextClassLoader(Checker.class.getClassLoader());
        Trial.CURRENT.set(trial);
        try {
            launcher.execute(LauncherDiscoveryRequestBuilder.request().selectors(DiscoverySelectors.selectClass(tests)).build(), listener(failed, broken));
        } finally {
            Trial.CURRENT.remove();
            thread.setContextClassLoader(loader);
        }
        for (IllegalStateException first : broken) {
            throw first;
        }
        return failed;
    }

    private static TestExecutionListener listener(Map<String, Problem> failed, List<IllegalStateException> broken) {
        return new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result.getThrowable().ifPresent(thrown -> {
                    if (thrown instanceof Problem problem && test.getSource().orElse(null) instanceof MethodSource source) {
                        String guards = source.getJavaMethod().getAnnotation(Check.class).guards();
                        failed.putIfAbsent(guards.isEmpty() ? source.getMethodName() : guards, problem);
                    } else {
                        // Not the student's doing: a test that is itself broken must not pass for a wrong answer.
                        broken.add(new IllegalStateException("the test '" + test.getDisplayName() + "' is itself broken: " + thrown, thrown));
                    }
                });
            }
        };
    }
}
