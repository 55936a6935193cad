package homework.exercise;

import homework.gradient.Values;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Copies of what goes to a student's method and comes back from it: {@code INDArray}, {@code double[]}, {@code int[]} and arrays of
 * those. Anything else (a number, a text, a graph) must be immutable and is its own copy.
 */
final class Copies {
    private Copies() {
    }

    static Object of(Object value) {
        if (value instanceof INDArray array) {
            return array.dup();
        }
        if (value instanceof double[] array) {
            return array.clone();
        }
        if (value instanceof int[] array) {
            return array.clone();
        }
        if (value instanceof Object[] rows) {
            Object[] copy = rows.clone();
            Arrays.setAll(copy, i -> of(rows[i]));
            return copy;
        }
        return value;
    }

    static boolean same(Object one, Object other) {
        if (one instanceof INDArray array && other instanceof INDArray same) {
            return Arrays.equals(array.shape(), same.shape()) && Arrays.equals(Values.of(array).toArray(), Values.of(same).toArray());
        }
        return Arrays.deepEquals(new Object[] {one}, new Object[] {other});
    }

    /** Changes every number of an array, so that whoever shares them shows it. */
    static void disturb(Object value) {
        if (value instanceof INDArray array) {
            array.assign(Nd4j.scalar(array.dataType(), 12345));
        } else if (value instanceof double[] array) {
            Arrays.fill(array, 12345);
        } else if (value instanceof int[] array) {
            Arrays.fill(array, 12345);
        } else if (value instanceof Object[] rows) {
            Arrays.stream(rows).forEach(Copies::disturb);
        }
    }
}
