package homework.exercise;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The tests in a class, its superclasses' among them. */
public final class Tests {
    private Tests() {
    }

    /** Its methods that are a {@link Check}, in their order. */
    public static List<Method> of(Class<?> tests) {
        return Stream.<Class<?>>iterate(tests, type -> type != null, Class::getSuperclass).flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                // A bridge is the compiler's copy of a method, annotations and all.
                .filter(method -> method.isAnnotationPresent(Check.class) && !method.isBridge())
                .sorted(Comparator.comparingInt(method -> method.getAnnotation(Check.class).order())).toList();
    }
}
