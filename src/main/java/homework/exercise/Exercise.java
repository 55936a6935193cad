package homework.exercise;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/**
 * One method that a student writes.
 *
 * @param name as it is called in the notebook's text
 * @param answer the functional interface of the method
 * @param checks the class of its visible tests, see {@link Visible}
 * @param <A> the functional interface
 */
public record Exercise<A>(String name, Class<A> answer, Class<?> checks) {

    public Exercise {
        if (methodsOf(answer).size() != 1) {
            throw new IllegalArgumentException(answer.getSimpleName() + " must be an interface with one method, but has " + methodsOf(answer).size());
        }
        if (!checks.isAnnotationPresent(Visible.class)) {
            throw new IllegalArgumentException(checks.getSimpleName() + " holds the tests of " + name + " and must be marked @Visible");
        }
        Tests.of(checks).stream().filter(test -> test.getAnnotation(Check.class).points() < 1).findFirst().ifPresent(test -> {
            throw new IllegalArgumentException(checks.getSimpleName() + "." + test.getName() + " is visible and must be worth a point or more");
        });
    }

    /** The points of all visible tests together. */
    public int points() {
        return Tests.of(checks).stream().mapToInt(test -> test.getAnnotation(Check.class).points()).sum();
    }

    /** The method of the interface. */
    public Method method() {
        return methodsOf(answer).get(0);
    }

    private static List<Method> methodsOf(Class<?> answer) {
        return Arrays.stream(answer.getMethods()).filter(method -> Modifier.isAbstract(method.getModifiers())).toList();
    }

    @Override
    public String toString() {
        return name + " (" + points() + (points() == 1 ? " point)" : " points)");
    }
}
