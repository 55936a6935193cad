package homework.exercise;

import java.util.List;

/** How the method of an exercise is reached: in this JVM ({@link LocalBinding}) or, for a judge, in another process. */
@FunctionalInterface
public interface Binding {

    /**
     * Calls the method with copies of the arguments.
     *
     * @throws Problem if the method gives no value: it is not written, throws, or does not end
     * @throws InterruptedException if the stop button was pressed
     */
    Call call(Object... arguments) throws InterruptedException;

    /** The visible tests are through; what is called from now on has inputs that nobody may print. */
    default void hiddenTestsBegin() {
    }

    /**
     * What came of one call.
     *
     * @param value a copy of what the method returned, which nobody else holds; null if it returned null
     * @param changed which arguments (counted from 0) were not as before when the method returned
     * @param shared which arguments share their numbers with what was returned, so that a change of one changes the other
     */
    record Call(Object value, List<Integer> changed, List<Integer> shared) {
    }
}
