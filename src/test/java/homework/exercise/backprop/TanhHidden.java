package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

@Hidden
class TanhHidden {

    @Check(order = 1, guards = "values", says = "seventeen values against ND4J")
    void values(Activations.Forward tanh) {
        INDArray x = Nd4j.linspace(DataType.DOUBLE, -4, 0.5, 17);
        Expect.given("x", x).that(() -> tanh.of(x)).near(Transforms.tanh(x));
    }

    @Check(order = 2, guards = "largeInputs", says = "±800")
    void largeInputs(Activations.Forward tanh) {
        INDArray x = Nd4j.createFromArray(-800.0, 800.0);
        Expect.given("x", x).that(() -> tanh.of(x)).near(new double[] {-1, 1});
    }

    @Check(order = 3, guards = "leavesItsArgumentAlone", says = "a column")
    void leavesItsArgumentAlone(Activations.Forward tanh, Calls calls) {
        INDArray x = Nd4j.createFromArray(new double[][] {{1}, {-2}});
        Expect.given("x", x).that(() -> tanh.of(x)).near(Transforms.tanh(x));
        calls.leftArgumentsAlone();
    }
}
