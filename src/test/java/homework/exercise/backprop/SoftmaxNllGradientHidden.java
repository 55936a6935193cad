package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

@Hidden
class SoftmaxNllGradientHidden {

    @Check(order = 1, guards = "values", says = "five classes at β = 0.7")
    void values(Softmax.LossGradient gradient) {
        INDArray x = Nd4j.createFromArray(-0.7, 0.6, 0.4, 1.3, 0.1);
        Expect.given("x", x).and("beta", 0.7).and("label", 4).right(() -> SoftmaxNllGradientChecks.differences(gradient, x, 0.7, 4));
    }

    @Check(order = 2, guards = "largeScores", says = "scores 2000 apart")
    void largeScores(Softmax.LossGradient gradient) {
        SoftmaxNllGradientChecks.survives(gradient, Nd4j.createFromArray(-1000.0, 1000.0), 0.5, 1, new double[] {-0.5, 0.5});
    }

    @Check(order = 3, guards = "leavesItsArgumentAlone", says = "four equal scores")
    void leavesItsArgumentAlone(Softmax.LossGradient gradient, Calls calls) {
        INDArray x = Nd4j.createFromArray(2.0, 2.0, 2.0, 2.0);
        Expect.given("x", x).and("beta", 1.0).and("label", 0).that(() -> gradient.of(x, 1, 0)).near(new double[] {0.75, -0.25, -0.25, -0.25});
        calls.leftArgumentsAlone();
    }
}
