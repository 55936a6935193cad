package homework.gradient;

/**
 * A function under check.
 *
 * @param <T> what it takes: {@code double[]} or an ND4J {@code INDArray}
 */
@FunctionalInterface
public interface Formula<T> {

    /** Its value: a number, a {@code double[]}, a {@code double[][]} or an {@code INDArray}. It must leave the argument as it is. */
    Object at(T x) throws Exception;
}
