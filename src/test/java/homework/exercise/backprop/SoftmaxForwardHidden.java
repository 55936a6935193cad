package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

@Hidden
class SoftmaxForwardHidden {

    @Check(order = 1, guards = "values", says = "four other scores against ND4J")
    void values(Softmax.OfScores softmax) {
        compare(softmax, Nd4j.createFromArray(-0.7, 2.2, 0.4, 1.3), 1);
    }

    @Check(order = 2, guards = "beta", says = "β = 0.3 against ND4J")
    void beta(Softmax.OfScores softmax) {
        compare(softmax, Nd4j.createFromArray(-0.7, 2.2, 0.4, 1.3, -3), 0.3);
    }

    @Check(order = 3, guards = "leavesItsArgumentAlone", says = "seven equal scores")
    void leavesItsArgumentAlone(Softmax.OfScores softmax, Calls calls) {
        compare(softmax, Nd4j.createFromArray(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0), 0.5);
        calls.leftArgumentsAlone();
    }

    private static void compare(Softmax.OfScores softmax, INDArray x, double beta) {
        Expect.given("x", x).and("beta", beta).that(() -> softmax.of(x, beta)).near(Transforms.softmax(x.mul(-beta)));
    }
}
