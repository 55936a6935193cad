package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

@Hidden
class SoftmaxBackwardHidden {

    @Check(order = 1, guards = "values", says = "other classes at another β")
    void values(Softmax.Backward backward, Draw draw) {
        INDArray x = SoftmaxForwardHidden.scores(draw, 1.5);
        INDArray gradient = Nd4j.createFromArray(draw.apart((int) x.length(), -3, 3, 0.3));
        double beta = draw.factor();
        Expect.given("x", x).and("beta", beta).and("gradient", gradient).right(() -> SoftmaxBackwardChecks.differences(backward, x, beta, gradient));
    }

    @Check(order = 2, guards = "equalGradients", says = "other equal gradients")
    void equalGradients(Softmax.Backward backward, Draw draw) {
        INDArray x = SoftmaxForwardHidden.scores(draw, 1.5);
        SoftmaxBackwardChecks.movesNothing(backward, x, draw.factor(), Nd4j.zerosLike(x).addi(draw.signed(1, 5)));
    }

    @Check(order = 3, guards = "manyClasses", says = "another million classes")
    void manyClasses(Softmax.Backward backward, Draw draw) {
        SoftmaxBackwardChecks.uniform(backward, draw.whole(1_000_000, 1_200_000), draw.factor(), draw.signed(0.1, 2));
    }

    @Check(order = 4, guards = "leavesItsArgumentsAlone", says = "a few other classes with equal scores")
    void leavesItsArgumentsAlone(Softmax.Backward backward, Draw draw, Calls calls) {
        int n = draw.whole(2, 4);
        INDArray x = SoftmaxForwardHidden.equal(draw, n);
        INDArray gradient = Nd4j.createFromArray(draw.apart(n, 0.5, 6, 0.5));
        double beta = draw.factor();
        // Every p is 1/n, so that the weighted mean is the plain one.
        Expect.given("x", x).and("beta", beta).and("gradient", gradient).that(() -> backward.of(x, beta, gradient))
                .near(gradient.sub(gradient.sumNumber().doubleValue() / n).mul(-beta / n));
        calls.leftArgumentsAlone();
    }
}
