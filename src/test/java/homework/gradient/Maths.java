package homework.gradient;

import static homework.gradient.Vectors.diagonal;
import static homework.gradient.Vectors.divide;
import static homework.gradient.Vectors.exp;
import static homework.gradient.Vectors.log;
import static homework.gradient.Vectors.min;
import static homework.gradient.Vectors.minus;
import static homework.gradient.Vectors.outer;
import static homework.gradient.Vectors.sum;
import static homework.gradient.Vectors.times;

import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Functions and their true derivatives, into which the tests plant faults. */
final class Maths {
    private Maths() {
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** p_i = exp(-βx_i) / Σ exp(-βx_k), the form of the reports. */
    static double[] softmax(double[] x, double beta) {
        double[] e = exp(times(-beta, minus(x, min(x))));
        return divide(e, sum(e));
    }

    static double[][] softmaxJacobian(double[] x, double beta) {
        double[] p = softmax(x, beta);
        return times(-beta, minus(diagonal(p), outer(p, p)));
    }

    static double logSumExp(double[] x) {
        return log(sum(exp(x)));
    }

    static double[] normal(int n, long seed) {
        Random random = new Random(seed);
        return random.doubles(n).map(u -> random.nextGaussian()).toArray();
    }

    static INDArray normal(long seed, long rows, long columns) {
        return Nd4j.createFromArray(normal((int) (rows * columns), seed)).reshape(rows, columns);
    }
}
