package homework.gradient;

import static homework.gradient.Maths.normal;
import static homework.gradient.Maths.sigmoid;
import static homework.gradient.Maths.softmax;
import static homework.gradient.Maths.softmaxJacobian;
import static homework.gradient.Vectors.diagonal;
import static homework.gradient.Vectors.dot;
import static homework.gradient.Vectors.each;
import static homework.gradient.Vectors.max;
import static homework.gradient.Vectors.mean;
import static homework.gradient.Vectors.min;
import static homework.gradient.Vectors.minus;
import static homework.gradient.Vectors.outer;
import static homework.gradient.Vectors.plus;
import static homework.gradient.Vectors.square;
import static homework.gradient.Vectors.sum;
import static homework.gradient.Vectors.times;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * What students write, and what the report says to it: the key of its cause, or nothing where nothing certain can be said. Functions of
 * the exercises, on vectors and on arrays of a batch.
 */
class MistakesTest {
    private static final double BETA = Plants.BETA;
    private static final double SLOPE = 0.02;
    private static final double[] X = {0.4, -1.3, 2.1, -0.2, 0.9, -2.2};
    private static final double[] G = {-0.7, 1.1, 0.3, 1.9, -1.4, 0.6};
    private static final INDArray BATCH = normal(11, 5, 4);
    private static final INDArray UP = normal(12, 5, 4);
    /** Of the two units of the graph. */
    private static final double[] UNIT = {0.3, -0.8};
    private final List<Mistake> all = new ArrayList<>();

    private record Mistake(String what, String key, GradientReport report) {
    }

    private void wrong(String what, String key, GradientReport report) {
        all.add(new Mistake(what, key, report));
    }

    @TestFactory
    Stream<DynamicTest> theReportNamesTheCauseOrNothing() {
        logistic(GradientCheck.of("sigmoid", x -> each(x, Maths::sigmoid)).at(X).upstream(G));
        hyperbolic(GradientCheck.ofArrays("tanh", x -> Transforms.tanh(x, true)).at(BATCH).upstream(UP));
        rectifiers();
        softmaxOnVectors(Plants.softmaxCheck());
        softmaxOnArrays(GradientCheck.ofArrays("softmax", x -> rows(x)).at(BATCH).upstream(UP).constant("β", BETA));
        graph();
        products();
        return all.stream().map(one -> DynamicTest.dynamicTest(one.what() + " → " + one.key(), () -> {
            assertFalse(one.report().isRight(), one.report()::toString);
            assertEquals(one.key(), one.report().likely().map(Likely::key).orElse(""), one.report()::toString);
        }));
    }

    private void logistic(GradientCheck<double[]> check) {
        wrong("sigmoid, no upstream", "upstream", check.backward((x, g) -> each(x, Plants::sigmoidSlope)));
        wrong("sigmoid, upstream added", "upstream", check.backward((x, g) -> plus(g, each(x, Plants::sigmoidSlope))));
        wrong("sigmoid, upstream twice", "upstream", check.backward((x, g) -> times(square(g), each(x, Plants::sigmoidSlope))));
        wrong("sigmoid, x (1 - x)", "at input", check.backward((x, g) -> times(g, each(x, v -> v * (1 - v)))));
        wrong("sigmoid, slope of s(y)", "at output", check.backward((x, g) -> times(g, each(x, v -> Plants.sigmoidSlope(sigmoid(v))))));
        wrong("sigmoid, s (s - 1)", "sign", check.backward((x, g) -> times(g, each(x, v -> sigmoid(v) * (sigmoid(v) - 1)))));
        wrong("sigmoid, s (1 + s)", "", check.backward((x, g) -> times(g, each(x, v -> sigmoid(v) * (1 + sigmoid(v))))));
        wrong("sigmoid, s alone", "", check.backward((x, g) -> times(g, each(x, v -> sigmoid(v)))));
        wrong("sigmoid, 1 - s alone", "", check.backward((x, g) -> times(g, each(x, v -> 1 - sigmoid(v)))));
        wrong("sigmoid, the forward pass", "", check.backward((x, g) -> each(x, v -> sigmoid(v))));
        wrong("sigmoid, the upstream alone", "", check.backward((x, g) -> g.clone()));
        wrong("sigmoid, the Jacobian", "upstream", check.backward((x, g) -> diagonal(each(x, Plants::sigmoidSlope))));
    }

    private void hyperbolic(GradientCheck<INDArray> check) {
        wrong("tanh array, 1 - tanh", "", check.backward((x, g) -> Transforms.tanh(x, true).rsub(1).mul(g)));
        wrong("tanh array, 1 + tanh²", "", check.backward((x, g) -> squared(Transforms.tanh(x, true)).add(1).mul(g)));
        wrong("tanh array, 1 - x²", "at input", check.backward((x, g) -> squared(x).rsub(1).mul(g)));
        wrong("tanh array, no upstream", "upstream", check.backward((x, g) -> squared(Transforms.tanh(x, true)).rsub(1)));
        wrong("tanh array, upstream added", "upstream", check.backward((x, g) -> squared(Transforms.tanh(x, true)).rsub(1).add(g)));
        wrong("tanh array, tanh² - 1", "sign", check.backward((x, g) -> squared(Transforms.tanh(x, true)).sub(1).mul(g)));
        wrong("tanh array, in float", "float", check.backward((x, g) -> {
            INDArray narrow = x.castTo(DataType.FLOAT);
            return squared(Transforms.tanh(narrow, true)).rsub(1).mul(g.castTo(DataType.FLOAT));
        }));
        wrong("tanh array, returned transposed", "transposed",
                check.backward((x, g) -> squared(Transforms.tanh(x, true)).rsub(1).mul(g).transpose()));
    }

    private static INDArray squared(INDArray x) {
        return x.mul(x);
    }

    private void rectifiers() {
        GradientCheck<double[]> relu = GradientCheck.of("ReLU", x -> each(x, v -> Math.max(0, v))).at(X).upstream(G);
        wrong("ReLU, no upstream", "upstream", relu.backward((x, g) -> each(x, v -> v > 0 ? 1 : 0)));
        wrong("ReLU, mask of g", "", relu.backward((x, g) -> each(g, v -> Math.max(0, v))));
        wrong("ReLU, no mask", "", relu.backward((x, g) -> g.clone()));
        wrong("ReLU, mask turned round", "", relu.backward((x, g) -> times(g, each(x, v -> v < 0 ? 1 : 0))));
        wrong("ReLU, x in place of 1", "", relu.backward((x, g) -> times(g, each(x, v -> Math.max(0, v)))));
        wrong("ReLU, minus 1 where positive", "sign", relu.backward((x, g) -> times(g, each(x, v -> v > 0 ? -1 : 0))));
        GradientCheck<double[]> leaky = GradientCheck.of("leaky ReLU", x -> each(x, v -> v > 0 ? v : SLOPE * v)).at(X).upstream(G)
                .constant("a", SLOPE);
        wrong("leaky ReLU, slope -a", "branch", leaky.backward((x, g) -> times(g, each(x, v -> v > 0 ? 1 : -SLOPE))));
        wrong("leaky ReLU, slope 0", "branch", leaky.backward((x, g) -> times(g, each(x, v -> v > 0 ? 1 : 0))));
        wrong("leaky ReLU, slope 1/a", "branch", leaky.backward((x, g) -> times(g, each(x, v -> v > 0 ? 1 : 1 / SLOPE))));
        wrong("leaky ReLU, slopes exchanged", "", leaky.backward((x, g) -> times(g, each(x, v -> v > 0 ? SLOPE : 1))));
        wrong("leaky ReLU, no upstream", "upstream", leaky.backward((x, g) -> each(x, v -> v > 0 ? 1 : SLOPE)));
        wrong("leaky ReLU, upstream where positive only", "", leaky.backward((x, g) -> {
            double[] dx = g.clone();
            for (int i = 0; i < dx.length; i++) {
                dx[i] = x[i] > 0 ? g[i] : SLOPE;
            }
            return dx;
        }));
    }

    private void softmaxOnVectors(GradientCheck<double[]> check) {
        wrong("softmax Jacobian, no β", "factor 1/β", check.gradient(x -> times(1 / BETA, softmaxJacobian(x, BETA))));
        wrong("softmax Jacobian, β twice", "factor β", check.gradient(x -> times(BETA, softmaxJacobian(x, BETA))));
        wrong("softmax Jacobian, for e^{+βx}", "", check.gradient(x -> softmaxJacobian(x, -BETA)));
        wrong("softmax Jacobian, no minus", "sign", check.gradient(x -> times(-1, softmaxJacobian(x, BETA))));
        wrong("softmax Jacobian, neither minus nor β", "factor −1/β", check.gradient(x -> times(-1 / BETA, softmaxJacobian(x, BETA))));
        wrong("softmax Jacobian, p without β", "", check.gradient(x -> times(BETA, softmaxJacobian(x, 1))));
        wrong("softmax Jacobian, diagonal alone", "off-diagonal missing", check.gradient(x -> {
            double[] p = softmax(x, BETA);
            return diagonal(times(-BETA, times(p, minus(1, p))));
        }));
        wrong("softmax Jacobian, diagonal alone as a vector", "", check.gradient(x -> {
            double[] p = softmax(x, BETA);
            return times(-BETA, times(p, minus(1, p)));
        }));
        wrong("softmax Jacobian, + p_i p_j throughout", "delta missing", check.gradient(x -> times(BETA, outer(softmax(x, BETA), softmax(x, BETA)))));
        wrong("softmax Jacobian, δ + p", "", check.gradient(x -> {
            double[] p = softmax(x, BETA);
            return times(-BETA, plus(diagonal(p), outer(p, p)));
        }));
        GradientCheck<double[]> back = check.upstream(Plants.G);
        wrong("softmax backward, no upstream, all 0", "", back.backward((x, g) -> new double[x.length]));
        wrong("softmax backward, the Jacobian", "upstream", back.backward((x, g) -> softmaxJacobian(x, BETA)));
        wrong("softmax backward, as if elementwise", "off-diagonal missing", back.backward((x, g) -> {
            double[] p = softmax(x, BETA);
            return times(-BETA, times(g, times(p, minus(1, p))));
        }));
        wrong("softmax backward, p (g - Σg)", "", back.backward((x, g) -> times(-BETA, times(softmax(x, BETA), minus(g, sum(g))))));
        wrong("softmax backward, p (g - mean g)", "", back.backward((x, g) -> times(-BETA, times(softmax(x, BETA), minus(g, mean(g))))));
        wrong("softmax backward, no p outside", "", back.backward((x, g) -> times(-BETA, minus(g, dot(g, softmax(x, BETA))))));
        wrong("softmax backward, no minus", "sign", back.backward((x, g) -> times(-1, times(g, softmaxJacobian(x, BETA)))));
    }

    /** Softmax of each row. */
    private static INDArray rows(INDArray x) {
        INDArray e = Transforms.exp(x.mul(-BETA), true);
        return e.divColumnVector(e.sum(1));
    }

    private void softmaxOnArrays(GradientCheck<INDArray> check) {
        wrong("softmax array, no β", "factor 1/β", check.backward((x, g) -> rows(x).mul(g.subColumnVector(rows(x).mul(g).sum(1))).neg()));
        wrong("softmax array, sum over the batch", "", check.backward((x, g) -> rows(x).mul(g.subRowVector(rows(x).mul(g).sum(0))).mul(-BETA)));
        wrong("softmax array, no sum", "only delta", check.backward((x, g) -> rows(x).mul(g).mul(-BETA)));
        wrong("softmax array, + Σ", "", check.backward((x, g) -> rows(x).mul(g.addColumnVector(rows(x).mul(g).sum(1))).mul(-BETA)));
        wrong("softmax array, elementwise", "off-diagonal missing", check.backward((x, g) -> rows(x).mul(rows(x).rsub(1)).mul(g).mul(-BETA)));
    }

    /** y = max(s1, s2) + min(s1, s2), with the upstream 2.5. */
    private void graph() {
        GradientCheck<double[]> check = GradientCheck.of("max + min", x -> nodes(x, x)).at(UNIT).upstream(new double[] {2.5})
                .paths(xs -> nodes(xs.get(0), xs.get(1)), "the max node", "the min node");
        double[] s = each(UNIT, Plants::sigmoidSlope);
        wrong("graph, max alone", "path", check.backward((x, g) -> new double[] {g[0] * s[0], 0}));
        wrong("graph, min alone", "path", check.backward((x, g) -> new double[] {0, g[0] * s[1]}));
        wrong("graph, no upstream", "upstream", check.backward((x, g) -> s.clone()));
        wrong("graph, both to both", "factor 2", check.backward((x, g) -> times(2 * g[0], s)));
        wrong("graph, no sigmoid", "", check.backward((x, g) -> new double[] {g[0], g[0]}));
        wrong("graph, inputs exchanged", "", check.backward((x, g) -> new double[] {g[0] * s[1], g[0] * s[0]}));
        wrong("graph, s' of the output", "", check.backward((x, g) -> times(g[0], each(x, v -> Plants.sigmoidSlope(sigmoid(v))))));
    }

    private static double[] nodes(double[] toMax, double[] toMin) {
        return new double[] {max(each(toMax, Maths::sigmoid)) + min(each(toMin, Maths::sigmoid))};
    }

    private void products() {
        LayerCheck layer = Plants.linear();
        wrong("linear W, x^T g", "transposed", layer.backward("W", (in, g) -> in.get("x").transpose().mmul(g)));
        wrong("linear W, mean", "mean", layer.backward("W", (in, g) -> Plants.rightW(in, g).div(Plants.B)));
        wrong("linear W, no upstream", "upstream", layer.backward("W", (in, g) -> Plants.rightW(in, g.mul(0).add(1))));
        wrong("linear W, first example alone", "", layer.backward("W", (in, g) -> g.getRow(0, true).transpose().mmul(in.get("x").getRow(0, true))));
        wrong("linear b, not summed", "not summed", layer.backward("b", (in, g) -> g.dup()));
        wrong("linear b, summed twice", "", layer.backward("b", (in, g) -> g.mul(0).add(g.sumNumber().doubleValue()).getRow(0).dup()));
        wrong("linear b, ones", "", layer.backward("b", (in, g) -> in.get("b").mul(0).add(1)));
        wrong("linear b, no upstream", "upstream", layer.backward("b", (in, g) -> in.get("b").mul(0).add(Plants.B)));
        wrong("linear x, no upstream", "upstream", layer.backward("x", (in, g) -> g.mul(0).add(1).mmul(in.get("W"))));
        wrong("linear x, in float", "float", layer.backward("x", (in, g) -> g.castTo(DataType.FLOAT).mmul(in.get("W").castTo(DataType.FLOAT))));
        INDArray square = normal(13, 4, 4);
        LayerCheck squares = LayerCheck.of("x W^T", in -> in.get("x").mmul(in.get("W").transpose()))
                .with("x", BATCH).with("W", square).upstream(UP);
        wrong("square W, g W^T", "transposed", squares.backward("x", (in, g) -> g.mmul(in.get("W").transpose())));
        wrong("square W, x^T g", "transposed", squares.backward("W", (in, g) -> in.get("x").transpose().mmul(g)));
        double[][] m = {{1, 2, -3}, {0.5, -1, 4}, {2.5, 0.3, 0.7}};
        GradientCheck<double[]> product = GradientCheck.of("x M", x -> times(x, m)).at(new double[] {1, 2, -0.5});
        wrong("x M, M", "transposed", product.gradient(x -> m));
        wrong("x M backward, g M", "transposed", product.upstream(new double[] {1, -1, 2}).backward((x, g) -> times(g, m)));
    }
}
