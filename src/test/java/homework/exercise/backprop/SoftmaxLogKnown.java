package homework.exercise.backprop;

import homework.exercise.Known;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Answers to logSoftmax, right and wrong. */
final class SoftmaxLogKnown {
    private static final String[] ALL_TESTS = {"values", "largeScores", "distantScores", "leavesItsArgumentAlone"};
    static final Known<Softmax.OfScores> LOG = Known.of(Softmax.LOG, SoftmaxLogHidden.class, SoftmaxLogKnown::logSoftmax)
            .wrong("logarithm of the plain softmax", (x, beta) -> Transforms.log(SoftmaxForwardKnown.softmax(x, beta)), "overflow", "largeScores",
                    "distantScores")
            .wrong("logarithm of a stable softmax", (x, beta) -> Transforms.log(Transforms.exp(logSoftmax(x, beta))), "overflow", "distantScores")
            .wrong("no shift", (x, beta) -> shifted(x, beta, 0), "overflow", "largeScores")
            .wrong("shifted by the maximum", (x, beta) -> shifted(x, beta, x.maxNumber().doubleValue()), "overflow", "distantScores")
            .wrong("shifted without β", (x, beta) -> shifted(x, beta, x.minNumber().doubleValue() / beta), "overflow", "largeScores")
            .wrong("shift on one side alone", (x, beta) -> logSoftmax(x, beta).sub(beta * x.minNumber().doubleValue()), "shift", "values",
                    "largeScores",
                    "leavesItsArgumentAlone")
            .wrong("e^+βx", (x, beta) -> logSoftmax(x, -beta), "exponent", "values", "largeScores", "distantScores")
            .wrong("nyu-2015: e^+x", (x, beta) -> logSoftmax(x, -1), "exponent", "values", "largeScores", "distantScores")
            .wrong("β forgotten", (x, beta) -> logSoftmax(x, 1), "β forgotten", "values", "largeScores", "distantScores")
            .wrong("no sum", (x, beta) -> x.mul(-beta), "not normalised", "values", "largeScores", "leavesItsArgumentAlone")
            .wrong("p without the logarithm", (x, beta) -> Transforms.exp(logSoftmax(x, beta)), "no logarithm", ALL_TESTS)
            .wrong("−log p", (x, beta) -> logSoftmax(x, beta).neg(), "sign", ALL_TESTS)
            .wrong("in place", (x, beta) -> logSoftmax(x.subi(x.minNumber()), beta), "argument changed", "leavesItsArgumentAlone")
            .wrong("float", (x, beta) -> logSoftmax(x, beta).castTo(DataType.FLOAT), "float", ALL_TESTS);

    private SoftmaxLogKnown() {
    }

    private static INDArray shifted(INDArray x, double beta, double m) {
        INDArray z = x.sub(m).mul(-beta);
        return z.sub(Math.log(Transforms.exp(z).sumNumber().doubleValue()));
    }

    static INDArray logSoftmax(INDArray x, double beta) {
        INDArray z = x.sub(beta > 0 ? x.minNumber() : x.maxNumber()).mul(-beta);
        return z.sub(Math.log(Transforms.exp(z).sumNumber().doubleValue()));
    }
}
