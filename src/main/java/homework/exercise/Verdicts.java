package homework.exercise;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Which tests of a class failed, and why. A test that is itself broken is an error: it must pass neither for a wrong answer nor for a right one. */
final class Verdicts implements TestExecutionListener {
    private final Set<String> ended = new HashSet<>();
    private final Map<String, Problem> problems = new HashMap<>();
    private IllegalStateException broken;

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Optional<String> method = test.getSource().filter(MethodSource.class::isInstance).map(source -> ((MethodSource) source).getMethodName());
        method.ifPresent(ended::add);
        result.getThrowable().ifPresent(thrown -> {
            if (thrown instanceof Problem problem && method.isPresent()) {
                problems.put(method.get(), problem);
            } else if (broken == null) {
                broken = new IllegalStateException("the test '" + test.getDisplayName() + "' is itself broken: " + thrown, thrown);
            }
        });
    }

    /** The problems by the names of their tests, when all tests of the class have been run. */
    Map<String, Problem> problems(Class<?> tests) {
        if (broken != null) {
            throw broken;
        }
        Tests.of(tests).stream().filter(test -> !ended.contains(test.getName())).findFirst().ifPresent(test -> {
            throw new IllegalStateException("JUnit did not run " + tests.getSimpleName() + "." + test.getName()
                    + "; a test must be void, and neither private nor static nor disabled");
        });
        return problems;
    }
}
