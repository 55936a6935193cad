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
class ReluHidden {

    @Check(order = 1, guards = "values", says = "seventeen values against ND4J")
    void values(Activations.Forward relu) {
        INDArray x = Nd4j.linspace(DataType.DOUBLE, -4, 0.5, 17);
        Expect.given("x", x).that(() -> relu.of(x)).near(Transforms.relu(x));
    }

    @Check(order = 2, guards = "leavesItsArgumentAlone", says = "a column")
    void leavesItsArgumentAlone(Activations.Forward relu, Calls calls) {
        INDArray x = Nd4j.createFromArray(new double[][] {{1}, {-2}});
        Expect.given("x", x).that(() -> relu.of(x)).near(Transforms.relu(x));
        calls.leftArgumentsAlone();
    }
}
