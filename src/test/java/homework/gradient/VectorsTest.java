package homework.gradient;

import static homework.gradient.Vectors.delta;
import static homework.gradient.Vectors.diagonal;
import static homework.gradient.Vectors.divide;
import static homework.gradient.Vectors.dot;
import static homework.gradient.Vectors.each;
import static homework.gradient.Vectors.exp;
import static homework.gradient.Vectors.log;
import static homework.gradient.Vectors.matrix;
import static homework.gradient.Vectors.max;
import static homework.gradient.Vectors.mean;
import static homework.gradient.Vectors.min;
import static homework.gradient.Vectors.minus;
import static homework.gradient.Vectors.negative;
import static homework.gradient.Vectors.outer;
import static homework.gradient.Vectors.plus;
import static homework.gradient.Vectors.sqrt;
import static homework.gradient.Vectors.square;
import static homework.gradient.Vectors.sum;
import static homework.gradient.Vectors.tanh;
import static homework.gradient.Vectors.times;
import static homework.gradient.Vectors.transpose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class VectorsTest {
    private static final double[] A = {1, 4, 9};
    private static final double[] B = {2, -1, 3};
    private static final double[][] M = {{1, 2, 3}, {4, 5, 6}};

    private static double[] of(double... values) {
        return values;
    }

    @Test
    void functionsOfEachEntryAgreeWithThoseOfNumbers() {
        assertArrayEquals(of(exp(2), exp(-1), exp(3)), exp(B));
        assertArrayEquals(of(log(1), log(4), log(9)), log(A));
        assertArrayEquals(of(tanh(2), tanh(-1), tanh(3)), tanh(B));
        assertArrayEquals(of(4, 1, 9), square(B));
        assertEquals(9, square(-3));
        assertArrayEquals(of(1, 2, 3), sqrt(A));
        assertEquals(5, sqrt(25));
        assertArrayEquals(of(-2, 1, -3), negative(B));
        assertEquals(2, negative(-2));
        assertEquals(1, log(exp(1)), 1e-15);
        assertEquals(0.5, tanh(0.5493061443340549), 1e-12);
        assertArrayEquals(of(3, 0, 4), each(B, v -> v + 1));
    }

    @Test
    void arithmeticTakesNumbersOnEitherSide() {
        assertArrayEquals(of(3, 3, 12), plus(A, B));
        assertArrayEquals(of(2, 5, 10), plus(A, 1));
        assertArrayEquals(of(2, 5, 10), plus(1, A));
        assertArrayEquals(of(-1, 5, 6), minus(A, B));
        assertArrayEquals(of(0, 3, 8), minus(A, 1));
        assertArrayEquals(of(0, -3, -8), minus(1, A));
        assertArrayEquals(of(2, -4, 27), times(A, B));
        assertArrayEquals(of(2, 8, 18), times(A, 2));
        assertArrayEquals(of(2, 8, 18), times(2, A));
        assertArrayEquals(of(0.5, -4, 3), divide(A, B));
        assertArrayEquals(of(0.5, 2, 4.5), divide(A, 2));
        assertArrayEquals(of(36, 9, 4), divide(36, A));
        assertArrayEquals(of(1, 4, 9), A, "arguments stay as they are");
    }

    @Test
    void oneNumberFromMany() {
        assertEquals(14, sum(A));
        assertEquals(14 / 3.0, mean(A));
        assertEquals(3, max(B));
        assertEquals(-1, min(B));
        assertEquals(7, max(0, 7));
        assertEquals(0, min(0, 7));
        assertEquals(25, dot(A, B));
    }

    @Test
    void matrices() {
        assertArrayEquals(new double[][] {{2, -1, 3}, {8, -4, 12}}, outer(of(1, 4), B));
        assertArrayEquals(new double[][] {{2, 0, 0}, {0, -1, 0}, {0, 0, 3}}, diagonal(B));
        assertArrayEquals(new double[][] {{1, 1}, {2, 3}}, matrix(2, (i, j) -> 2 * i + j + delta(i, j) * (1 - i)));
        assertEquals(0.5, delta(1, 1) / 2, "delta is no integer");
        assertArrayEquals(new double[][] {{1, 4}, {2, 5}, {3, 6}}, transpose(M));
        assertArrayEquals(new double[0][], transpose(new double[0][]));
        assertArrayEquals(of(9, 21), times(M, B));
        assertArrayEquals(of(-7, -8, -9), times(of(1, -2), M));
        assertArrayEquals(new double[][] {{2, 4, 6}, {8, 10, 12}}, times(2, M));
        assertArrayEquals(times(2, M), plus(M, M));
        assertArrayEquals(M, minus(times(2, M), M));
    }

    @Test
    void lengthsThatDoNotFitAreNamed() {
        double[] two = {1, 2};
        says("plus: the lengths 3 and 2 do not fit", () -> plus(A, two));
        says("minus: the lengths 2 and 3", () -> minus(two, A));
        says("times: the lengths 3 and 2", () -> times(A, two));
        says("divide: the lengths 3 and 2", () -> divide(A, two));
        says("dot: the lengths 3 and 2", () -> dot(A, two));
        says("times, row and vector: the lengths 3 and 2", () -> times(M, two));
        says("times, vector and column: the lengths 3 and 2", () -> times(A, M));
        says("plus, numbers of rows: the lengths 2 and 3", () -> plus(M, transpose(M)));
        says("minus, row 0: the lengths 3 and 2", () -> minus(M, matrix(2, Vectors::delta)));
        says("transpose, rows 0 and 1: the lengths 2 and 3", () -> transpose(new double[][] {two, A}));
        says("max needs at least one number", () -> max(new double[0]));
        says("mean needs at least one number", () -> mean(new double[0]));
    }

    private static void says(String text, Executable code) {
        String message = assertThrows(IllegalArgumentException.class, code).getMessage();
        assertEquals(text, message.substring(0, Math.min(text.length(), message.length())), message);
    }
}
