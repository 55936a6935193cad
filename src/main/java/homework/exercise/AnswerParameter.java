package homework.exercise;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands a test the student's method, and the {@link Calls} it makes. */
final class AnswerParameter implements ParameterResolver, BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        trial().begin();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return trial().provides(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return trial().provide(parameter.getParameter().getType());
    }

    private static Trial trial() {
        Trial trial = Trial.CURRENT.get();
        if (trial == null) {
            throw new IllegalStateException("the tests of an exercise need an answer to test: run them with Checker.run(exercise, answer)");
        }
        return trial;
    }
}
