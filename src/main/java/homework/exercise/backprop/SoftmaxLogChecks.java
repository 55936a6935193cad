package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Problem;
import homework.exercise.Visible;
import homework.gradient.Values;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** log p_i = −β(x_i − m) − log Σ_k e^−β(x_k − m) with m = min x. */
@Visible
public class SoftmaxLogChecks {

    @Check(order = 1, points = 1, says = "scores 1, 2, 3 at β = 1.5")
    public void values(Softmax.OfScores logSoftmax) {
        INDArray x = Nd4j.createFromArray(1.0, 2.0, 3.0);
        compare(logSoftmax, x, 1.5, new double[] {-0.24131129665715703, -1.7413112966571571, -3.241311296657157});
    }

    @Check(order = 2, points = 1, says = "scores around 1000 and −1000")
    public void largeScores(Softmax.OfScores logSoftmax) {
        double[] expected = {-0.14293162849989974, -2.1429316284998996, -4.1429316284999};
        survives(logSoftmax, Nd4j.createFromArray(1000.0, 1001.0, 1002.0), 2, expected);
        survives(logSoftmax, Nd4j.createFromArray(-1000.0, -999.0, -998.0), 2, expected);
    }

    @Check(order = 3, points = 1, says = "scores 800 apart: log p = −1600 is an ordinary number")
    public void distantScores(Softmax.OfScores logSoftmax) {
        survives(logSoftmax, Nd4j.createFromArray(0.0, 800.0), 2, new double[] {0, -1600});
    }

    @Check(order = 4, points = 1, says = "equal scores, and x stays as it was")
    public void leavesItsArgumentAlone(Softmax.OfScores logSoftmax, Calls calls) {
        INDArray x = Nd4j.createFromArray(3.0, 3.0);
        Expect.given("x", x).and("beta", 1.0).that(() -> logSoftmax.of(x, 1)).near(new double[] {-0.6931471805599453, -0.6931471805599453});
        calls.leftArgumentsAlone();
    }

    static void compare(Softmax.OfScores logSoftmax, INDArray x, double beta, double[] expected) {
        Expect.given("x", x).and("beta", beta)
                .mistake("no logarithm", "these are the probabilities; the logarithm is missing", Transforms.softmax(x.mul(-beta)))
                .mistake("exponent", "these are the values for e^+βx; the exponent lacks its minus", Transforms.log(Transforms.softmax(x.mul(beta))))
                .mistake("exponent", "these are the values for e^+x; both the minus and β are missing in the exponent",
                        Transforms.log(Transforms.softmax(x)))
                .mistake("β forgotten", "these are the values for β = 1: beta is not in the exponent", Transforms.log(Transforms.softmax(x.neg())))
                .mistake("not normalised", "this is −βx alone; subtract the logarithm of the sum", x.mul(-beta))
                .mistake("not normalised", "this is −β(x − min x) alone; subtract the logarithm of the sum", x.sub(x.minNumber()).mul(-beta))
                .mistake("shift", "the shift stands on one side only: if the sum is of e^−β(x − m), the first term is −β(x − m) too",
                        Transforms.log(Transforms.softmax(x.mul(-beta))).sub(x.minNumber().doubleValue() * beta))
                .that(() -> logSoftmax.of(x, beta)).near(expected);
    }

    static void survives(Softmax.OfScores logSoftmax, INDArray x, double beta, double[] expected) {
        Expect.given("x", x).and("beta", beta).that(() -> finite(logSoftmax.of(x, beta))).near(expected);
    }

    /** Infinite entries cannot be compared, but where they stand tells what has overflowed. The lowest score comes first in all inputs. */
    private static INDArray finite(INDArray logs) {
        Values values = Values.of(logs.ravel());
        if (values.isFinite()) {
            return logs;
        }
        Problem problem = Problem.of("overflow", "expected finite numbers, got " + values);
        if (Double.isFinite(values.get(0))) {
            throw problem.likely("the logarithm of a probability too small for a double, which has become 0; do not compute p on the way to log p");
        }
        throw problem.likely("e^… became infinite, or all of them became 0: shift the scores so that the largest exponent is exactly 0. "
                + "The exponent is −β(x − m), so m is the smallest score, not the largest");
    }
}
