package homework.gradient;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Functions and their true derivatives, into which the tests plant faults. */
final class Maths {
    private Maths() {
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    static double[] each(double[] x, DoubleUnaryOperator f) {
        return Arrays.stream(x).map(f).toArray();
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** p_i = exp(-βx_i) / Σ exp(-βx_k), the form of the reports. */
    static double[] softmax(double[] x, double beta) {
        double least = Arrays.stream(x).min().orElseThrow();
        double[] e = each(x, v -> Math.exp(-beta * (v - least)));
        double sum = Arrays.stream(e).sum();
        return each(e, v -> v / sum);
    }

    static double[][] softmaxJacobian(double[] x, double beta) {
        double[] p = softmax(x, beta);
        return matrix(x.length, (i, j) -> -beta * p[i] * ((i == j ? 1 : 0) - p[j]));
    }

    static double logSumExp(double[] x) {
        return Math.log(Arrays.stream(x).map(Math::exp).sum());
    }

    /** What stands in row i, column j. */
    interface Entry {
        double at(int i, int j);
    }

    static double[][] matrix(int n, Entry entry) {
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = entry.at(i, j);
            }
        }
        return rows;
    }

    static double[] times(double[] row, double[][] matrix) {
        double[] sums = new double[matrix[0].length];
        for (int i = 0; i < row.length; i++) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += row[i] * matrix[i][j];
            }
        }
        return sums;
    }

    static double[] normal(int n, long seed) {
        Random random = new Random(seed);
        return random.doubles(n).map(u -> random.nextGaussian()).toArray();
    }

    static INDArray normal(long seed, long rows, long columns) {
        return Nd4j.createFromArray(normal((int) (rows * columns), seed)).reshape(rows, columns);
    }
}
