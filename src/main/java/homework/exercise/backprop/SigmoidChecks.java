package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Visible;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** σ(x) = 1 / (1 + e^−x). */
@Visible
public class SigmoidChecks {

    @Check(order = 1, points = 1, says = "values at −2, 0.5 and 1")
    public void values(Activations.Forward sigmoid) {
        INDArray x = Nd4j.createFromArray(-2.0, 0.5, 1.0);
        Expect.given("x", x)
                .mistake("exponent", "these are the values of 1 / (1 + e^x); the exponent lacks its minus",
                        new double[] {0.8807970779778823, 0.3775406687981454, 0.2689414213699951})
                .mistake("denominator", "these are the values of 1 / (1 − e^−x); the denominator is a sum",
                        new double[] {-0.15651764274966565, 2.541494082536798, 1.5819767068693265})
                .that(() -> sigmoid.of(x)).near(new double[] {0.11920292202211755, 0.6224593312018546, 0.7310585786300049});
    }

    @Check(order = 2, points = 1, says = "±1000 do not overflow")
    public void largeInputs(Activations.Forward sigmoid) {
        INDArray x = Nd4j.createFromArray(-1000.0, 1000.0);
        Expect.given("x", x).that(() -> ActivationsOverflow.finite(sigmoid.of(x))).near(new double[] {0, 1});
    }

    @Check(order = 3, points = 1, says = "a matrix stays a matrix, and x stays as it was")
    public void leavesItsArgumentAlone(Activations.Forward sigmoid, Calls calls) {
        INDArray x = Nd4j.createFromArray(new double[][] {{0, 0}, {0, 0}, {0, 0}});
        Expect.given("x", x).that(() -> sigmoid.of(x)).near(new double[][] {{0.5, 0.5}, {0.5, 0.5}, {0.5, 0.5}});
        calls.leftArgumentsAlone();
    }
}
