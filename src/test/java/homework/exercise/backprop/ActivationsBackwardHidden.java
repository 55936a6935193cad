package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Expect;
import homework.gradient.Formula;
import homework.gradient.GradientCheck;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The tests of {@link ActivationsBackwardChecks} on other inputs; none is nearer to the kink of ReLU than finite differences reach. */
abstract class ActivationsBackwardHidden {
    private final Formula<INDArray> function;

    ActivationsBackwardHidden(Formula<INDArray> function) {
        this.function = function;
    }

    @Check(order = 1, guards = "derivative", says = "other derivatives")
    void derivative(Activations.Backward backward, Draw draw) {
        INDArray x = draw.signedArray(0.1, 4, draw.whole(6, 10));
        compare(backward, x, Nd4j.onesLike(x));
    }

    @Check(order = 2, guards = "upstream", says = "other gradients, the outer ones far out")
    void upstream(Activations.Backward backward, Draw draw) {
        double[][] points = farAndNear(draw);
        compare(backward, Nd4j.createFromArray(points[0]), Nd4j.createFromArray(points[1]));
    }

    @Check(order = 4, guards = "leavesItsArgumentsAlone", says = "another matrix, untouched")
    void leavesItsArgumentsAlone(Activations.Backward backward, Draw draw, Calls calls) {
        long[] shape = {draw.whole(2, 4), draw.whole(1, 3)};
        // Gradients above 1 tell from x, which has both signs, and from no gradient at all.
        compare(backward, draw.signedArray(0.1, 3, shape), draw.array(1.2, 4, shape));
        calls.leftArgumentsAlone();
    }

    /** x and gradients; the first x and the last are so far out that an exponential overflows, and the first gradient has another sign than its x. */
    private static double[][] farAndNear(Draw draw) {
        int n = draw.whole(6, 9);
        double[] x = draw.signed(n, 0.1, 3.5);
        double[] gradient = draw.signed(n, 0.2, 3);
        x[0] = -draw.number(900, 1200);
        x[n - 1] = draw.number(900, 1200);
        gradient[0] = Math.abs(gradient[0]);
        return new double[][] {x, gradient};
    }

    private void compare(Activations.Backward backward, INDArray x, INDArray gradient) {
        Expect.given("x", x).and("gradient", gradient)
                .right(() -> GradientCheck.ofArrays("f", function).at(x).upstream(gradient).backward(backward::of));
    }
}
