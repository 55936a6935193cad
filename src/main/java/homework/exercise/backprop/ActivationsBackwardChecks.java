package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.gradient.Formula;
import homework.gradient.GradientCheck;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What every backward rule has to do, dL/dx = f'(x) · dL/dy, compared with finite differences of the function. */
public abstract class ActivationsBackwardChecks {
    private final Formula<INDArray> function;

    ActivationsBackwardChecks(Formula<INDArray> function) {
        this.function = function;
    }

    /** Adds the mistakes that are known to be made with this function, by the values they give. */
    abstract Expect withMistakes(Expect expect, INDArray x, INDArray gradient);

    @Check(order = 1, points = 1, says = "the derivative alone (dL/dy = 1)")
    public void derivative(Activations.Backward backward) {
        INDArray ones = Nd4j.createFromArray(1.0, 1.0, 1.0, 1.0);
        double[] slopes = check(near(), ones).gradient(x -> x).expected().toArray();
        compare(backward, near(), ones, expect -> expect.mistake("upstream", "the upstream gradient, here 1, is added where it is to be multiplied",
                Nd4j.createFromArray(slopes).add(ones)));
    }

    @Check(order = 2, points = 1, says = "times the gradient that arrives, out to x = ±800")
    public void upstream(Activations.Backward backward) {
        compare(backward, near(), Nd4j.createFromArray(0.5, -2.0, 3.0, 1.5));
        INDArray far = Nd4j.createFromArray(-800.0, 800.0);
        INDArray gradient = Nd4j.createFromArray(-3.0, 2.0);
        Expect.given("x", far).and("gradient", gradient).right(() -> check(far, gradient)
                .backward((x, g) -> ActivationsOverflow.finite(backward.of(x, g))));
    }

    @Check(order = 4, points = 1, says = "a matrix stays a matrix; x and the gradient stay as they were")
    public void leavesItsArgumentsAlone(Activations.Backward backward, Calls calls) {
        compare(backward, Nd4j.createFromArray(new double[][] {{-1, 2}, {0.5, -3}, {1, 1.5}}),
                Nd4j.createFromArray(new double[][] {{4, 8}, {-1, 2.5}, {3, -2}}));
        calls.leftArgumentsAlone();
    }

    private static INDArray near() {
        return Nd4j.createFromArray(-2.0, -0.5, 0.3, 1.5);
    }

    private GradientCheck<INDArray> check(INDArray x, INDArray gradient) {
        return GradientCheck.ofArrays("f", function).at(x).upstream(gradient);
    }

    private void compare(Activations.Backward backward, INDArray x, INDArray gradient) {
        compare(backward, x, gradient, expect -> expect);
    }

    private void compare(Activations.Backward backward, INDArray x, INDArray gradient, UnaryOperator<Expect> more) {
        Expect expect = withMistakes(Expect.given("x", x).and("gradient", gradient), x, gradient);
        more.apply(expect).right(() -> check(x, gradient).backward(backward::of));
    }
}
