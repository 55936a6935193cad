package homework.exercise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A class of tests that students have: each {@link Check} in it has points. */
@Tag("visible")
@ExtendWith(AnswerParameter.class)
@TestMethodOrder(CheckOrder.class)
@DisplayNameGeneration(CheckName.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Visible {
}
