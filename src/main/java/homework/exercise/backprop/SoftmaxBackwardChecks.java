package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Problem;
import homework.exercise.Visible;
import homework.gradient.GradientCheck;
import homework.gradient.GradientReport;
import homework.gradient.Values;
import java.util.concurrent.Callable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** dL/dx_j = −βp_j(dL/dp_j − Σ_i p_i dL/dp_i). */
@Visible
public class SoftmaxBackwardChecks {

    @Check(order = 1, points = 1, says = "against finite differences at β = 1.5")
    public void values(Softmax.Backward backward) {
        INDArray x = Nd4j.createFromArray(0.2, -0.5, 1.0, 0.4);
        INDArray gradient = Nd4j.createFromArray(1.0, -2.0, 0.5, 3.0);
        Expect.given("x", x).and("beta", 1.5).and("gradient", gradient)
                .mistake("exponent", "the probabilities in it are those of e^+βx; test the softmax it calls first",
                        new double[] {-0.0004202928, 0.2614380572, 0.4122463530, -0.6732641174})
                .mistake("exponent", "the probabilities in it are those of e^+x, without minus and β; test the softmax it calls first",
                        new double[] {-0.0098034452, 0.4471638686, 0.3158265966, -0.7531870199})
                .mistake("β in softmax", "the probabilities in it are those of β = 1; test the softmax it calls first",
                        new double[] {-0.3786802027, 1.3537988726, -0.0914477595, -0.8836709105})
                .mistake("mean", "the plain mean of dL/dp was subtracted; it has to be weighted with the probabilities: Σ p_i dL/dp_i",
                        new double[] {-0.1148038012, 2.2964844751, 0.0115260801, -0.5386420688})
                .mistake("inner sign", "Σ p_i dL/dp_i was added where it is to be subtracted",
                        new double[] {-0.1597936892, 2.1679190712, -0.0020246137, -0.5719713976})
                .mistake("weights", "the plain sum of dL/dp was subtracted; each term needs its weight: Σ p_i dL/dp_i",
                        new double[] {0.4592152046, 3.9368305288, 0.1844172822, -0.1133983303})
                .right(() -> differences(backward, x, 1.5, gradient));
    }

    @Check(order = 2, points = 1, says = "the same dL/dp for every class moves nothing")
    public void equalGradients(Softmax.Backward backward) {
        movesNothing(backward, Nd4j.createFromArray(0.2, -0.5, 1.0, 0.4), 1.5, Nd4j.createFromArray(4.0, 4.0, 4.0, 4.0));
    }

    @Check(order = 3, points = 1, says = "1 000 000 classes, whose Jacobian would take 8 TB")
    public void manyClasses(Softmax.Backward backward) {
        uniform(backward, 1_000_000, 3, 1);
    }

    @Check(order = 4, points = 1, says = "two classes; x and the gradient stay as they were")
    public void leavesItsArgumentsAlone(Softmax.Backward backward, Calls calls) {
        INDArray x = Nd4j.createFromArray(5.0, 5.0);
        INDArray gradient = Nd4j.createFromArray(1.0, 3.0);
        Expect.given("x", x).and("beta", 1.0).and("gradient", gradient).that(() -> backward.of(x, 1, gradient)).near(new double[] {0.5, -0.5});
        calls.leftArgumentsAlone();
    }

    static GradientReport differences(Softmax.Backward backward, INDArray x, double beta, INDArray gradient) {
        return GradientCheck.ofArrays("softmax", v -> Transforms.softmax(v.mul(-beta))).at(x).upstream(gradient).constant("β", beta)
                .backward((v, g) -> backward.of(v, beta, g));
    }

    static void movesNothing(Softmax.Backward backward, INDArray x, double beta, INDArray gradient) {
        Expect.given("x", x).and("beta", beta).and("gradient", gradient).holds("every entry of dL/dx is 0", () -> {
            INDArray dx = backward.of(x, beta, gradient);
            if (dx.length() != x.length() || Transforms.abs(dx).maxNumber().doubleValue() > 1e-12) {
                throw Problem.of("not zero", "expected dL/dx = 0 for every score, got " + Values.of(dx))
                        .likely("the probabilities always sum to 1, so a loss that prices all alike does not change; subtract Σ p_i dL/dp_i");
            }
            return true;
        });
    }

    /** Equal scores: every p is 1/n, so dL/dx_j is −β/n times what dL/dp_j has above the mean. */
    static void uniform(Softmax.Backward backward, int n, double beta, double step) {
        INDArray x = Nd4j.zeros(DataType.DOUBLE, n);
        INDArray gradient = Nd4j.linspace(DataType.DOUBLE, 0, step, n);
        Expect.given("x", n + " zeros").and("beta", beta).and("gradient", "0, " + step + ", " + 2 * step + ", …")
                .and("compared", "the first entry, two between, the last")
                .constant("β", beta).that(() -> someOf(withoutJacobian(() -> backward.of(x, beta, gradient))))
                .near(someOf(gradient.sub(step * (n - 1) / 2).mul(-beta / n)));
    }

    /** Four entries tell a mistake as well as all of them; what has fewer is shown as it is. */
    private static INDArray someOf(INDArray dx) {
        long last = dx.length() - 1;
        return dx.rank() != 1 || last < 4 ? dx
                : Nd4j.createFromArray(dx.getDouble(0), dx.getDouble(last / 4), dx.getDouble(last / 2 + 1), dx.getDouble(last));
    }

    private static INDArray withoutJacobian(Callable<INDArray> answer) throws Exception {
        try {
            return answer.call();
        } catch (Problem problem) {
            boolean tooLarge = problem.getMessage().contains("Allocation failed");
            throw tooLarge ? problem.likely("the Jacobian was built, n² numbers; dL/dx needs no more than p, dL/dp and one sum over both") : problem;
        }
    }
}
