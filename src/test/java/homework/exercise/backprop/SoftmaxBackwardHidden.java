package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

@Hidden
class SoftmaxBackwardHidden {
    private final INDArray x = Nd4j.createFromArray(-0.7, 0.6, 0.4, 1.3, 0.1);

    @Check(order = 1, guards = "values", says = "five classes at β = 0.7")
    void values(Softmax.Backward backward) {
        INDArray gradient = Nd4j.createFromArray(-1.0, 0.2, 2.5, 1, -0.3);
        Expect.given("x", x).and("beta", 0.7).and("gradient", gradient).right(() -> SoftmaxBackwardChecks.differences(backward, x, 0.7, gradient));
    }

    @Check(order = 2, guards = "equalGradients", says = "five equal gradients")
    void equalGradients(Softmax.Backward backward) {
        SoftmaxBackwardChecks.movesNothing(backward, x, 0.7, Nd4j.createFromArray(-2.0, -2, -2, -2, -2));
    }

    @Check(order = 3, guards = "manyClasses", says = "1 200 000 classes")
    void manyClasses(Softmax.Backward backward) {
        SoftmaxBackwardChecks.uniform(backward, 1_200_000, 0.5, -0.25);
    }

    @Check(order = 4, guards = "leavesItsArgumentsAlone", says = "two other classes")
    void leavesItsArgumentsAlone(Softmax.Backward backward, Calls calls) {
        INDArray same = Nd4j.createFromArray(-1.0, -1.0);
        INDArray gradient = Nd4j.createFromArray(6.0, 2.0);
        Expect.given("x", same).and("beta", 2.0).and("gradient", gradient).that(() -> backward.of(same, 2, gradient)).near(new double[] {-2, 2});
        calls.leftArgumentsAlone();
    }
}
