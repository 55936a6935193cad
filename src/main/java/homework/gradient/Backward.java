package homework.gradient;

/**
 * The backward rule of a function.
 *
 * @param <T> what it takes and gives: {@code double[]} or an ND4J {@code INDArray}
 */
@FunctionalInterface
public interface Backward<T> {

    /** dL/dx, in the shape of x, when {@code upstream} is dL/dy, in the shape of y = f(x). */
    Object at(T x, T upstream) throws Exception;
}
