package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Visible;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** max(0, x). */
@Visible
public class ReluChecks {

    @Check(order = 1, points = 1, says = "values at −2, −0.5, 0, 0.3 and 1.5")
    public void values(Activations.Forward relu) {
        INDArray x = Nd4j.createFromArray(-2.0, -0.5, 0.0, 0.3, 1.5);
        Expect.given("x", x)
                .mistake("absolute value", "these are absolute values; what is negative becomes 0, it is not turned around",
                        new double[] {2, 0.5, 0, 0.3, 1.5})
                .mistake("smaller", "these are the smaller of 0 and x; the larger one is wanted", new double[] {-2, -0.5, 0, 0, 0})
                .mistake("derivative for value", "this is the derivative, 0 or 1; where x is positive the output is x", new double[] {0, 0, 0, 1, 1})
                .mistake("nothing cut", "this is x; what is negative becomes 0", x)
                .that(() -> relu.of(x)).near(new double[] {0, 0, 0, 0.3, 1.5});
    }

    @Check(order = 2, points = 1, says = "a matrix stays a matrix, x stays as it was, and y is no view of it")
    public void leavesItsArgumentAlone(Activations.Forward relu, Calls calls) {
        INDArray mixed = Nd4j.createFromArray(new double[][] {{1, -2}, {-3, 4}, {0.5, -1}});
        Expect.given("x", mixed).that(() -> relu.of(mixed)).near(new double[][] {{1, 0}, {0, 4}, {0.5, 0}});
        INDArray positive = Nd4j.createFromArray(new double[][] {{1, 2}, {3, 4}, {5, 6}});
        Expect.given("x", positive).that(() -> relu.of(positive)).near(positive);
        calls.leftArgumentsAlone();
    }
}
