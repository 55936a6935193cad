package homework.exercise.backprop;

import homework.exercise.Problem;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Tells what NaN and infinity come from where an exponential is too large for a double. */
final class ActivationsOverflow {
    private ActivationsOverflow() {
    }

    /** The same array, if all of it are numbers. */
    static INDArray finite(INDArray result) {
        for (double entry : result.ravel().toDoubleVector()) {
            if (!Double.isFinite(entry)) {
                throw Problem.of("overflow", "returned " + entry + " where a finite number is due")
                        .likely("e^x is infinite in a double from x = 710 on, and ∞/∞ is NaN; use a form in which the exponential stands in "
                                + "the denominator alone");
            }
        }
        return result;
    }
}
