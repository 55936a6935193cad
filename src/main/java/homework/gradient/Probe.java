package homework.gradient;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A point that can be moved one entry at a time, in the form that the function takes. It works on a copy in double, whatever the
 * type of the original.
 */
abstract class Probe<T> {
    /** The point as it is now, to be handed to the function. */
    abstract T point();

    abstract void set(int i, double value);

    /** A copy of the numbers as they are now. */
    final Values values() {
        return Values.of(point());
    }

    /** A point of the same kind as {@code like} that holds the given values. */
    @SuppressWarnings("unchecked")
    static <T> Probe<T> of(T like, Values values) {
        if (like instanceof double[]) {
            if (values.rank() > 1) {
                throw new IllegalArgumentException("a double[] cannot hold values of shape " + values.shapeText());
            }
            return (Probe<T>) new Plain(values.toArray());
        }
        if (like instanceof INDArray) {
            return (Probe<T>) new Array(values);
        }
        throw new IllegalArgumentException("expected the point as double[] or INDArray, but got "
                + (like == null ? "nothing (null)" : like.getClass().getSimpleName()));
    }

    static <T> Probe<T> at(T point) {
        Values values = Values.of(point);
        if (values.size() == 0) {
            throw new IllegalArgumentException("the point is empty; give it at least one number");
        }
        for (int i = 0; i < values.size(); i++) {
            if (!Double.isFinite(values.get(i))) {
                throw new IllegalArgumentException("the point holds " + values.get(i) + " at " + values.place(i) + "; give it finite numbers");
            }
        }
        return of(point, values);
    }

    private static final class Plain extends Probe<double[]> {
        private final double[] x;

        Plain(double[] x) {
            this.x = x;
        }

        @Override
        double[] point() {
            return x;
        }

        @Override
        void set(int i, double value) {
            x[i] = value;
        }
    }

    private static final class Array extends Probe<INDArray> {
        private final INDArray x;

        Array(Values values) {
            long[] shape = new long[values.rank()];
            for (int axis = 0; axis < shape.length; axis++) {
                shape[axis] = values.length(axis);
            }
            this.x = shape.length == 0 ? Nd4j.scalar(DataType.DOUBLE, values.get(0)) : Nd4j.createFromArray(values.toArray()).reshape('c', shape);
        }

        @Override
        INDArray point() {
            return x;
        }

        @Override
        void set(int i, double value) {
            x.data().put(i, value);
        }
    }
}
