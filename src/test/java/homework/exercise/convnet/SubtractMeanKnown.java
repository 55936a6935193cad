package homework.exercise.convnet;

import homework.exercise.Known;
import java.util.Arrays;

/** Answers to subtractMean, right and wrong. */
final class SubtractMeanKnown {
    private static final String ALONE = "leavesItsArgumentsAlone";
    private static final String[] ALL = {"brightPixel", "border", "allMaps", ALONE};
    private static final String[] ALL_BUT_BRIGHT = {"border", "allMaps", ALONE};
    static final Known<MnistConvnet.Subtract> SUBTRACT = Known.of(MnistConvnet.SUBTRACT_MEAN, SubtractMeanHidden.class, SubtractMeanKnown::subtract)
            .wrong("the mean itself", (x, g) -> combined(x, means(x, g), 0, 1), "the mean", ALL)
            .wrong("added", (x, g) -> combined(x, means(x, g), 1, 1), "sign", ALL)
            .wrong("unweighted", (x, g) -> subtract(x, even(g)), "unweighted", ALL)
            .wrong("only columns weighted", (x, g) -> combined(x, filtered(mean(x), even(g), g, true), 1, -1), "one side", ALL)
            .wrong("no border correction", (x, g) -> combined(x, filtered(mean(x), g, g, false), 1, -1), "no border correction", ALL_BUT_BRIGHT)
            .wrong("corrected at the place that is read", (x, g) -> SubtractMeanBackwardKnown.backward(x, g), "wrong place", ALL_BUT_BRIGHT)
            .wrong("border repeated", (x, g) -> combined(x, outside(mean(x), g, false), 1, -1), "repeated", ALL_BUT_BRIGHT)
            .wrong("wrapped round", (x, g) -> combined(x, outside(mean(x), g, true), 1, -1), "wrapped", ALL_BUT_BRIGHT)
            .wrong("each map by itself", (x, g) -> Arrays.stream(x).map(map -> subtract(new double[][][] {map}, g)[0]).toArray(double[][][]::new),
                    "per map", "allMaps", ALONE)
            .wrong("sum of the maps in place of their mean", (x, g) -> combined(x, means(x, g), 1, -x.length), "1/C", "allMaps", ALONE)
            .wrong("from the first map alone", (x, g) -> {
                double[][][] y = copy(x);
                y[0] = subtract(x, g)[0];
                return y;
            }, "other maps", "allMaps", ALONE)
            .wrong("window of 3 whatever g", (x, g) -> subtract(x, Arrays.copyOfRange(g, g.length / 2 - 1, g.length / 2 + 2)), "fixed window", ALONE,
                    "brightPixel", "border")
            .wrong("one row in place of another", (x, g) -> {
                double[][][] y = copy(x);
                System.arraycopy(subtract(x, g)[0], 1, y[0], 0, x[0].length - 1);
                return y;
            }, "value", ALL)
            .wrong("the window is not cut off", (x, g) -> new double[][][] {{{x[0][0][-(g.length / 2)]}}}, "exception", ALL)
            .wrong("subtracted in x itself, place by place", (x, g) -> {
                double[][][] y = x.clone();
                for (int i = 0; i < x[0].length; i++) {
                    for (int j = 0; j < x[0][i].length; j++) {
                        double mean = means(y, g)[i][j];
                        for (double[][] map : y) {
                            map[i][j] -= mean;
                        }
                    }
                }
                return y;
            }, "argument changed", ALL);

    private SubtractMeanKnown() {
    }

    static double[][][] subtract(double[][][] x, double[] g) {
        return combined(x, means(x, g), 1, -1);
    }

    /** As many weights, all the same. */
    private static double[] even(double[] g) {
        return Arrays.stream(g).map(v -> 1.0 / g.length).toArray();
    }

    static double[][][] copy(double[][][] x) {
        return Arrays.stream(x).map(map -> Arrays.stream(map).map(double[]::clone).toArray(double[][]::new)).toArray(double[][][]::new);
    }

    /** keep · x + times · mean, for every map. */
    static double[][][] combined(double[][][] x, double[][] mean, double keep, double times) {
        double[][][] y = copy(x);
        for (double[][] map : y) {
            for (int i = 0; i < map.length; i++) {
                for (int j = 0; j < map[i].length; j++) {
                    map[i][j] = keep * map[i][j] + times * mean[i][j];
                }
            }
        }
        return y;
    }

    private static double[][] means(double[][][] x, double[] g) {
        return filtered(mean(x), g, g, true);
    }

    static double[][] mean(double[][][] x) {
        double[][] mean = new double[x[0].length][x[0][0].length];
        for (double[][] map : x) {
            for (int i = 0; i < map.length; i++) {
                for (int j = 0; j < map[i].length; j++) {
                    mean[i][j] += map[i][j] / x.length;
                }
            }
        }
        return mean;
    }

    private static double[][] filtered(double[][] map, double[] rows, double[] columns, boolean corrected) {
        double[][] means = new double[map.length][map[0].length];
        int half = columns.length / 2;
        for (int i = 0; i < map.length; i++) {
            for (int j = 0; j < map[i].length; j++) {
                double sum = 0;
                double weights = 0;
                for (int a = Math.max(0, i - half); a <= Math.min(map.length - 1, i + half); a++) {
                    for (int b = Math.max(0, j - half); b <= Math.min(map[i].length - 1, j + half); b++) {
                        double weight = rows[a - i + half] * columns[b - j + half];
                        sum += weight * map[a][b];
                        weights += weight;
                    }
                }
                means[i][j] = corrected ? sum / weights : sum;
            }
        }
        return means;
    }

    /** Something is read beyond the border: the other side of the map, or its nearest pixel. */
    private static double[][] outside(double[][] map, double[] g, boolean wrapped) {
        double[][] means = new double[map.length][map[0].length];
        int half = g.length / 2;
        for (int i = 0; i < map.length; i++) {
            for (int j = 0; j < map[i].length; j++) {
                for (int a = -half; a <= half; a++) {
                    for (int b = -half; b <= half; b++) {
                        double pixel = map[place(i + a, map.length, wrapped)][place(j + b, map[i].length, wrapped)];
                        means[i][j] += g[a + half] * g[b + half] * pixel;
                    }
                }
            }
        }
        return means;
    }

    private static int place(int wanted, int length, boolean wrapped) {
        return wrapped ? Math.floorMod(wanted, length) : Math.max(0, Math.min(length - 1, wanted));
    }
}
