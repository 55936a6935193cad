package homework.exercise.backprop;

import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Visible;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** dL/dx = dL/dy where x > 0, else 0. */
@Visible
public class ReluBackwardChecks extends ActivationsBackwardChecks {

    public ReluBackwardChecks() {
        super(x -> Transforms.relu(x));
    }

    @Override
    Expect withMistakes(Expect expect, INDArray x, INDArray gradient) {
        return expect
                .mistake("passes everything", "the gradient goes through where x is negative, too; there the output does not move, and it "
                        + "is x that decides, not the gradient",
                        gradient)
                .mistake("asks the gradient", "you let through what is positive in the gradient; whether a unit passes is decided by its x",
                        Transforms.relu(gradient))
                .mistake("value for derivative", "this is max(0, x) times the gradient; the derivative is 0 or 1", Transforms.relu(x).mul(gradient))
                .mistake("wrong side", "you let through where x is negative, and block where it is positive", gradient.sub(masked(x, gradient)))
                .mistake("slope of |x|", "where x is negative this is −1 times the gradient, which is the slope of |x|",
                        Transforms.sign(x).mul(gradient));
    }

    @Check(order = 3, points = 1, says = "0 at the kink (x = 0)")
    public void atZero(Activations.Backward backward) {
        INDArray x = Nd4j.createFromArray(0.0, 1.0, -1.0, 0.0);
        INDArray gradient = Nd4j.createFromArray(2.0, 3.0, 4.0, -5.0);
        Expect.given("x", x).and("gradient", gradient)
                .mistake("kink", "at x = 0 the gradient went through; by the convention of this page the derivative there is 0, so ask x > "
                        + "0, not x ≥ 0",
                        new double[] {2, 3, 0, -5})
                .mistake("kink", "at x = 0 half of the gradient went through; by the convention of this page the derivative there is 0",
                        new double[] {1, 3, 0, -2.5})
                .that(() -> backward.of(x, gradient)).near(new double[] {0, 3, 0, 0});
    }

    private static INDArray masked(INDArray x, INDArray gradient) {
        return x.gt(0).castTo(x.dataType()).mul(gradient);
    }
}
