package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Visible;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** x where x > 0, else ax. */
@Visible
public class LeakyReluChecks {

    @Check(order = 1, points = 1, says = "values with the slope a = 0.1")
    public void values(Activations.LeakyForward leakyRelu) {
        INDArray x = Nd4j.createFromArray(-2.0, -0.5, 0.0, 0.3, 1.5);
        Expect.given("x", x).and("slope", 0.1)
                .mistake("slope sign", "where x is negative these are −a·x; the slope there is +a", new double[] {0.2, 0.05, 0, 0.3, 1.5})
                .mistake("no leak", "where x is negative this is 0, as ReLU gives; leaky ReLU gives a·x", new double[] {0, 0, 0, 0.3, 1.5})
                .mistake("slope everywhere", "the slope a was applied to positive x, too", new double[] {-0.2, -0.05, 0, 0.03, 0.15})
                .mistake("fixed slope", "these are the values for the slope 0.01; use the argument slope", new double[] {-0.02, -0.005, 0, 0.3, 1.5})
                .mistake("constant", "where x is negative this is a; it is to be a times x", new double[] {0.1, 0.1, 0.1, 0.3, 1.5})
                .that(() -> leakyRelu.of(x, 0.1)).near(new double[] {-0.2, -0.05, 0, 0.3, 1.5});
    }

    @Check(order = 2, points = 1, says = "a slope above 1, too (a = 3)")
    public void steepSlope(Activations.LeakyForward leakyRelu) {
        INDArray x = Nd4j.createFromArray(-2.0, -0.5, 0.3, 1.5);
        Expect.given("x", x).and("slope", 3.0)
                .mistake("max", "these are the values of max(ax, x), which is leaky ReLU only for a ≤ 1: for a = 3 it takes the wrong "
                        + "branch on both sides",
                        new double[] {-2, -0.5, 0.9, 4.5})
                .that(() -> leakyRelu.of(x, 3)).near(new double[] {-6, -1.5, 0.3, 1.5});
    }

    @Check(order = 3, points = 1, says = "a matrix stays a matrix, and x stays as it was")
    public void leavesItsArgumentAlone(Activations.LeakyForward leakyRelu, Calls calls) {
        INDArray mixed = Nd4j.createFromArray(new double[][] {{1, -2}, {-3, 4}, {0.5, -1}});
        Expect.given("x", mixed).and("slope", 0.5).that(() -> leakyRelu.of(mixed, 0.5)).near(new double[][] {{1, -1}, {-1.5, 4}, {0.5, -0.5}});
        INDArray positive = Nd4j.createFromArray(new double[][] {{1, 2}, {3, 4}, {5, 6}});
        Expect.given("x", positive).and("slope", 0.5).that(() -> leakyRelu.of(positive, 0.5)).near(positive);
        calls.leftArgumentsAlone();
    }
}
