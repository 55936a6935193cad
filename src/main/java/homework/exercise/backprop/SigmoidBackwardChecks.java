package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Visible;
import homework.gradient.GradientCheck;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** dL/dx = σ(x)(1 − σ(x)) dL/dy. */
@Visible
public class SigmoidBackwardChecks {
    private final INDArray x = Nd4j.createFromArray(-2.0, -0.5, 0.3, 1.5);

    @Check(order = 1, points = 1, says = "the derivative alone (dL/dy = 1)")
    public void derivative(Activations.Backward backward) {
        compare(backward, Nd4j.createFromArray(1.0, 1.0, 1.0, 1.0));
    }

    @Check(order = 2, points = 1, says = "times the gradient that arrives")
    public void upstream(Activations.Backward backward) {
        compare(backward, Nd4j.createFromArray(0.5, -2.0, 3.0, 1.0));
    }

    @Check(order = 3, points = 1, says = "x and the gradient stay as they were")
    public void leavesItsArgumentsAlone(Activations.Backward backward, Calls calls) {
        INDArray zero = Nd4j.createFromArray(new double[][] {{0, 0}});
        INDArray gradient = Nd4j.createFromArray(new double[][] {{4, 8}});
        Expect.given("x", zero).and("gradient", gradient).that(() -> backward.of(zero, gradient)).near(new double[][] {{1, 2}});
        calls.leftArgumentsAlone();
    }

    private void compare(Activations.Backward backward, INDArray gradient) {
        Expect.given("x", x).and("gradient", gradient).right(() -> GradientCheck.ofArrays("sigmoid", v -> Transforms.sigmoid(v))
                .at(x).upstream(gradient).backward(backward::of));
    }
}
