package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

@Hidden
class TanhHidden {

    @Check(order = 1, guards = "values", says = "other values against ND4J")
    void values(Activations.Forward tanh, Draw draw) {
        compare(tanh, draw.signedArray(0.1, 4, draw.whole(8, 17)));
    }

    @Check(order = 2, guards = "largeInputs", says = "other inputs whose exponential overflows")
    void largeInputs(Activations.Forward tanh, Draw draw) {
        double[] far = draw.signed(draw.whole(2, 5), 750, 1500);
        INDArray x = Nd4j.createFromArray(far);
        Expect.given("x", x).that(() -> tanh.of(x)).near(Arrays.stream(far).map(v -> v < 0 ? -1 : 1).toArray());
    }

    @Check(order = 3, guards = "leavesItsArgumentAlone", says = "another matrix")
    void leavesItsArgumentAlone(Activations.Forward tanh, Draw draw, Calls calls) {
        compare(tanh, draw.signedArray(0.1, 3, draw.whole(2, 4), draw.whole(1, 3)));
        calls.leftArgumentsAlone();
    }

    private static void compare(Activations.Forward tanh, INDArray x) {
        Expect.given("x", x).that(() -> tanh.of(x)).near(Transforms.tanh(x));
    }
}
