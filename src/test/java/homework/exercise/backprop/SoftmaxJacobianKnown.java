package homework.exercise.backprop;

import homework.exercise.Known;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Answers to softmaxJacobian, right and wrong. A transposed one is not among them: the Jacobian is symmetric. */
final class SoftmaxJacobianKnown {
    private static final String[] ALL_TESTS = {"values", "beta", "rowsSumToZero", "leavesItsArgumentAlone"};
    private static final String[] ALL_BUT_ROWS = {"values", "beta", "leavesItsArgumentAlone"};
    static final Known<Softmax.Jacobian> JACOBIAN = Known.of(Softmax.JACOBIAN, SoftmaxJacobianHidden.class, SoftmaxJacobianKnown::jacobian)
            .wrong("δ added", (p, beta) -> products(p).add(Nd4j.diag(p)).mul(beta), "inner sign", ALL_TESTS)
            .wrong("both terms negative", (p, beta) -> products(p).add(Nd4j.diag(p)).mul(-beta), "inner sign", ALL_TESTS)
            .wrong("nyu-2016: +βp_i(1 − p_i) on the diagonal", (p, beta) -> changed(p, beta, -1, 1), "diagonal sign", ALL_TESTS)
            .wrong("nyu-2016: extra β in the bracket", (p, beta) -> {
                INDArray wrong = jacobian(p, beta);
                for (int i = 0; i < p.length(); i++) {
                    wrong.putScalar(i, i, -beta * p.getDouble(i) * (1 - beta * p.getDouble(i)));
                }
                return wrong;
            }, "β in bracket", "beta", "rowsSumToZero", "leavesItsArgumentAlone")
            .wrong("nyu-2016: −βp_ip_j off the diagonal", (p, beta) -> changed(p, beta, 1, -1), "off-diagonal sign", ALL_TESTS)
            .wrong("nyu-2015: the Jacobian of e^+βx", (p, beta) -> jacobian(p, -beta), "sign", ALL_BUT_ROWS)
            .wrong("β forgotten", (p, beta) -> jacobian(p, 1), "factor 1/β", "beta", "leavesItsArgumentAlone")
            .wrong("β squared", (p, beta) -> jacobian(p, beta * beta), "factor β", "beta", "leavesItsArgumentAlone")
            .wrong("only the diagonal", (p, beta) -> changed(p, beta, 1, 0), "off-diagonal missing", ALL_TESTS)
            .wrong("only the diagonal, with +", (p, beta) -> changed(p, beta, -1, 0), "off-diagonal missing", ALL_TESTS)
            .wrong("diagonal left at 0", (p, beta) -> changed(p, beta, 0, 1), "diagonal missing", ALL_TESTS)
            .wrong("delta missing", (p, beta) -> outer(p).mul(beta), "delta missing", ALL_TESTS)
            .wrong("only −βp on the diagonal", (p, beta) -> Nd4j.diag(p).mul(-beta), "only delta", ALL_TESTS)
            .wrong("the diagonal as a vector", (p, beta) -> p.mul(p.rsub(1)).mul(-beta), "shape", ALL_TESTS)
            .wrong("in place", (p, beta) -> jacobian(p, 1).mul(beta).add(p.muli(0).sumNumber()), "argument changed", "leavesItsArgumentAlone")
            .wrong("float", (p, beta) -> jacobian(p, beta).castTo(DataType.FLOAT), "float", ALL_TESTS);

    private SoftmaxJacobianKnown() {
    }

    private static INDArray outer(INDArray p) {
        return p.reshape(p.length(), 1).mmul(p.reshape(1, p.length()));
    }

    private static INDArray changed(INDArray p, double beta, double diagonal, double rest) {
        INDArray factors = Nd4j.eye(p.length()).castTo(DataType.DOUBLE).mul(diagonal - rest).add(rest);
        return jacobian(p, beta).mul(factors);
    }

    static INDArray jacobian(INDArray p, double beta) {
        return outer(p).sub(Nd4j.diag(p)).mul(beta);
    }

    /** p_i p_j. */
    private static INDArray products(INDArray p) {
        return p.reshape(p.length(), 1).mmul(p.reshape(1, p.length()));
    }
}
