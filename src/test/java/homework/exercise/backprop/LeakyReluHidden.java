package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

@Hidden
class LeakyReluHidden {

    @Check(order = 1, guards = "values", says = "other values against ND4J")
    void values(Activations.LeakyForward leakyRelu, Draw draw) {
        compare(leakyRelu, draw.signedArray(0.1, 4, draw.whole(8, 17)), draw.number(0.02, 0.4));
    }

    @Check(order = 2, guards = "steepSlope", says = "other values with a slope above 1")
    void steepSlope(Activations.LeakyForward leakyRelu, Draw draw) {
        compare(leakyRelu, draw.signedArray(0.1, 4, draw.whole(8, 17)), draw.number(1.3, 2.5));
    }

    @Check(order = 3, guards = "leavesItsArgumentAlone", says = "another matrix")
    void leavesItsArgumentAlone(Activations.LeakyForward leakyRelu, Draw draw, Calls calls) {
        compare(leakyRelu, draw.signedArray(0.1, 4, draw.whole(2, 4), draw.whole(1, 3)), draw.number(0.02, 0.4));
        calls.leftArgumentsAlone();
    }

    private static void compare(Activations.LeakyForward leakyRelu, INDArray x, double slope) {
        Expect.given("x", x).and("slope", slope).that(() -> leakyRelu.of(x, slope)).near(Transforms.leakyRelu(x, slope));
    }
}
