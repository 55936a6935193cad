package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Problem;
import homework.exercise.Visible;
import homework.gradient.GradientCheck;
import homework.gradient.GradientReport;
import homework.gradient.Values;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** L = −log p_label has dL/dx_j = β(t_j − p_j), with t_j = 1 for the label and 0 for all others. */
@Visible
public class SoftmaxNllGradientChecks {

    @Check(order = 1, points = 1, says = "against finite differences at β = 1.5")
    public void values(Softmax.LossGradient gradient) {
        INDArray x = Nd4j.createFromArray(0.2, -0.5, 1.0, 0.4);
        Expect.given("x", x).and("beta", 1.5).and("label", 2)
                .mistake("sign", "the sign is wrong: p − t belongs to e^+x; here a lower score is a larger probability, so it is t − p",
                        new double[] {0.3061434697, 0.8748512286, -1.4077913589, 0.2267966605})
                .mistake("sign", "p − t belongs to e^+x; with e^−βx it is β(t − p)",
                        new double[] {0.2040956465, 0.5832341524, -0.9385275726, 0.1511977737})
                .mistake("inner sign", "p was added where it is to be subtracted: β(t − p)",
                        new double[] {0.3061434697, 0.8748512286, 1.5922086411, 0.2267966605})
                .mistake("target", "this is −βp; t, which is 1 at the label, is missing",
                        new double[] {-0.3061434697, -0.8748512286, -0.0922086411, -0.2267966605})
                .mistake("other label", "the 1 of t stands one place too early; classes count from 0",
                        new double[] {-0.3061434697, 0.6251487714, -0.0922086411, -0.2267966605})
                .mistake("exponent", "the probabilities in it are those of e^+βx",
                        new double[] {-0.2491730164, -0.0871950445, 0.6727164516, -0.3363483908})
                .mistake("exponent", "the probabilities in it are those of e^+x, without minus and β",
                        new double[] {-0.3034269654, -0.1506773718, 0.8247108697, -0.3706065325})
                .mistake("β in softmax", "the probabilities in it are those of β = 1",
                        new double[] {-0.3503189424, -0.7054557187, 1.3425915525, -0.2868168915})
                .right(() -> differences(gradient, x, 1.5, 2));
    }

    @Check(order = 2, points = 1, says = "scores around 1000")
    public void largeScores(Softmax.LossGradient gradient) {
        survives(gradient, Nd4j.createFromArray(1000.0, 1001.0, 1002.0), 1, 2,
                new double[] {-0.6652409557748219, -0.24472847105479764, 0.9099694268296195});
    }

    @Check(order = 3, points = 1, says = "two classes, and x stays as it was")
    public void leavesItsArgumentAlone(Softmax.LossGradient gradient, Calls calls) {
        INDArray x = Nd4j.createFromArray(5.0, 5.0);
        Expect.given("x", x).and("beta", 1.0).and("label", 1)
                .mistake("sign or label", "the sign is wrong, or the 1 of t stands at the other class; the first test tells which", new double[] {0.5, -0.5})
                .that(() -> gradient.of(x, 1, 1)).near(new double[] {-0.5, 0.5});
        calls.leftArgumentsAlone();
    }

    static GradientReport differences(Softmax.LossGradient gradient, INDArray x, double beta, int label) {
        return GradientCheck.ofArrays("−log p", v -> -Math.log(Transforms.softmax(v.mul(-beta)).getDouble(label))).at(x).constant("β", beta)
                .gradient(v -> gradient.of(v, beta, label));
    }

    static void survives(Softmax.LossGradient gradient, INDArray x, double beta, int label, double[] expected) {
        Expect.given("x", x).and("beta", beta).and("label", label).that(() -> {
            INDArray dx = gradient.of(x, beta, label);
            if (!Values.of(dx).isFinite()) {
                throw Problem.of("overflow", "expected finite numbers, got " + Values.of(dx))
                        .likely("the plain softmax was called, which overflows here; get p from logSoftmax");
            }
            return dx;
        }).near(expected);
    }
}
