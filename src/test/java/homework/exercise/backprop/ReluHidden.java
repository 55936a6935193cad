package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

@Hidden
class ReluHidden {

    @Check(order = 1, guards = "values", says = "other values against ND4J")
    void values(Activations.Forward relu, Draw draw) {
        compare(relu, draw.signedArray(0, 4, draw.whole(8, 17)));
    }

    @Check(order = 2, guards = "leavesItsArgumentAlone", says = "another matrix")
    void leavesItsArgumentAlone(Activations.Forward relu, Draw draw, Calls calls) {
        compare(relu, draw.signedArray(0.1, 4, draw.whole(2, 4), draw.whole(1, 3)));
        calls.leftArgumentsAlone();
    }

    private static void compare(Activations.Forward relu, INDArray x) {
        Expect.given("x", x).that(() -> relu.of(x)).near(Transforms.relu(x));
    }
}
