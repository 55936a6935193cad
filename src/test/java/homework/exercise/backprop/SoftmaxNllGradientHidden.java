package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

@Hidden
class SoftmaxNllGradientHidden {

    @Check(order = 1, guards = "values", says = "other classes at another β")
    void values(Softmax.LossGradient gradient, Draw draw) {
        INDArray x = SoftmaxForwardHidden.scores(draw, 1.5);
        double beta = draw.factor();
        int label = draw.whole(0, (int) x.length() - 1);
        Expect.given("x", x).and("beta", beta).and("label", label).right(() -> SoftmaxNllGradientChecks.differences(gradient, x, beta, label));
    }

    /** All probability is at the lowest score, and the label elsewhere. */
    @Check(order = 2, guards = "largeScores", says = "other scores far from 0 and far apart")
    void largeScores(Softmax.LossGradient gradient, Draw draw) {
        int n = draw.whole(2, 4);
        int[] order = draw.order(n);
        int lowest = draw.oneOf(-1, 1) * draw.whole(3000, 5000);
        double beta = draw.factor();
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[order[i]] = i == 0 ? lowest : lowest + draw.whole(3000, 5000);
        }
        double[] expected = new double[n];
        expected[order[0]] = -beta;
        expected[order[1]] = beta;
        SoftmaxNllGradientChecks.survives(gradient, Nd4j.createFromArray(x), beta, order[1], expected);
    }

    @Check(order = 3, guards = "leavesItsArgumentAlone", says = "other equal scores")
    void leavesItsArgumentAlone(Softmax.LossGradient gradient, Draw draw, Calls calls) {
        int n = draw.whole(3, 7);
        int label = draw.whole(0, n - 1);
        INDArray x = SoftmaxForwardHidden.equal(draw, n);
        Expect.given("x", x).and("beta", 1.0).and("label", label).that(() -> gradient.of(x, 1, label))
                .near(Nd4j.zerosLike(x).subi(1.0 / n).putScalar(label, 1 - 1.0 / n));
        calls.leftArgumentsAlone();
    }
}
