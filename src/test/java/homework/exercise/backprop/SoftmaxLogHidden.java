package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

@Hidden
class SoftmaxLogHidden {

    @Check(order = 1, guards = "values", says = "five scores against ND4J")
    void values(Softmax.OfScores logSoftmax) {
        INDArray x = Nd4j.createFromArray(-0.7, 0.6, 0.4, 1.3, 0.1);
        SoftmaxLogChecks.compare(logSoftmax, x, 0.7, Transforms.log(Transforms.softmax(x.mul(-0.7))).toDoubleVector());
    }

    @Check(order = 2, guards = "largeScores", says = "scores around ±3000")
    void largeScores(Softmax.OfScores logSoftmax) {
        SoftmaxLogChecks.survives(logSoftmax, Nd4j.createFromArray(3000.0, 3002.0), 0.5, new double[] {-0.31326168751822286, -1.3132616875182228});
        SoftmaxLogChecks.survives(logSoftmax, Nd4j.createFromArray(-3000.0, -2998.0), 0.5, new double[] {-0.31326168751822286, -1.3132616875182228});
    }

    @Check(order = 3, guards = "distantScores", says = "scores 3000 apart")
    void distantScores(Softmax.OfScores logSoftmax) {
        SoftmaxLogChecks.survives(logSoftmax, Nd4j.createFromArray(0.0, 3000.0, 2000.0), 0.5, new double[] {0, -1500, -1000});
    }

    @Check(order = 4, guards = "leavesItsArgumentAlone", says = "four equal scores")
    void leavesItsArgumentAlone(Softmax.OfScores logSoftmax, Calls calls) {
        INDArray x = Nd4j.createFromArray(-2.0, -2.0, -2.0, -2.0);
        Expect.given("x", x).and("beta", 3.0).that(() -> logSoftmax.of(x, 3)).near(Transforms.log(Nd4j.createFromArray(0.25, 0.25, 0.25, 0.25)));
        calls.leftArgumentsAlone();
    }
}
