package homework.exercise;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Tests are called by what they say. */
final class CheckName extends DisplayNameGenerator.Standard {
    @Override
    public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> type, Method method) {
        Check check = method.getAnnotation(Check.class);
        return check == null ? super.generateDisplayNameForMethod(enclosing, type, method) : check.says();
    }
}
