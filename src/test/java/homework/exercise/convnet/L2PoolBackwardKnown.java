package homework.exercise.convnet;

import homework.exercise.Known;
import java.util.Arrays;

/** Answers to l2PoolBackward, right and wrong. */
final class L2PoolBackwardKnown {
    private static final String ALONE = "leavesItsArgumentsAlone";
    private static final String[] ALL = {"values", "overlapping", "zeroWindow", ALONE};
    static final Known<MnistConvnet.PoolBackward> BACKWARD =
            Known.of(MnistConvnet.L2_POOL_BACKWARD, L2PoolBackwardHidden.class, L2PoolBackwardKnown::backward)
            .wrong("no look at a zero window", (x, size, stride, g) -> spread(x, size, stride, g, (v, y, d) -> v / y * d), "NaN: 0/0", "zeroWindow")
            .wrong("a zero window hands on its gradient", (x, size, stride, g) -> spread(x, size, stride, g, (v, y, d) -> y == 0 ? d : v / y * d),
                    "not zero", "zeroWindow")
            .wrong("gradient forgotten", (x, size, stride, g) -> spread(x, size, stride, g, (v, y, d) -> y == 0 ? 0 : v / y), "upstream", ALL)
            .wrong("divided by y twice", (x, size, stride, g) -> spread(x, size, stride, g, (v, y, d) -> y == 0 ? 0 : v / y / y * d), "y twice", ALL)
            .wrong("not divided by y", (x, size, stride, g) -> spread(x, size, stride, g, (v, y, d) -> v * d), "y missing", ALL)
            .wrong("of the sum of squares", (x, size, stride, g) -> spread(x, size, stride, g, (v, y, d) -> 2 * v * d), "root", ALL)
            .wrong("of the root of the mean", (x, size, stride, g) -> spread(x, size, stride, g, (v, y, d) -> y == 0 ? 0 : v / y * d / size),
                    "mean", ALL)
            .wrong("without x", (x, size, stride, g) -> spread(x, size, stride, g, (v, y, d) -> y == 0 ? 0 : d / y), "x missing", ALL)
            .wrong("the maximum gets it all", (x, size, stride, g) -> toTheLargest(x, size, stride, g, false), "maximum", ALL)
            .wrong("only the maximum gets its share", (x, size, stride, g) -> toTheLargest(x, size, stride, g, true), "maximum", ALL)
            .wrong("the same for all", (x, size, stride, g) -> spread(x, size, stride, g, (v, y, d) -> d / size / size), "average", ALL)
            .wrong("the sign", (x, size, stride, g) -> spread(x, size, stride, g, (v, y, d) -> y == 0 ? 0 : -v / y * d), "sign", ALL)
            .wrong("the last window overwrites", (x, size, stride, g) -> written(x, size, stride, g, true), "overwritten", "overlapping")
            .wrong("the first window stays", (x, size, stride, g) -> written(x, size, stride, g, false), "overwritten", "overlapping")
            .wrong("stride ignored", (x, size, stride, g) -> unstrided(x, size, g), "stride", ALL)
            .wrong("the gradient of the first map for all", (x, size, stride, g) -> {
                double[][][] first = g.clone();
                Arrays.fill(first, g[0]);
                return backward(x, size, stride, first);
            }, "maps", ALONE)
            .wrong("in place", (x, size, stride, g) -> {
                double[][][] dx = backward(x, size, stride, g);
                for (int c = 0; c < x.length; c++) {
                    for (int i = 0; i < x[c].length; i++) {
                        System.arraycopy(dx[c][i], 0, x[c][i], 0, dx[c][i].length);
                    }
                }
                return dx;
            }, "argument changed", ALONE)
            .wrong("a loop over pixels", (x, size, stride, g) -> new double[][][] {{{g[0][x[0].length - 1][0]}}}, "exception", ALL)
            .wrong("in the shape of the gradient", (x, size, stride, g) -> g.clone(), "shape", ALL);

    /** What pixel v of a window with the root y gets of its gradient d. */
    private interface Share {
        double of(double v, double y, double d);
    }

    private L2PoolBackwardKnown() {
    }

    static double[][][] backward(double[][][] x, int size, int stride, double[][][] gradient) {
        return spread(x, size, stride, gradient, (v, y, d) -> y == 0 ? 0 : v / y * d);
    }

    private static double[][][] zeros(double[][][] like) {
        return new double[like.length][like[0].length][like[0][0].length];
    }

    private static double[][][] spread(double[][][] x, int size, int stride, double[][][] gradient, Share share) {
        return eachPixel(x, size, stride, gradient, (held, v, y, d) -> held + share.of(v, y, d));
    }

    private static double[][][] written(double[][][] x, int size, int stride, double[][][] gradient, boolean last) {
        return eachPixel(x, size, stride, gradient, (held, v, y, d) -> y != 0 && (last || held == 0) ? v / y * d : held);
    }

    /** What a pixel's gradient is after one more of its windows. */
    private interface Next {
        double of(double held, double x, double y, double gradient);
    }

    private static double[][][] eachPixel(double[][][] x, int size, int stride, double[][][] gradient, Next next) {
        double[][][] y = L2PoolKnown.l2Pool(x, size, stride);
        double[][][] dx = zeros(x);
        for (int c = 0; c < y.length; c++) {
            for (int i = 0; i < y[c].length; i++) {
                for (int j = 0; j < y[c][i].length; j++) {
                    for (int pixel = 0; pixel < size * size; pixel++) {
                        int a = i * stride + pixel / size;
                        int b = j * stride + pixel % size;
                        dx[c][a][b] = next.of(dx[c][a][b], x[c][a][b], y[c][i][j], gradient[c][i][j]);
                    }
                }
            }
        }
        return dx;
    }

    private static double[][][] toTheLargest(double[][][] x, int size, int stride, double[][][] gradient, boolean share) {
        double[][][] y = L2PoolKnown.l2Pool(x, size, stride);
        double[][][] dx = zeros(x);
        for (int c = 0; c < y.length; c++) {
            for (int i = 0; i < y[c].length; i++) {
                for (int j = 0; j < y[c][i].length; j++) {
                    double[] window = L2PoolKnown.window(x[c], i * stride, j * stride, size);
                    double largest = Arrays.stream(window).max().orElseThrow();
                    int pixel = (int) Arrays.stream(window).takeWhile(v -> v < largest).count();
                    double factor = !share ? 1 : y[c][i][j] == 0 ? 0 : largest / y[c][i][j];
                    dx[c][i * stride + pixel / size][j * stride + pixel % size] += factor * gradient[c][i][j];
                }
            }
        }
        return dx;
    }

    /** Window (i, j) is thought to begin at row i and column j; y is that of these windows. */
    private static double[][][] unstrided(double[][][] x, int size, double[][][] gradient) {
        double[][][] dense = new double[x.length][x[0].length - size + 1][x[0][0].length - size + 1];
        for (int c = 0; c < gradient.length; c++) {
            for (int i = 0; i < gradient[c].length; i++) {
                System.arraycopy(gradient[c][i], 0, dense[c][i], 0, gradient[c][i].length);
            }
        }
        return backward(x, size, 1, dense);
    }
}
