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
class LeakyReluHidden {
    private final INDArray x = Nd4j.linspace(DataType.DOUBLE, -4, 0.5, 17);

    @Check(order = 1, guards = "values", says = "seventeen values against ND4J")
    void values(Activations.LeakyForward leakyRelu) {
        Expect.given("x", x).and("slope", 0.02).that(() -> leakyRelu.of(x, 0.02)).near(Transforms.leakyRelu(x, 0.02));
    }

    @Check(order = 2, guards = "steepSlope", says = "seventeen values with the slope 1.7")
    void steepSlope(Activations.LeakyForward leakyRelu) {
        Expect.given("x", x).and("slope", 1.7).that(() -> leakyRelu.of(x, 1.7)).near(Transforms.leakyRelu(x, 1.7));
    }

    @Check(order = 3, guards = "leavesItsArgumentAlone", says = "a column")
    void leavesItsArgumentAlone(Activations.LeakyForward leakyRelu, Calls calls) {
        INDArray column = Nd4j.createFromArray(new double[][] {{1}, {-2}});
        Expect.given("x", column).and("slope", 0.02).that(() -> leakyRelu.of(column, 0.02)).near(Transforms.leakyRelu(column, 0.02));
        calls.leftArgumentsAlone();
    }
}
