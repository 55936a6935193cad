package homework.exercise.backprop;

import static homework.exercise.backprop.SoftmaxForwardKnown.softmax;

import homework.exercise.Known;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Answers to softmaxBackward, right and wrong. */
final class SoftmaxBackwardKnown {
    private static final String[] ALL_TESTS = {"values", "equalGradients", "manyClasses", "leavesItsArgumentsAlone"};
    private static final String[] ALL_BUT_EQUAL = {"values", "manyClasses", "leavesItsArgumentsAlone"};
    static final Known<Softmax.Backward> BACKWARD = Known.of(Softmax.BACKWARD, SoftmaxBackwardHidden.class, SoftmaxBackwardKnown::backward)
            .wrong("mean added", (x, beta, g) -> {
                INDArray p = softmax(x, beta);
                return p.mul(g.add(g.mul(p).sumNumber())).mul(-beta);
            }, "inner sign", ALL_TESTS)
            .wrong("nyu-2015: the signs of e^+βx", (x, beta, g) -> backward(x, beta, g).neg(), "sign", ALL_BUT_EQUAL)
            .wrong("nyu-2015: p of e^+βx, derivative of e^−βx", (x, beta, g) -> of(softmax(x, -beta), beta, g), "exponent", "values")
            .wrong("nyu-2015: p of e^+x", (x, beta, g) -> of(softmax(x, -1), beta, g), "exponent", "values")
            .wrong("p of β = 1", (x, beta, g) -> of(softmax(x, 1), beta, g), "β in softmax", "values")
            .wrong("β forgotten", (x, beta, g) -> backward(x, beta, g).div(beta), "factor 1/β", "values", "manyClasses", "leavesItsArgumentsAlone")
            .wrong("β squared", (x, beta, g) -> backward(x, beta, g).mul(beta), "factor β", "values", "manyClasses", "leavesItsArgumentsAlone")
            .wrong("times the diagonal alone", (x, beta, g) -> {
                INDArray p = softmax(x, beta);
                return p.mul(p.rsub(1)).mul(g).mul(-beta);
            }, "off-diagonal missing", ALL_TESTS)
            .wrong("nyu-2016: + on the diagonal", (x, beta, g) -> {
                INDArray p = softmax(x, beta);
                return backward(x, beta, g).add(p.mul(p.rsub(1)).mul(g).mul(2 * beta));
            }, "diagonal sign", ALL_TESTS)
            .wrong("nothing subtracted", (x, beta, g) -> softmax(x, beta).mul(g).mul(-beta), "only delta", ALL_TESTS)
            .wrong("delta missing", (x, beta, g) -> softmax(x, beta).mul(softmax(x, beta).mul(g).sumNumber()).mul(beta), "delta missing", ALL_TESTS)
            .wrong("plain mean", (x, beta, g) -> softmax(x, beta).mul(g.sub(g.meanNumber())).mul(-beta), "mean", "values")
            .wrong("plain sum", (x, beta, g) -> softmax(x, beta).mul(g.sub(g.sumNumber())).mul(-beta), "weights", ALL_TESTS)
            .wrong("x in place of p", (x, beta, g) -> of(x, beta, g), "at input", ALL_TESTS)
            .wrong("by way of the Jacobian", (x, beta, g) -> SoftmaxJacobianKnown.jacobian(softmax(x, beta), beta).mmul(g), "exception",
                    "manyClasses")
            .wrong("in place", (x, beta, g) -> backward(x, beta, g.muli(1 / beta)).mul(beta), "argument changed", "leavesItsArgumentsAlone")
            .wrong("float", (x, beta, g) -> backward(x, beta, g).castTo(DataType.FLOAT), "float", ALL_TESTS);

    private SoftmaxBackwardKnown() {
    }

    private static INDArray of(INDArray p, double beta, INDArray gradient) {
        return p.mul(gradient.sub(p.mul(gradient).sumNumber())).mul(-beta);
    }

    static INDArray backward(INDArray x, double beta, INDArray gradient) {
        return of(softmax(x, beta), beta, gradient);
    }
}
