package homework.exercise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests that students do not have. Each {@link Check} in it guards a visible one with other inputs, so that an answer
 * which only knows the visible inputs earns nothing. They come from a {@link Draw}: another seed, other inputs.
 */
@Tag("hidden")
@ExtendWith(AnswerParameter.class)
@TestMethodOrder(CheckOrder.class)
@DisplayNameGeneration(CheckName.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Hidden {
}
