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
class SigmoidBackwardHidden {
    private final INDArray x = Nd4j.linspace(DataType.DOUBLE, -4, 1.1, 8);

    @Check(order = 1, guards = "derivative", says = "eight derivatives")
    void derivative(Activations.Backward backward) {
        compare(backward, Nd4j.onesLike(x));
    }

    @Check(order = 2, guards = "upstream", says = "eight gradients")
    void upstream(Activations.Backward backward) {
        compare(backward, Nd4j.linspace(DataType.DOUBLE, 2, -0.5, 8));
    }

    @Check(order = 3, guards = "leavesItsArgumentsAlone", says = "eight gradients, untouched")
    void leavesItsArgumentsAlone(Activations.Backward backward, Calls calls) {
        backwardOf(backward, Nd4j.createFromArray(new double[][] {{0.1}, {0.2}}));
        calls.leftArgumentsAlone();
    }

    private static void backwardOf(Activations.Backward backward, INDArray x) {
        Expect.given("x", x).that(() -> backward.of(x, x)).near(SigmoidKnown.backward(x, x));
    }

    private void compare(Activations.Backward backward, INDArray gradient) {
        Expect.given("x", x).and("gradient", gradient).right(() -> GradientCheck.ofArrays("sigmoid", v -> Transforms.sigmoid(v))
                .at(x).upstream(gradient).backward(backward::of));
    }
}
