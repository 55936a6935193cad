package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import homework.gradient.GradientCheck;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

@Hidden
class LeakyReluBackwardHidden {

    @Check(order = 1, guards = "upstream", says = "other gradients")
    void upstream(Activations.LeakyBackward backward, Draw draw) {
        int n = draw.whole(6, 10);
        // Ascending, so that the first is negative; its gradient is not.
        double[] x = draw.signed(n, 0.1, 4);
        Arrays.sort(x);
        double[] gradient = draw.signed(n, 0.2, 3);
        gradient[0] = Math.abs(gradient[0]);
        compare(backward, Nd4j.createFromArray(x), Nd4j.createFromArray(gradient), draw.number(0.02, 0.4));
    }

    @Check(order = 2, guards = "atZero", says = "zeros, some of them negative")
    void atZero(Activations.LeakyBackward backward, Draw draw) {
        int n = draw.whole(2, 5);
        double slope = draw.number(0.02, 0.4);
        INDArray x = ReluBackwardHidden.zeros(n);
        INDArray gradient = draw.signedArray(1.2, 10, n);
        Expect.given("x", x).and("gradient", gradient).and("slope", slope).that(() -> backward.of(x, gradient, slope)).near(gradient.mul(slope));
    }

    @Check(order = 3, guards = "leavesItsArgumentsAlone", says = "another matrix, untouched")
    void leavesItsArgumentsAlone(Activations.LeakyBackward backward, Draw draw, Calls calls) {
        long[] shape = {draw.whole(2, 4), draw.whole(1, 3)};
        compare(backward, draw.signedArray(0.1, 3, shape), draw.array(1.2, 4, shape), draw.number(1.3, 2.5));
        calls.leftArgumentsAlone();
    }

    private static void compare(Activations.LeakyBackward backward, INDArray x, INDArray gradient, double slope) {
        Expect.given("x", x).and("gradient", gradient).and("slope", slope).right(() -> GradientCheck
                .ofArrays("f", v -> Transforms.leakyRelu(v, slope)).at(x).upstream(gradient).backward((v, g) -> backward.of(v, g, slope)));
    }
}
