package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

@Hidden
class SoftmaxForwardHidden {

    @Check(order = 1, guards = "values", says = "other scores at β = 1 against ND4J")
    void values(Softmax.OfScores softmax, Draw draw) {
        compare(softmax, scores(draw, 2.5), 1);
    }

    @Check(order = 2, guards = "beta", says = "another β against ND4J")
    void beta(Softmax.OfScores softmax, Draw draw) {
        compare(softmax, scores(draw, 2.5), draw.factor());
    }

    @Check(order = 3, guards = "leavesItsArgumentAlone", says = "other equal scores")
    void leavesItsArgumentAlone(Softmax.OfScores softmax, Draw draw, Calls calls) {
        compare(softmax, equal(draw, draw.whole(3, 8)), draw.factor());
        calls.leftArgumentsAlone();
    }

    /** Four to six different scores, none of them far out. */
    static INDArray scores(Draw draw, double largest) {
        return Nd4j.createFromArray(draw.apart(draw.whole(4, 6), -largest, largest, 0.1));
    }

    /** Scores that are all the same number, which is not 0. */
    static INDArray equal(Draw draw, int n) {
        return Nd4j.createFromArray(new double[n]).addi(draw.signed(0.3, 3));
    }

    private static void compare(Softmax.OfScores softmax, INDArray x, double beta) {
        Expect.given("x", x).and("beta", beta).that(() -> softmax.of(x, beta)).near(Transforms.softmax(x.mul(-beta)));
    }
}
