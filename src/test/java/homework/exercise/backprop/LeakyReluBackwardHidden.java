package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import homework.gradient.GradientCheck;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

@Hidden
class LeakyReluBackwardHidden {

    @Check(order = 1, guards = "upstream", says = "eight gradients")
    void upstream(Activations.LeakyBackward backward) {
        compare(backward, Nd4j.linspace(DataType.DOUBLE, -4, 1.1, 8), Nd4j.linspace(DataType.DOUBLE, 2.2, -0.5, 8), 0.02);
    }

    @Check(order = 2, guards = "atZero", says = "two zeros, one of them negative")
    void atZero(Activations.LeakyBackward backward) {
        INDArray x = Nd4j.createFromArray(0.0, -0.0);
        INDArray gradient = Nd4j.createFromArray(10.0, -10.0);
        Expect.given("x", x).and("gradient", gradient).and("slope", 0.2).that(() -> backward.of(x, gradient, 0.2)).near(new double[] {2, -2});
    }

    @Check(order = 3, guards = "leavesItsArgumentsAlone", says = "a column, untouched")
    void leavesItsArgumentsAlone(Activations.LeakyBackward backward, Calls calls) {
        compare(backward, Nd4j.createFromArray(new double[][] {{0.1}, {-0.2}}), Nd4j.createFromArray(new double[][] {{3}, {0.4}}), 1.5);
        calls.leftArgumentsAlone();
    }

    private static void compare(Activations.LeakyBackward backward, INDArray x, INDArray gradient, double slope) {
        Expect.given("x", x).and("gradient", gradient).and("slope", slope).right(() -> GradientCheck
                .ofArrays("f", v -> Transforms.leakyRelu(v, slope)).at(x).upstream(gradient).backward((v, g) -> backward.of(v, g, slope)));
    }
}
