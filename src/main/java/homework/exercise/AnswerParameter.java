package homework.exercise;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands a test the student's method, the {@link Calls} it makes, and a {@link Draw} of inputs. */
final class AnswerParameter implements ParameterResolver, BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        trial().begin(context.getRequiredTestClass().getName() + "." + context.getRequiredTestMethod().getName());
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
