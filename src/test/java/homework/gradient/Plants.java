package homework.gradient;

import static homework.gradient.Maths.logSumExp;
import static homework.gradient.Maths.normal;
import static homework.gradient.Maths.sigmoid;
import static homework.gradient.Maths.softmax;
import static homework.gradient.Maths.softmaxJacobian;
import static homework.gradient.Vectors.dot;
import static homework.gradient.Vectors.each;
import static homework.gradient.Vectors.matrix;
import static homework.gradient.Vectors.plus;
import static homework.gradient.Vectors.times;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Every fault in at least two functions, with the key of the cause that must be named. */
final class Plants {
    static final double BETA = 1.5;
    static final double[] X = normal(6, 3);
    static final double[] G = normal(6, 4);
    static final int B = 7;
    static final INDArray INPUT = normal(5, B, 4);
    static final INDArray W = normal(6, 3, 4);
    static final INDArray BIAS = normal(7, 1, 3);
    static final INDArray UP = normal(8, B, 3);

    record Plant(String key, String where, GradientReport report) {
        @Override
        public String toString() {
            return key + " in " + where;
        }
    }

    private Plants() {
    }

    static GradientCheck<double[]> softmaxCheck() {
        return GradientCheck.of("softmax", x -> softmax(x, BETA)).at(X).constant("β", BETA);
    }

    static GradientCheck<double[]> sigmoidCheck() {
        return GradientCheck.of("sigmoid", x -> each(x, Maths::sigmoid)).at(X).elementwise();
    }

    static GradientCheck<double[]> lseCheck() {
        return GradientCheck.of("log-sum-exp", x -> logSumExp(x)).at(X);
    }

    static LayerCheck linear() {
        return LayerCheck.of("linear", in -> in.get("x").mmul(in.get("W").transpose()).addRowVector(in.get("b").reshape(3)))
                .with("x", INPUT).with("W", W).with("b", BIAS.reshape(3)).upstream(UP).count("B", B);
    }

    static INDArray rightW(Map<String, INDArray> in, INDArray g) {
        return g.transpose().mmul(in.get("x"));
    }

    static double tanhSlope(double x) {
        return 1 - Math.tanh(x) * Math.tanh(x);
    }

    static double sigmoidSlope(double x) {
        return sigmoid(x) * (1 - sigmoid(x));
    }

    static List<Plant> all() {
        List<Plant> plants = new ArrayList<>();
        everyEntry(plants);
        jacobians(plants);
        pointsAndPaths(plants);
        upstream(plants);
        precision(plants);
        return plants;
    }

    private static void everyEntry(List<Plant> plants) {
        plants.add(new Plant("sign", "softmax", softmaxCheck().gradient(x -> Values.of(softmaxJacobian(x, BETA)).times(-1))));
        plants.add(new Plant("sign", "sigmoid", sigmoidCheck().gradient(x -> each(x, v -> -sigmoidSlope(v)))));
        plants.add(new Plant("sign", "linear W", linear().backward("W", (in, g) -> rightW(in, g).neg())));
        plants.add(new Plant("factor 2", "sum of squares", GradientCheck.of("sum of squares / 2", x -> dot(x, x) / 2).at(X)
                .gradient(x -> each(x, v -> 2 * v))));
        plants.add(new Plant("factor 2", "sigmoid", sigmoidCheck().gradient(x -> each(x, v -> 2 * sigmoidSlope(v)))));
        plants.add(new Plant("factor 1/2", "sum of squares", GradientCheck.of("sum of squares", x -> dot(x, x)).at(X).gradient(x -> x.clone())));
        plants.add(new Plant("factor 1/2", "log-sum-exp", lseCheck().gradient(x -> each(softmax(x, -1), v -> v / 2))));
        plants.add(new Plant("factor 1/β", "softmax", softmaxCheck().gradient(x -> Values.of(softmaxJacobian(x, BETA)).times(1 / BETA))));
        plants.add(new Plant("factor 1/β", "softmax backward", softmaxCheck().upstream(G)
                .backward((x, g) -> each(times(g, softmaxJacobian(x, BETA)), v -> v / BETA))));
        plants.add(new Plant("factor β", "softmax backward", softmaxCheck().upstream(G)
                .backward((x, g) -> each(times(g, softmaxJacobian(x, BETA)), v -> v * BETA))));
        plants.add(new Plant("factor −1/β", "softmax", softmaxCheck().gradient(x -> Values.of(softmaxJacobian(x, BETA)).times(-1 / BETA))));
        plants.add(new Plant("mean", "linear W", linear().backward("W", (in, g) -> rightW(in, g).div(B))));
        plants.add(new Plant("mean", "linear b", linear().backward("b", (in, g) -> g.mean(0))));
        plants.add(new Plant("sum", "mean square", GradientCheck.of("mean square", x -> dot(x, x) / x.length).at(X).count("n", X.length)
                .gradient(x -> each(x, v -> 2 * v))));
        plants.add(new Plant("sum", "mean of log-sum-exp", GradientCheck.of("mean", x -> logSumExp(x) / 20).at(X).count("B", 20)
                .gradient(x -> softmax(x, -1))));
        plants.add(new Plant("factor", "log-sum-exp", lseCheck().gradient(x -> each(x, Math::exp))));
        plants.add(new Plant("factor", "linear x", linear().backward("x", (in, g) -> g.mmul(in.get("W")).mul(0.3))));
        plants.add(new Plant("not summed", "linear b", linear().backward("b", (in, g) -> g.dup())));
        plants.add(new Plant("not summed", "scaled bias", LayerCheck.of("2b", in -> in.get("x").addRowVector(in.get("b").mul(2)))
                .with("x", INPUT).with("b", W.getRow(0).dup()).upstream(INPUT).backward("b", (in, g) -> g.mul(2))));
    }

    private static void jacobians(List<Plant> plants) {
        double[][] m = {{1, 2, -3}, {0.5, -1, 4}, {2.5, 0.3, 0.7}};
        double[] x3 = {0.2, -0.4, 1.1};
        double[] g3 = {1, -2, 0.5};
        GradientCheck<double[]> product = GradientCheck.of("x M", x -> times(x, m)).at(x3);
        Vectors.Entry right = (i, j) -> m[j][i];
        plants.add(new Plant("transposed", "matrix product", product.gradient(x -> m)));
        plants.add(new Plant("transposed", "product with the Jacobian", product.upstream(g3).backward((x, g) -> times(g, m))));
        plants.add(new Plant("transposed", "linear W", linear().backward("W", (in, g) -> in.get("x").transpose().mmul(g))));
        plants.add(new Plant("diagonal missing", "matrix product", product.gradient(x -> matrix(3, (i, j) -> i == j ? 0 : right.at(i, j)))));
        plants.add(new Plant("diagonal missing", "softmax", plantedSoftmax(0, 1)));
        plants.add(new Plant("diagonal missing", "softmax backward", plantedBackward(0, 1)));
        plants.add(new Plant("off-diagonal missing", "matrix product", product.gradient(x -> matrix(3, (i, j) -> i == j ? right.at(i, j) : 0))));
        plants.add(new Plant("off-diagonal missing", "softmax", plantedSoftmax(1, 0)));
        plants.add(new Plant("off-diagonal missing", "softmax backward", plantedBackward(1, 0)));
        plants.add(new Plant("diagonal sign", "matrix product",
                product.gradient(x -> matrix(3, (i, j) -> i == j ? -right.at(i, j) : right.at(i, j)))));
        plants.add(new Plant("diagonal sign", "softmax", plantedSoftmax(-1, 1)));
        plants.add(new Plant("diagonal sign", "softmax backward", plantedBackward(-1, 1)));
        plants.add(new Plant("off-diagonal sign", "matrix product",
                product.gradient(x -> matrix(3, (i, j) -> i == j ? right.at(i, j) : -right.at(i, j)))));
        plants.add(new Plant("off-diagonal sign", "softmax", plantedSoftmax(1, -1)));
        plants.add(new Plant("off-diagonal sign", "softmax backward", plantedBackward(1, -1)));
        plants.add(new Plant("delta missing", "softmax", softmaxCheck().gradient(x -> {
            double[] p = softmax(x, BETA);
            return matrix(p.length, (i, j) -> BETA * p[i] * p[j]);
        })));
        plants.add(new Plant("delta missing", "log-softmax of two uses", GradientCheck.of("x · lse", x -> each(x, v -> v + v * logSumExp(x))).at(X)
                .gradient(x -> {
                    double[] p = softmax(x, -1);
                    return matrix(x.length, (i, j) -> x[i] * p[j]);
                })));
        plants.add(new Plant("not diagonal", "bias", GradientCheck.of("x + b", b -> plus(X, b)).at(G).gradient(b -> matrix(6, (i, j) -> 1))));
        plants.add(new Plant("not diagonal", "sigmoid", GradientCheck.of("sigmoid", x -> each(x, Maths::sigmoid)).at(X)
                .gradient(x -> matrix(6, (i, j) -> sigmoidSlope(x[i])))));
        LayerCheck column = LayerCheck.of("W x", in -> in.get("W").mmul(in.get("x")))
                .with("W", normal(9, 3, 3)).with("x", normal(10, 3, 1)).upstream(normal(11, 3, 1));
        plants.add(new Plant("outer product", "one example, entry by entry", column.backward("W", (in, g) -> g.mul(in.get("x")).reshape(3))));
        plants.add(new Plant("outer product", "one example, inner product",
                column.backward("W", (in, g) -> g.transpose().mmul(in.get("x")).getDouble(0))));
        plants.add(new Plant("only delta", "softmax", softmaxCheck().gradient(x -> {
            double[] p = softmax(x, BETA);
            return matrix(p.length, (i, j) -> i == j ? -BETA * p[i] : 0);
        })));
        plants.add(new Plant("only delta", "softmax backward", softmaxCheck().upstream(G).backward((x, g) -> {
            double[] p = softmax(x, BETA);
            double[] dx = new double[p.length];
            for (int i = 0; i < dx.length; i++) {
                dx[i] = -BETA * p[i] * g[i];
            }
            return dx;
        })));
    }

    private static double[][] wrongSoftmax(double[] x, double diagonal, double rest) {
        double[][] right = softmaxJacobian(x, BETA);
        return matrix(x.length, (i, j) -> right[i][j] * (i == j ? diagonal : rest));
    }

    private static GradientReport plantedSoftmax(double diagonal, double rest) {
        return softmaxCheck().gradient(x -> wrongSoftmax(x, diagonal, rest));
    }

    private static GradientReport plantedBackward(double diagonal, double rest) {
        return softmaxCheck().upstream(G).backward((x, g) -> times(g, wrongSoftmax(x, diagonal, rest)));
    }

    private static void pointsAndPaths(List<Plant> plants) {
        GradientCheck<double[]> tanh = GradientCheck.of("tanh", x -> each(x, Math::tanh)).at(X);
        plants.add(new Plant("at output", "sigmoid", sigmoidCheck().gradient(x -> each(each(x, Maths::sigmoid), Plants::sigmoidSlope))));
        plants.add(new Plant("at output", "tanh backward",
                tanh.upstream(G).backward((x, g) -> times(g, each(each(x, Math::tanh), Plants::tanhSlope)))));
        plants.add(new Plant("at input", "sigmoid", sigmoidCheck().gradient(x -> each(x, v -> v * (1 - v)))));
        plants.add(new Plant("at input", "tanh backward", tanh.upstream(G).backward((x, g) -> times(g, each(x, v -> 1 - v * v)))));
        GradientCheck<double[]> silu = GradientCheck.of("x sigmoid(x)", x -> each(x, v -> v * sigmoid(v))).at(X).elementwise()
                .paths(xs -> times(xs.get(0), each(xs.get(1), Maths::sigmoid)), "the factor x", "the sigmoid");
        plants.add(new Plant("path", "silu", silu.gradient(x -> each(x, Maths::sigmoid))));
        GradientCheck<double[]> nodes = GradientCheck.of("max + min",
                x -> Math.max(sigmoid(x[0]), sigmoid(x[1])) + Math.min(sigmoid(x[0]), sigmoid(x[1])))
                .at(new double[] {0.3, -0.8}).paths(xs -> Math.max(sigmoid(xs.get(0)[0]), sigmoid(xs.get(0)[1]))
                        + Math.min(sigmoid(xs.get(1)[0]), sigmoid(xs.get(1)[1])), "the max node", "the min node");
        plants.add(new Plant("path", "max + min", nodes.gradient(x -> new double[] {0, sigmoidSlope(x[1])})));
        GradientCheck<double[]> leaky = GradientCheck.of("leaky ReLU", x -> each(x, v -> v > 0 ? v : 0.02 * v)).at(X).elementwise();
        plants.add(new Plant("branch", "leaky ReLU", leaky.gradient(x -> each(x, v -> v > 0 ? 1 : -0.02))));
        plants.add(new Plant("branch", "leaky ReLU backward", leaky.upstream(G).backward((x, g) -> times(g, each(x, v -> v > 0 ? 1 : 0)))));
    }

    private static void upstream(List<Plant> plants) {
        plants.add(new Plant("upstream", "tanh", GradientCheck.of("tanh", x -> each(x, Math::tanh)).at(X).upstream(G)
                .backward((x, g) -> each(x, Plants::tanhSlope))));
        plants.add(new Plant("upstream", "tanh, added", GradientCheck.of("tanh", x -> each(x, Math::tanh)).at(X).upstream(G)
                .backward((x, g) -> plus(g, each(x, Plants::tanhSlope)))));
        plants.add(new Plant("upstream", "linear W", linear().backward("W", (in, g) -> rightW(in, g.mul(0).add(1)))));
        plants.add(new Plant("upstream", "softmax, the Jacobian", softmaxCheck().upstream(G).backward((x, g) -> softmaxJacobian(x, BETA))));
        plants.add(new Plant("upstream", "leaky ReLU, twice", GradientCheck.of("leaky ReLU", x -> each(x, v -> v > 0 ? v : 0.02 * v)).at(X)
                .upstream(G).backward((x, g) -> times(times(g, g), each(x, v -> v > 0 ? 1 : 0.02)))));
    }

    private static void precision(List<Plant> plants) {
        double[] large = {6.1, 7.3, 8.7};
        plants.add(new Plant("float", "sigmoid", GradientCheck.of("sigmoid", x -> each(x, Maths::sigmoid)).at(large).elementwise().gradient(x -> {
            float[] slope = new float[x.length];
            for (int i = 0; i < slope.length; i++) {
                float s = (float) sigmoid(x[i]);
                slope[i] = s * (1 - s);
            }
            return slope;
        })));
        plants.add(new Plant("float", "linear W",
                linear().backward("W", (in, g) -> g.transpose().castTo(DataType.FLOAT).mmul(in.get("x").castTo(DataType.FLOAT)))));
        plants.add(new Plant("float", "softmax", softmaxCheck().gradient(x -> {
            double[] p = softmax(x, BETA);
            return matrix(p.length, (i, j) -> (float) p[i] * ((float) p[j] - (i == j ? 1f : 0f)) * (float) BETA);
        })));
    }
}
