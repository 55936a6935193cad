package homework.exercise;

import java.util.Comparator;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Tests in the order that {@link Check#order} gives them. */
final class CheckOrder implements MethodOrderer {
    @Override
    public void orderMethods(MethodOrdererContext context) {
        context.getMethodDescriptors().sort(Comparator.comparingInt(test -> test.findAnnotation(Check.class).map(Check::order).orElse(0)));
    }
}
