package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.gradient.Formula;
import homework.gradient.GradientCheck;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The tests of {@link ActivationsBackwardChecks} on other inputs. */
abstract class ActivationsBackwardHidden {
    private final Formula<INDArray> function;

    ActivationsBackwardHidden(Formula<INDArray> function) {
        this.function = function;
    }

    @Check(order = 1, guards = "derivative", says = "eight derivatives")
    void derivative(Activations.Backward backward) {
        INDArray x = Nd4j.linspace(DataType.DOUBLE, -4, 1.1, 8);
        compare(backward, x, Nd4j.onesLike(x));
    }

    @Check(order = 2, guards = "upstream", says = "eight gradients, the outer ones far out")
    void upstream(Activations.Backward backward) {
        INDArray x = Nd4j.createFromArray(-1000.0, -3.0, -0.7, 0.2, 0.9, 2.1, 3.5, 1000.0);
        compare(backward, x, Nd4j.linspace(DataType.DOUBLE, 2.2, -0.5, 8));
    }

    @Check(order = 4, guards = "leavesItsArgumentsAlone", says = "a column, untouched")
    void leavesItsArgumentsAlone(Activations.Backward backward, Calls calls) {
        compare(backward, Nd4j.createFromArray(new double[][] {{0.1}, {-0.2}}), Nd4j.createFromArray(new double[][] {{3}, {0.4}}));
        calls.leftArgumentsAlone();
    }

    private void compare(Activations.Backward backward, INDArray x, INDArray gradient) {
        Expect.given("x", x).and("gradient", gradient)
                .right(() -> GradientCheck.ofArrays("f", function).at(x).upstream(gradient).backward(backward::of));
    }
}
