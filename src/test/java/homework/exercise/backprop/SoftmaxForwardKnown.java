package homework.exercise.backprop;

import homework.exercise.Known;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Answers to softmax, right and wrong. */
final class SoftmaxForwardKnown {
    static final Known<Softmax.OfScores> FORWARD = Known.of(Softmax.FORWARD, SoftmaxForwardHidden.class, SoftmaxForwardKnown::softmax)
            .wrong("nyu-2015: e^+βx", (x, beta) -> softmax(x, -beta), "exponent", "values", "beta")
            .wrong("nyu-2015: e^+x", (x, beta) -> softmax(x, -1), "exponent", "values", "beta")
            .wrong("β forgotten", (x, beta) -> softmax(x, 1), "β forgotten", "beta")
            .wrong("β squared", (x, beta) -> softmax(x, beta * beta), "β squared", "beta")
            .wrong("divided by β", (x, beta) -> softmax(x, 1 / beta), "temperature", "beta")
            .wrong("not normalised", (x, beta) -> exp(x, beta), "not normalised", "values", "beta", "leavesItsArgumentAlone")
            .wrong("divided by the maximum", (x, beta) -> exp(x, beta).div(exp(x, beta).maxNumber()), "maximum", "values", "beta",
                    "leavesItsArgumentAlone")
            .wrong("summed over the wrong axis", (x, beta) -> {
                INDArray column = exp(x, beta).reshape(x.length(), 1);
                return column.divColumnVector(column.sum(true, 1)).reshape(x.length());
            }, "axis", "values", "beta", "leavesItsArgumentAlone")
            .wrong("a row [1, n]", (x, beta) -> softmax(x, beta).reshape(1, x.length()), "shape", "values", "beta", "leavesItsArgumentAlone")
            .wrong("in place", (x, beta) -> softmax(x.muli(beta), 1), "argument changed", "leavesItsArgumentAlone")
            .wrong("float", (x, beta) -> softmax(x, beta).castTo(DataType.FLOAT), "float", "values", "beta", "leavesItsArgumentAlone");

    private SoftmaxForwardKnown() {
    }

    private static INDArray exp(INDArray x, double beta) {
        return Transforms.exp(x.mul(-beta));
    }

    static INDArray softmax(INDArray x, double beta) {
        INDArray e = exp(x, beta);
        return e.div(e.sumNumber());
    }
}
