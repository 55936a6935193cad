package homework.exercise.backprop;

import homework.exercise.Known;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Answers to nllGradient, right and wrong. */
final class SoftmaxNllGradientKnown {
    private static final String[] ALL_TESTS = {"values", "largeScores", "leavesItsArgumentAlone"};
    static final Known<Softmax.LossGradient> NLL_GRADIENT = Known.of(Softmax.NLL_GRADIENT, SoftmaxNllGradientHidden.class,
            SoftmaxNllGradientKnown::gradient)
            .wrong("β(t + p)", (x, beta, label) -> gradient(x, beta, label).add(p(x, beta).mul(2 * beta)), "inner sign", ALL_TESTS)
            .wrong("β(p − t)", (x, beta, label) -> gradient(x, beta, label).neg(), "sign", ALL_TESTS)
            .wrong("p − t", (x, beta, label) -> gradient(x, beta, label).div(-beta), "sign", ALL_TESTS)
            .wrong("β forgotten", (x, beta, label) -> gradient(x, beta, label).div(beta), "factor 1/β", "values", "largeScores")
            .wrong("β squared", (x, beta, label) -> gradient(x, beta, label).mul(beta), "factor β", "values", "largeScores")
            .wrong("t missing", (x, beta, label) -> p(x, beta).mul(-beta), "target", ALL_TESTS)
            .wrong("label counted from 1", (x, beta, label) -> gradient(x, beta, (int) ((label + x.length() - 1) % x.length())), "other label",
                    ALL_TESTS)
            .wrong("p of e^+βx", (x, beta, label) -> gradient(x, -beta, label).mul(-1), "exponent", "values", "largeScores")
            .wrong("nyu-2015: p of e^+x", (x, beta, label) -> gradient(x, -1, label).mul(-beta), "exponent", "values", "largeScores")
            .wrong("p of β = 1", (x, beta, label) -> gradient(x, 1, label).mul(beta), "β in softmax", "values")
            .wrong("p of the plain softmax", (x, beta, label) -> {
                INDArray wrong = SoftmaxForwardKnown.softmax(x, beta).mul(-beta);
                return wrong.putScalar(label, wrong.getDouble(label) + beta);
            }, "overflow", "largeScores")
            .wrong("in place", (x, beta, label) -> gradient(x.subi(x.minNumber()), beta, label), "argument changed", "leavesItsArgumentAlone")
            .wrong("float", (x, beta, label) -> gradient(x, beta, label).castTo(DataType.FLOAT), "float", ALL_TESTS);

    private SoftmaxNllGradientKnown() {
    }

    private static INDArray p(INDArray x, double beta) {
        return Transforms.exp(SoftmaxLogKnown.logSoftmax(x, beta));
    }

    static INDArray gradient(INDArray x, double beta, int label) {
        INDArray dx = p(x, beta).mul(-beta);
        return dx.putScalar(label, dx.getDouble(label) + beta);
    }
}
