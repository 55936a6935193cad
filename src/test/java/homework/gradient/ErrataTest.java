package homework.gradient;

import static homework.gradient.Maths.sigmoid;
import static homework.gradient.Maths.softmax;
import static homework.gradient.Maths.softmaxJacobian;
import static homework.gradient.Vectors.delta;
import static homework.gradient.Vectors.diagonal;
import static homework.gradient.Vectors.divide;
import static homework.gradient.Vectors.dot;
import static homework.gradient.Vectors.each;
import static homework.gradient.Vectors.exp;
import static homework.gradient.Vectors.matrix;
import static homework.gradient.Vectors.max;
import static homework.gradient.Vectors.mean;
import static homework.gradient.Vectors.min;
import static homework.gradient.Vectors.minus;
import static homework.gradient.Vectors.negative;
import static homework.gradient.Vectors.outer;
import static homework.gradient.Vectors.plus;
import static homework.gradient.Vectors.square;
import static homework.gradient.Vectors.sum;
import static homework.gradient.Vectors.tanh;
import static homework.gradient.Vectors.times;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the reports state about activations, softmax and the linear layer: the wrong lines fail for their causes, the right ones pass. */
class ErrataTest {
    private static final double BETA = 1.5;
    private static final double SLOPE = 0.02;
    private static final double[] EXAMPLE = {0.7, -1.2, 0.4};
    private static final double[] G = {1.1, -0.3, 0.6};
    private static final int B = 4;
    private static final double[][] BATCH = IntStream.range(0, B).mapToObj(s -> Maths.normal(3, 20 + s)).toArray(double[][]::new);
    /** What each example's own loss gives for its x̃. */
    private static final double[][] GS = IntStream.range(0, B).mapToObj(s -> Maths.normal(3, 30 + s)).toArray(double[][]::new);

    private static DerivationResult holds(Derivation.Ready derivation) {
        DerivationResult result = derivation.run();
        assertTrue(result.holds(), result::toString);
        return result;
    }

    private static double[] slopes(double[] x) {
        double[] s = each(x, Maths::sigmoid);
        return times(s, minus(1, s));
    }

    /** 1 / (1 − e^{−x}), with the sign of the erratum. */
    private static double[] wrongSigmoid(double[] x) {
        return divide(1, minus(1, exp(negative(x))));
    }

    @Test
    void sigmoid2016() {
        Derivation slope = Derivation.of("slope of the sigmoid").derivativeOf(x -> each(x, Maths::sigmoid))
                .step("quotient rule", "e^-x / (1 + e^-x)²", x -> divide(exp(negative(x)), square(plus(1, exp(negative(x))))))
                .step("two factors", "s (1 - s)", x -> slopes(x))
                .claim("nyu-2016", "rewritten", "1 / (1 - e^-x) [1 - 1 / (1 - e^-x)]",
                        x -> times(wrongSigmoid(x), minus(1, wrongSigmoid(x)))).isWrong()
                .claim("kit-lab1", "result", x -> slopes(x))
                .claim("nyu-2017", "result", x -> slopes(x));
        holds(slope.onInputs(Inputs.normal(4, 2), 1));
        DerivationResult one = holds(slope.onInputs(Inputs.exactly(new double[] {0.7}), 1));
        assertTrue(one.toString().contains("at x = 0.7: entry (0) expected 0.2217, got -1.959"), one::toString);
    }

    @Test
    void otherActivations2017() {
        holds(Derivation.of("slope of tanh").derivativeOf(x -> tanh(x)).step("one minus square", x -> minus(1, square(tanh(x))))
                .claim("nyu-2017", "result", x -> minus(1, square(tanh(x)))).onInputs(Inputs.normal(4, 2), 2));
        holds(Derivation.of("slope of ReLU").derivativeOf(x -> each(x, v -> max(0, v))).step("cases", x -> each(x, v -> v > 0 ? 1 : 0))
                .claim("nyu-2017", "result", x -> each(x, v -> v > 0 ? 1 : 0)).onInputs(Inputs.normal(4, 2), 3));
    }

    @Test
    void leakyRelu2019() {
        DerivationResult result = holds(Derivation.of("slope of leaky ReLU").derivativeOf(x -> each(x, v -> v > 0 ? v : SLOPE * v))
                .step("cases", x -> each(x, v -> v > 0 ? 1 : SLOPE))
                .claim("uva-2019", "in the code", "-a for x ≤ 0", x -> each(x, v -> v > 0 ? 1 : -SLOPE)).isWrong("branch")
                .onInputs(Inputs.normal(4, 1), 4));
        assertTrue(result.toString().contains("the sign is wrong where the input is negative, and only there"), result::toString);
    }

    private static double[] e(double[] x) {
        return exp(times(-BETA, x));
    }

    private static double[] diagonalOf(double[][] a) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i][i]).toArray();
    }

    /** -βp_i(1 - p_i), where the reports' p has the exponent -βx. */
    private static double[] diagonalEntries(double[] p) {
        return times(-BETA, times(p, minus(1, p)));
    }

    @Test
    void softmaxOnTheDiagonal2016() {
        holds(Derivation.of("softmax, i = j").constant("β", BETA)
                .step("diagonal of the Jacobian", x -> diagonalOf(softmaxJacobian(x, BETA)))
                .step("quotient rule", "-β e_i (S - e_i) / S²", x -> divide(times(-BETA, times(e(x), minus(sum(e(x)), e(x)))), square(sum(e(x)))))
                .claim("nyu-2016", "first line", "-β e_i (S - e_i) / S", x -> divide(times(-BETA, times(e(x), minus(sum(e(x)), e(x)))), sum(e(x))))
                .isWrong("factor")
                .claim("nyu-2016", "second line", "-(β e_i / S) [1 - β e_i / S]", x -> {
                    double[] p = softmax(x, BETA);
                    return times(-BETA, times(p, minus(1, times(BETA, p))));
                }).isWrong()
                .claim("nyu-2016", "result", "β p_i (1 - p_i)", x -> negative(diagonalEntries(softmax(x, BETA)))).isWrong("sign")
                .claim("kit-lab1", "result", "-β p_i (1 - p_i)", x -> diagonalEntries(softmax(x, BETA)))
                .claim("nyu-2017", "result", "-β p_i (1 - p_i)", x -> diagonalEntries(softmax(x, BETA)))
                .onInputs(Inputs.uniform(5, -2, 2), 5));
    }

    @Test
    void softmaxOffTheDiagonal2016() {
        holds(Derivation.of("softmax, i = 0, j = 1").derivativeOf(x -> softmax(new double[] {EXAMPLE[0], x[0], EXAMPLE[2]}, BETA)[0])
                .step("chain rule", "-e_i / S² · (-β e_j)", x -> -entries(x)[0] / square(sum(entries(x))) * -BETA * entries(x)[1])
                .step("in terms of p", "β p_i p_j", x -> BETA * entries(x)[0] * entries(x)[1] / square(sum(entries(x))))
                .claim("nyu-2016", "first line", "-β e_j S^-2 e_i", x -> -BETA * entries(x)[1] / square(sum(entries(x))) * entries(x)[0])
                .isWrong("sign")
                .onInputs(Inputs.normal(1, 1), 6));
    }

    /** e with x in the place 1 of the example. */
    private static double[] entries(double[] x) {
        return e(new double[] {EXAMPLE[0], x[0], EXAMPLE[2]});
    }

    @Test
    void softmaxJacobian2016() {
        holds(Derivation.of("Jacobian of softmax").derivativeOf(x -> softmax(x, BETA))
                .step("with δ", "-β p_i (δ_ij - p_j)", x -> matrix(4, (i, j) -> -BETA * softmax(x, BETA)[i] * (delta(i, j) - softmax(x, BETA)[j])))
                .claim("nyu-2016", "final table", "i = j: β p_i (1 - p_i)", x -> {
                    double[][] right = softmaxJacobian(x, BETA);
                    return matrix(4, (i, j) -> i == j ? -right[i][j] : right[i][j]);
                }).isWrong("diagonal sign")
                .claim("nyu-2016", "first line", "i ≠ j: -β p_i p_j", x -> {
                    double[][] right = softmaxJacobian(x, BETA);
                    return matrix(4, (i, j) -> i == j ? right[i][j] : -right[i][j]);
                }).isWrong("off-diagonal sign")
                .claim("kit-lab1", "both cases", x -> softmaxJacobian(x, BETA))
                .onInputs(Inputs.normal(4, 1), 7));
        holds(Derivation.of("rows of the Jacobian").step("nothing", x -> new double[4])
                .step("sum to 0", x -> times(softmaxJacobian(x, BETA), each(x, v -> 1)))
                .claim("nyu-2016", "with β p_i (1 - p_i)", x -> plus(times(softmaxJacobian(x, BETA), each(x, v -> 1)),
                        times(-2, diagonalEntries(softmax(x, BETA))))).isWrong()
                .onInputs(Inputs.normal(4, 1), 7));
    }

    @Test
    void softmaxWithAPositiveExponent2015() {
        // The derivative belongs to e^{-βx}; p is what the forward pass gives.
        holds(Derivation.of("softmax with e^{+βx}").derivativeOf(x -> softmax(x, -BETA))
                .step("its own Jacobian", x -> softmaxJacobian(x, -BETA))
                .claim("nyu-2015", "-β p_i (δ_ij - p_j)", x -> {
                    double[] p = softmax(x, -BETA);
                    return times(-BETA, minus(diagonal(p), outer(p, p)));
                }).isWrong("sign").onInputs(Inputs.normal(4, 1), 8));
        holds(Derivation.of("softmax with e^{-βx}").derivativeOf(x -> softmax(x, BETA))
                .step("its own Jacobian", x -> softmaxJacobian(x, BETA))
                .claim("nyu-2015", "-β p_i (δ_ij - p_j)", x -> {
                    double[] p = softmax(x, BETA);
                    return times(-BETA, minus(diagonal(p), outer(p, p)));
                }).onInputs(Inputs.normal(4, 1), 8));
    }

    @Test
    void normalisation2015() {
        holds(Derivation.of("probabilities sum to 1").step("one", x -> 1).step("one denominator", x -> sum(divide(exp(x), sum(exp(x)))))
                .claim("nyu-2015", "second term", "e^{x_0} a second time", x -> (2 * exp(x[0]) + exp(x[2])) / sum(exp(x))).isWrong()
                .claim("nyu-2015", "mixed exponents", "e^{+x} over Σ e^{-x}", x -> sum(exp(x)) / sum(exp(negative(x)))).isWrong()
                .onInputs(Inputs.normal(3, 1), 9));
    }

    @Test
    void computationGraph() {
        holds(Derivation.of("max + min of two sigmoids").derivativeOf(x -> max(sigmoid(x[0]), sigmoid(x[1])) + min(sigmoid(x[0]), sigmoid(x[1])))
                .step("each arrives once", x -> slopes(x)).claim("kit-lab1", "result", x -> slopes(x)).onInputs(Inputs.normal(2, 1), 10));
    }

    @Test
    void bias2019() {
        DerivationResult result = holds(Derivation.of("∂x̃/∂b").derivativeOf(b -> plus(EXAMPLE, b)).step("δ_ij", b -> matrix(3, Vectors::delta))
                .claim("uva-2019", "as printed", "1 for all i, j", b -> matrix(3, (i, j) -> 1)).isWrong("not diagonal")
                .onInputs(Inputs.normal(3, 1), 11));
        assertTrue(result.toString().contains("must be 0, by δ_ij"), result::toString);
    }

    /** The rows of a matrix that is given entry by entry. */
    private static double[][] matrixOf(double[] w) {
        return IntStream.range(0, 3).mapToObj(i -> Arrays.copyOfRange(w, 3 * i, 3 * i + 3)).toArray(double[][]::new);
    }

    @Test
    void outerProduct2019() {
        holds(Derivation.of("dL/dW, one example").derivativeOf(w -> dot(G, times(matrixOf(w), EXAMPLE)))
                .step("outer product", "dL/dx̃ xᵀ", w -> outer(G, EXAMPLE))
                .claim("uva-2019", "entry by entry", "dL/dx̃ · x", w -> times(G, EXAMPLE)).isWrong("outer product")
                .claim("uva-2019", "as inner product", "dL/dx̃ · x", w -> dot(G, EXAMPLE)).isWrong("outer product")
                .onInputs(Inputs.normal(9, 1), 12));
    }

    @Test
    void batchAverage2019() {
        double[][] shares = {times(1.0 / B, GS[0]), times(1.0 / B, GS[1]), times(1.0 / B, GS[2]), times(1.0 / B, GS[3])};
        double[][] sum = plus(plus(outer(shares[0], BATCH[0]), outer(shares[1], BATCH[1])),
                plus(outer(shares[2], BATCH[2]), outer(shares[3], BATCH[3])));
        holds(Derivation.of("dL/dW, mean loss of a batch").count("B", B)
                .derivativeOf(w -> IntStream.range(0, B).mapToDouble(s -> dot(GS[s], times(matrixOf(w), BATCH[s]))).average().orElseThrow())
                .step("sum over the batch", "Σ_s dL/dx̃ˢ (xˢ)ᵀ, where dL/dx̃ holds the 1/B", w -> sum)
                .claim("uva-2019", "averaged", "the same, divided by B", w -> times(1.0 / B, sum)).isWrong("mean")
                .onInputs(Inputs.normal(9, 1), 13));
    }

    @Test
    void biasDividedTwice2019() {
        int examples = 200;
        holds(Derivation.of("dL/db, mean loss of 200").count("B", examples)
                .derivativeOf(b -> mean(each(new double[examples], v -> dot(G, b))))
                .step("sum over the batch", b -> times(examples, times(1.0 / examples, G)))
                .claim("uva-2019", "bias update", "divided by B again", b -> times(1.0 / examples, G)).isWrong("mean")
                .onInputs(Inputs.normal(3, 1), 14));
    }
}
