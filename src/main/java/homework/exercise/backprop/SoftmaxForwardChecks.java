package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Visible;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** p_i = e^−βx_i / Σ_k e^−βx_k. */
@Visible
public class SoftmaxForwardChecks {
    private static final String EXPONENT = "these are the values of e^+βx; the exponent lacks its minus";
    private static final String AXIS = "each e^−βx was divided by itself: the sum runs along an axis that holds one number; sum over all classes";

    @Check(order = 1, points = 1, says = "scores 1, 2, 3 at β = 1")
    public void values(Softmax.OfScores softmax) {
        INDArray x = Nd4j.createFromArray(1.0, 2.0, 3.0);
        Expect.given("x", x).and("beta", 1.0)
                .mistake("exponent", EXPONENT, new double[] {0.09003057317, 0.24472847105, 0.66524095577})
                .mistake("not normalised", "this is e^−βx; divide by the sum of all of them",
                        new double[] {0.36787944117, 0.13533528324, 0.04978706837})
                .mistake("maximum", "divided by the largest of the e^−βx; divide by their sum", new double[] {1, 0.36787944117, 0.13533528324})
                .mistake("axis", AXIS, new double[] {1, 1, 1})
                .that(() -> softmax.of(x, 1)).near(new double[] {0.6652409557748219, 0.24472847105479764, 0.09003057317038046});
    }

    @Check(order = 2, points = 1, says = "β = 1.5 sharpens the choice")
    public void beta(Softmax.OfScores softmax) {
        INDArray x = Nd4j.createFromArray(0.5, -1.0, 2.0);
        Expect.given("x", x).and("beta", 1.5).constant("β", 1.5)
                .mistake("exponent", EXPONENT, Transforms.softmax(x.mul(1.5)))
                .mistake("β forgotten", "these are the values for β = 1: beta is not in the exponent", Transforms.softmax(x.neg()))
                .mistake("β squared", "β was multiplied in twice; it belongs into the exponent once", Transforms.softmax(x.mul(-1.5 * 1.5)))
                .mistake("temperature", "x was divided by β; β is the inverse of a temperature, so multiply", Transforms.softmax(x.div(-1.5)))
                .mistake("axis", AXIS, new double[] {1, 1, 1})
                .mistake("exponent", "these are the values of e^+x; both the minus and β are missing in the exponent", Transforms.softmax(x))
                .that(() -> softmax.of(x, 1.5)).near(new double[] {0.09440075994963426, 0.8956494731536236, 0.009949766896742152});
    }

    @Check(order = 3, points = 1, says = "the shape stays [n], and x stays as it was")
    public void leavesItsArgumentAlone(Softmax.OfScores softmax, Calls calls) {
        INDArray x = Nd4j.createFromArray(3.0, 3.0, 3.0, 3.0);
        Expect.given("x", x).and("beta", 2.0).that(() -> softmax.of(x, 2)).near(new double[] {0.25, 0.25, 0.25, 0.25});
        calls.leftArgumentsAlone();
    }
}
