package homework.exercise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/**
 * A JUnit test of an exercise. The test takes the student's method as a parameter, in the type of the exercise's interface, and
 * may also take the {@link Calls} it made, and a hidden one a {@link Draw}, which its inputs come from.
 */
@Test
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Check {

    /** Its place among the tests of the class. */
    int order();

    /** What is tested, in the words of the line a student reads. */
    String says();

    /** What passing it earns; only visible tests earn points. */
    int points() default 0;

    /** For a hidden test: the visible test (its method's name) whose points are lost when this one fails. */
    String guards() default "";
}
