package homework.exercise.convnet;

import homework.exercise.Known;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Answers to l2Pool, right and wrong. */
final class L2PoolKnown {
    private static final String ALONE = "leavesItsArgumentAlone";
    private static final String[] ALL = {"values", "overlapping", "rest", ALONE};
    static final Known<MnistConvnet.Pool> POOL = Known.of(MnistConvnet.L2_POOL, L2PoolHidden.class, L2PoolKnown::l2Pool)
            .wrong("root of the mean of squares", (x, size, stride) -> pooled(x, size, stride,
                    window -> Math.sqrt(squares(window) / window.length)), "mean", ALL)
            .wrong("root forgotten", (x, size, stride) -> pooled(x, size, stride, L2PoolKnown::squares), "root", ALL)
            .wrong("sum of absolute values", (x, size, stride) -> pooled(x, size, stride,
                    window -> DoubleStream.of(window).map(Math::abs).sum()), "absolute", ALL)
            .wrong("plain sum", (x, size, stride) -> pooled(x, size, stride, window -> DoubleStream.of(window).sum()), "squares", ALL)
            .wrong("max pooling", (x, size, stride) -> pooled(x, size, stride, window -> Arrays.stream(window).max().orElseThrow()), "maximum", ALL)
            .wrong("average pooling", (x, size, stride) -> pooled(x, size, stride,
                    window -> Arrays.stream(window).average().orElseThrow()), "average", ALL)
            .wrong("stride ignored", (x, size, stride) -> l2Pool(x, size, size), "stride", "overlapping", "rest")
            .wrong("stride 1", (x, size, stride) -> l2Pool(x, size, 1), "stride", ALL)
            .wrong("begins at i, not at i · stride", L2PoolKnown::unstrided, "stride", ALL)
            .wrong("rounded up, windows stick out", L2PoolKnown::roundedUp, "rest", "rest")
            .wrong("⌊h/stride⌋ rows", (x, size, stride) -> {
                double[][][] y = new double[x.length][x[0].length / stride][x[0][0].length / stride];
                fill(y, x, size, stride);
                return y;
            }, "exception", "rest", "overlapping")
            .wrong("rows and columns of the result exchanged", (x, size, stride) -> {
                double[][][] y = l2Pool(x, size, stride);
                return Arrays.stream(y).map(L2PoolKnown::transposed).toArray(double[][][]::new);
            }, "transposed", ALL)
            .wrong("maps added up", (x, size, stride) -> new double[][][] {together(x, size, stride)}, "maps", ALONE)
            .wrong("the sum goes on into the next map", L2PoolKnown::goingOn, "maps", ALONE)
            .wrong("squares in place", (x, size, stride) -> {
                double[][][] y = l2Pool(x, size, stride);
                x[0][0][0] *= x[0][0][0];
                return y;
            }, "argument changed", ALONE);

    private L2PoolKnown() {
    }

    static double[][][] l2Pool(double[][][] x, int size, int stride) {
        return pooled(x, size, stride, window -> Math.sqrt(squares(window)));
    }

    private static double squares(double[] window) {
        return Arrays.stream(window).map(v -> v * v).sum();
    }

    private static double[][][] pooled(double[][][] x, int size, int stride, ToDoubleFunction<double[]> of) {
        int rows = (x[0].length - size) / stride + 1;
        int columns = (x[0][0].length - size) / stride + 1;
        double[][][] y = new double[x.length][rows][columns];
        for (int c = 0; c < x.length; c++) {
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    y[c][i][j] = of.applyAsDouble(window(x[c], i * stride, j * stride, size));
                }
            }
        }
        return y;
    }

    /** The pixels of a window that lie inside the map. */
    static double[] window(double[][] map, int top, int left, int size) {
        return Arrays.stream(map, top, Math.min(top + size, map.length))
                .flatMapToDouble(row -> Arrays.stream(row, left, Math.min(left + size, row.length))).toArray();
    }

    private static void fill(double[][][] y, double[][][] x, int size, int stride) {
        for (int c = 0; c < y.length; c++) {
            for (int i = 0; i < y[c].length; i++) {
                for (int j = 0; j < y[c][i].length; j++) {
                    double sum = 0;
                    for (int a = 0; a < size; a++) {
                        for (int b = 0; b < size; b++) {
                            sum += x[c][i * stride + a][j * stride + b] * x[c][i * stride + a][j * stride + b];
                        }
                    }
                    y[c][i][j] = Math.sqrt(sum);
                }
            }
        }
    }

    private static double[][][] unstrided(double[][][] x, int size, int stride) {
        double[][][] y = l2Pool(x, size, stride);
        fill(y, x, size, 1);
        return y;
    }

    private static double[][][] roundedUp(double[][][] x, int size, int stride) {
        int rows = (x[0].length - size + stride - 1) / stride + 1;
        int columns = (x[0][0].length - size + stride - 1) / stride + 1;
        double[][][] y = new double[x.length][rows][columns];
        for (int c = 0; c < x.length; c++) {
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    y[c][i][j] = Math.sqrt(squares(window(x[c], i * stride, j * stride, size)));
                }
            }
        }
        return y;
    }

    private static double[][] transposed(double[][] map) {
        double[][] turned = new double[map[0].length][map.length];
        for (int i = 0; i < map.length; i++) {
            for (int j = 0; j < map[0].length; j++) {
                turned[j][i] = map[i][j];
            }
        }
        return turned;
    }

    private static double[][] together(double[][][] x, int size, int stride) {
        double[][][] y = goingOn(x, size, stride);
        return y[y.length - 1];
    }

    private static double[][][] goingOn(double[][][] x, int size, int stride) {
        double[][][] sums = pooled(x, size, stride, L2PoolKnown::squares);
        for (int c = 0; c < x.length; c++) {
            for (int i = 0; i < sums[c].length; i++) {
                for (int j = 0; j < sums[c][i].length; j++) {
                    sums[c][i][j] += c == 0 ? 0 : sums[c - 1][i][j];
                }
            }
        }
        return Arrays.stream(sums).map(map -> Arrays.stream(map).map(row -> Arrays.stream(row).map(Math::sqrt).toArray()).toArray(double[][]::new))
                .toArray(double[][][]::new);
    }
}
