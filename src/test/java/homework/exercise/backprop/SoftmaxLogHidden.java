package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

@Hidden
class SoftmaxLogHidden {

    @Check(order = 1, guards = "values", says = "other scores against ND4J")
    void values(Softmax.OfScores logSoftmax, Draw draw) {
        INDArray x = SoftmaxForwardHidden.scores(draw, 1.5);
        double beta = draw.factor();
        SoftmaxLogChecks.compare(logSoftmax, x, beta, log(x, beta));
    }

    @Check(order = 2, guards = "largeScores", says = "other scores far above and far below 0")
    void largeScores(Softmax.OfScores logSoftmax, Draw draw) {
        double beta = draw.factor();
        for (int sign : new int[] {1, -1}) {
            // Steps of a quarter, which are exact in a double; the lowest score comes first.
            double[] above = new double[draw.whole(2, 4)];
            for (int i = 1; i < above.length; i++) {
                above[i] = draw.whole(2, 10) / 4.0;
            }
            INDArray small = Nd4j.createFromArray(above);
            SoftmaxLogChecks.survives(logSoftmax, small.add(sign * draw.whole(3000, 5000)), beta, log(small, beta));
        }
    }

    @Check(order = 3, guards = "distantScores", says = "other scores far apart")
    void distantScores(Softmax.OfScores logSoftmax, Draw draw) {
        double[] x = new double[draw.whole(2, 4)];
        for (int i = 1; i < x.length; i++) {
            x[i] = draw.whole(3000, 5000);
        }
        double beta = draw.factor();
        SoftmaxLogChecks.survives(logSoftmax, Nd4j.createFromArray(x), beta, Arrays.stream(x).map(v -> -beta * v).toArray());
    }

    @Check(order = 4, guards = "leavesItsArgumentAlone", says = "other equal scores")
    void leavesItsArgumentAlone(Softmax.OfScores logSoftmax, Draw draw, Calls calls) {
        int n = draw.whole(3, 7);
        INDArray x = SoftmaxForwardHidden.equal(draw, n);
        double beta = draw.factor();
        Expect.given("x", x).and("beta", beta).that(() -> logSoftmax.of(x, beta)).near(Nd4j.zerosLike(x).subi(Math.log(n)));
        calls.leftArgumentsAlone();
    }

    /** For scores near 0, where nothing overflows. */
    private static double[] log(INDArray x, double beta) {
        return Transforms.log(Transforms.softmax(x.mul(-beta))).toDoubleVector();
    }
}
