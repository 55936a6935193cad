package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Visible;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** tanh(x) = (e^x − e^−x) / (e^x + e^−x). */
@Visible
public class TanhChecks {

    @Check(order = 1, points = 1, says = "values at −2, 0.5 and 1")
    public void values(Activations.Forward tanh) {
        INDArray x = Nd4j.createFromArray(-2.0, 0.5, 1.0);
        Expect.given("x", x)
                .mistake("half the argument", "these are the values of tanh(x/2); the exponent is 2x, not x",
                        new double[] {-0.7615941559557649, 0.2449186624037092, 0.46211715726000973})
                .mistake("upside down", "these are the values of (e^x + e^−x) / (e^x − e^−x); numerator and denominator are exchanged",
                        new double[] {-1.0373147207275482, 2.163953413738653, 1.3130352854993315})
                .mistake("not shifted", "these are the values of 2σ(2x); to run from −1 to 1 in place of 0 to 2 it lacks its −1",
                        new double[] {0.03597241992418312, 1.4621171572600098, 1.7615941559557646})
                .mistake("inner sign", "a sign is wrong: this is 1 + 2 / (e^2x + 1), and tanh is 1 − 2 / (e^2x + 1)",
                        new double[] {2.964027580075817, 1.5378828427399902, 1.2384058440442351})
                .that(() -> tanh.of(x)).near(new double[] {-0.9640275800758169, 0.46211715726000973, 0.7615941559557649});
    }

    @Check(order = 2, points = 1, says = "±1000 do not overflow")
    public void largeInputs(Activations.Forward tanh) {
        INDArray x = Nd4j.createFromArray(-1000.0, 1000.0);
        Expect.given("x", x).that(() -> ActivationsOverflow.finite(tanh.of(x))).near(new double[] {-1, 1});
    }

    @Check(order = 3, points = 1, says = "a matrix stays a matrix, and x stays as it was")
    public void leavesItsArgumentAlone(Activations.Forward tanh, Calls calls) {
        INDArray x = Nd4j.createFromArray(new double[][] {{0.5, 1}, {0, -2}});
        Expect.given("x", x).that(() -> tanh.of(x)).near(new double[][] {{0.46211715726000973, 0.7615941559557649}, {0, -0.9640275800758169}});
        calls.leftArgumentsAlone();
    }
}
