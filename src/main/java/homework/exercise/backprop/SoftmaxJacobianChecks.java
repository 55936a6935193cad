package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Problem;
import homework.exercise.Visible;
import homework.gradient.Values;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** ∂p_i/∂x_j = βp_i(p_j − δ_ij). */
@Visible
public class SoftmaxJacobianChecks {

    @Check(order = 1, points = 1, says = "every entry at β = 1")
    public void values(Softmax.Jacobian jacobian) {
        INDArray p = Nd4j.createFromArray(0.5, 0.3, 0.2);
        Expect.given("p", p).and("beta", 1.0)
                .mistake("off-diagonal missing",
                        "only the diagonal is there, and with the wrong sign: raise one score and its own class loses, all others gain",
                        new double[][] {{0.25, 0, 0}, {0, 0.21, 0}, {0, 0, 0.16}})
                .mistake("inner sign", "δ_ij is added where it is to be subtracted: p_i(p_j − δ_ij)",
                        new double[][] {{0.75, 0.15, 0.10}, {0.15, 0.39, 0.06}, {0.10, 0.06, 0.24}})
                .mistake("inner sign", "the two terms have the same sign; p_ip_j and δ_ij p_i need different ones",
                        new double[][] {{-0.75, -0.15, -0.10}, {-0.15, -0.39, -0.06}, {-0.10, -0.06, -0.24}})
                .that(() -> jacobian.of(p, 1))
                .near(new double[][] {{-0.25, 0.15, 0.10}, {0.15, -0.21, 0.06}, {0.10, 0.06, -0.16}});
    }

    @Check(order = 2, points = 1, says = "every entry at β = 1.5")
    public void beta(Softmax.Jacobian jacobian) {
        INDArray p = Nd4j.createFromArray(0.5, 0.3, 0.2);
        Expect.given("p", p).and("beta", 1.5).constant("β", 1.5)
                .mistake("β in bracket", "the diagonal is −βp_i(1 − βp_i): β has slipped into the bracket as well; it stands in front, once",
                        new double[][] {{-0.1875, 0.225, 0.15}, {0.225, -0.2475, 0.09}, {0.15, 0.09, -0.21}})
                .that(() -> jacobian.of(p, 1.5)).near(new double[][] {{-0.375, 0.225, 0.15}, {0.225, -0.315, 0.09}, {0.15, 0.09, -0.24}});
    }

    @Check(order = 3, points = 1, says = "every row sums to 0")
    public void rowsSumToZero(Softmax.Jacobian jacobian) {
        sumToZero(jacobian, Nd4j.createFromArray(0.7, 0.1, 0.15, 0.05), 2);
    }

    @Check(order = 4, points = 1, says = "two classes, and p stays as it was")
    public void leavesItsArgumentAlone(Softmax.Jacobian jacobian, Calls calls) {
        INDArray p = Nd4j.createFromArray(0.25, 0.75);
        Expect.given("p", p).and("beta", 4.0).constant("β", 4).that(() -> jacobian.of(p, 4)).near(new double[][] {{-0.75, 0.75}, {0.75, -0.75}});
        calls.leftArgumentsAlone();
    }

    /** In words of its own, because a relative error says nothing where 0 is expected. */
    static void sumToZero(Softmax.Jacobian jacobian, INDArray p, double beta) {
        Expect.given("p", p).and("beta", beta).holds("every row sums to 0", () -> {
            INDArray entries = jacobian.of(p, beta);
            if (!Arrays.equals(entries.shape(), new long[] {p.length(), p.length()})) {
                throw Problem.of("shape", "expected an array of shape [" + p.length() + ", " + p.length() + "], got "
                        + Arrays.toString(entries.shape()));
            }
            double[] sums = entries.sum(1).toDoubleVector();
            if (!Arrays.stream(sums).allMatch(sum -> Math.abs(sum) < 1e-12)) {
                throw Problem.of("row sums", "expected that every row sums to 0, got the sums " + Values.of(sums))
                        .likely("the diagonal and the rest of a row do not balance: compare their signs and factors");
            }
            return true;
        });
    }
}
