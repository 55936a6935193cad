package homework.gradient;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * The words of formulas on vectors and square matrices, so that a step of a derivation reads like its line in the text. To be
 * imported whole: {@code import static homework.gradient.Vectors.*;}.
 *
 * <pre>{@code
 * x -> log(sum(exp(x)))
 * p -> minus(diagonal(p), outer(p, p))
 * }</pre>
 *
 * <p>Vectors are {@code double[n]}, matrices {@code double[rows][columns]}. Every function returns something new and leaves its
 * arguments as they are; lengths that do not fit are an {@link IllegalArgumentException} that names both.
 */
public final class Vectors {
    private Vectors() {
    }

    /** What stands in row i, column j; both count from 0. */
    @FunctionalInterface
    public interface Entry {
        double at(int i, int j);
    }

    /** f of each entry. */
    public static double[] each(double[] x, DoubleUnaryOperator f) {
        double[] result = new double[x.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = f.applyAsDouble(x[i]);
        }
        return result;
    }

    public static double exp(double x) {
        return Math.exp(x);
    }

    public static double[] exp(double[] x) {
        return each(x, Math::exp);
    }

    /** The natural logarithm; NaN below 0. */
    public static double log(double x) {
        return Math.log(x);
    }

    /** The natural logarithm of each entry. */
    public static double[] log(double[] x) {
        return each(x, Math::log);
    }

    public static double tanh(double x) {
        return Math.tanh(x);
    }

    public static double[] tanh(double[] x) {
        return each(x, Math::tanh);
    }

    public static double square(double x) {
        return x * x;
    }

    public static double[] square(double[] x) {
        return each(x, v -> v * v);
    }

    public static double sqrt(double x) {
        return Math.sqrt(x);
    }

    public static double[] sqrt(double[] x) {
        return each(x, Math::sqrt);
    }

    public static double negative(double x) {
        return -x;
    }

    public static double[] negative(double[] x) {
        return each(x, v -> -v);
    }

    public static double[] plus(double[] a, double[] b) {
        return pairs("plus", a, b, (x, y) -> x + y);
    }

    public static double[] plus(double[] a, double b) {
        return each(a, v -> v + b);
    }

    public static double[] plus(double a, double[] b) {
        return each(b, v -> a + v);
    }

    public static double[] minus(double[] a, double[] b) {
        return pairs("minus", a, b, (x, y) -> x - y);
    }

    public static double[] minus(double[] a, double b) {
        return each(a, v -> v - b);
    }

    public static double[] minus(double a, double[] b) {
        return each(b, v -> a - v);
    }

    /** Entry by entry (∘); for the other products see {@link #dot} and {@link #outer}. */
    public static double[] times(double[] a, double[] b) {
        return pairs("times", a, b, (x, y) -> x * y);
    }

    public static double[] times(double[] a, double b) {
        return each(a, v -> v * b);
    }

    public static double[] times(double a, double[] b) {
        return each(b, v -> a * v);
    }

    /** Entry by entry. */
    public static double[] divide(double[] a, double[] b) {
        return pairs("divide", a, b, (x, y) -> x / y);
    }

    public static double[] divide(double[] a, double b) {
        return each(a, v -> v / b);
    }

    public static double[] divide(double a, double[] b) {
        return each(b, v -> a / v);
    }

    public static double sum(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v;
        }
        return sum;
    }

    public static double mean(double[] x) {
        return sum(x) / atLeastOne("mean", x).length;
    }

    public static double max(double[] x) {
        return Arrays.stream(atLeastOne("max", x)).max().getAsDouble();
    }

    public static double max(double a, double b) {
        return Math.max(a, b);
    }

    public static double min(double[] x) {
        return Arrays.stream(atLeastOne("min", x)).min().getAsDouble();
    }

    public static double min(double a, double b) {
        return Math.min(a, b);
    }

    /** aᵀb = Σ_i a_i b_i. */
    public static double dot(double[] a, double[] b) {
        requireFit("dot", a.length, b.length);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** abᵀ, the matrix with a_i b_j in row i, column j; the lengths may differ. */
    public static double[][] outer(double[] a, double[] b) {
        return Arrays.stream(a).mapToObj(v -> times(v, b)).toArray(double[][]::new);
    }

    /** Kronecker's δ_ij: 1 if i = j, else 0. */
    public static double delta(int i, int j) {
        return i == j ? 1 : 0;
    }

    /** The square matrix with x on its diagonal and 0 elsewhere. */
    public static double[][] diagonal(double[] x) {
        return matrix(x.length, (i, j) -> i == j ? x[i] : 0);
    }

    /** The n by n matrix of a formula for its entries. */
    public static double[][] matrix(int n, Entry entry) {
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = entry.at(i, j);
            }
        }
        return rows;
    }

    /** Rows become columns. */
    public static double[][] transpose(double[][] a) {
        double[][] turned = new double[a.length == 0 ? 0 : a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            requireFit("transpose, rows 0 and " + i, a[0].length, a[i].length);
            for (int j = 0; j < turned.length; j++) {
                turned[j][i] = a[i][j];
            }
        }
        return turned;
    }

    /** Ax, a number for each row. */
    public static double[] times(double[][] a, double[] x) {
        return Arrays.stream(a).mapToDouble(row -> {
            requireFit("times, row and vector", row.length, x.length);
            return dot(row, x);
        }).toArray();
    }

    /** gᵀA, a number for each column: with a Jacobian A and g = dL/dy this is dL/dx. */
    public static double[] times(double[] g, double[][] a) {
        requireFit("times, vector and column", g.length, a.length);
        return times(transpose(a), g);
    }

    public static double[][] times(double a, double[][] b) {
        return Arrays.stream(b).map(row -> times(a, row)).toArray(double[][]::new);
    }

    public static double[][] plus(double[][] a, double[][] b) {
        return rowPairs("plus", a, b, (x, y) -> x + y);
    }

    public static double[][] minus(double[][] a, double[][] b) {
        return rowPairs("minus", a, b, (x, y) -> x - y);
    }

    private static double[][] rowPairs(String name, double[][] a, double[][] b, DoubleBinaryOperator f) {
        requireFit(name + ", numbers of rows", a.length, b.length);
        double[][] rows = new double[a.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = pairs(name + ", row " + i, a[i], b[i], f);
        }
        return rows;
    }

    private static double[] pairs(String name, double[] a, double[] b, DoubleBinaryOperator f) {
        requireFit(name, a.length, b.length);
        double[] result = new double[a.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = f.applyAsDouble(a[i], b[i]);
        }
        return result;
    }

    private static void requireFit(String name, int left, int right) {
        if (left != right) {
            throw new IllegalArgumentException(name + ": the lengths " + left + " and " + right + " do not fit; they must be equal");
        }
    }

    private static double[] atLeastOne(String name, double[] x) {
        if (x.length == 0) {
            throw new IllegalArgumentException(name + " needs at least one number, but the vector has length 0");
        }
        return x;
    }
}
