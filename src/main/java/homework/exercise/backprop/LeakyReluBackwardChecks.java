package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Visible;
import homework.gradient.GradientCheck;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** dL/dx = dL/dy where x > 0, else a dL/dy. */
@Visible
public class LeakyReluBackwardChecks {

    @Check(order = 1, points = 1, says = "slope or 1, times the gradient that arrives (a = 0.1)")
    public void upstream(Activations.LeakyBackward backward) {
        compare(backward, Nd4j.createFromArray(-2.0, -0.5, 0.3, 1.5), Nd4j.createFromArray(0.5, -2.0, 3.0, 1.5), 0.1);
    }

    @Check(order = 2, points = 1, says = "the slope a at the kink (x = 0)")
    public void atZero(Activations.LeakyBackward backward) {
        INDArray x = Nd4j.createFromArray(0.0, 1.0, -1.0, 0.0);
        INDArray gradient = Nd4j.createFromArray(2.0, 3.0, 4.0, -6.0);
        Expect.given("x", x).and("gradient", gradient).and("slope", 0.5)
                .mistake("kink", "at x = 0 the derivative 1 was taken; by the convention of this page 0 belongs to the left branch, which "
                        + "has the slope a",
                        new double[] {2, 3, 2, -6})
                .mistake("kink", "at x = 0 the derivative 0 was taken; by the convention of this page 0 belongs to the left branch, which "
                        + "has the slope a",
                        new double[] {0, 3, 2, 0})
                .that(() -> backward.of(x, gradient, 0.5)).near(new double[] {1, 3, 2, -3});
    }

    @Check(order = 3, points = 1, says = "a matrix stays a matrix; x and the gradient stay as they were")
    public void leavesItsArgumentsAlone(Activations.LeakyBackward backward, Calls calls) {
        compare(backward, Nd4j.createFromArray(new double[][] {{-1, 2}, {0.5, -3}, {1, 1.5}}),
                Nd4j.createFromArray(new double[][] {{4, 8}, {-1, 2.5}, {3, -2}}), 0.3);
        INDArray positive = Nd4j.createFromArray(new double[][] {{1, 2}, {3, 4}});
        compare(backward, positive, Nd4j.createFromArray(new double[][] {{4, 8}, {-1, 2.5}}), 0.3);
        calls.leftArgumentsAlone();
    }

    private static void compare(Activations.LeakyBackward backward, INDArray x, INDArray gradient, double slope) {
        INDArray right = x.gt(0).castTo(x.dataType());
        INDArray left = right.rsub(1);
        Expect.given("x", x).and("gradient", gradient).and("slope", slope)
                .mistake("no leak", "where x is negative nothing comes through, as with ReLU; a times the gradient should", right.mul(gradient))
                .mistake("fixed slope", "these are the values for the slope 0.01; use the argument slope", left.mul(0.01).add(right).mul(gradient))
                .mistake("branches exchanged", "the slope a stands on the positive side, and 1 on the negative",
                        right.mul(slope).add(left).mul(gradient))
                .mistake("asks the gradient", "you chose the slope by the sign of the gradient; it is the sign of x that decides",
                        Transforms.leakyRelu(gradient, slope))
                .right(() -> GradientCheck.ofArrays("f", v -> Transforms.leakyRelu(v, slope)).at(x).upstream(gradient)
                        .backward((v, g) -> backward.of(v, g, slope)));
    }
}
