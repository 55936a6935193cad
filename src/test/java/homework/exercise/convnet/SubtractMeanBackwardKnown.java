package homework.exercise.convnet;

import homework.exercise.Known;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Answers to subtractMeanBackward, right and wrong. */
final class SubtractMeanBackwardKnown {
    private static final String ALONE = "leavesItsArgumentsAlone";
    private static final String[] ALL = {"inside", "border", "allMaps", ALONE};
    static final Known<MnistConvnet.SubtractBackward> BACKWARD =
            Known.of(MnistConvnet.SUBTRACT_MEAN_BACKWARD, SubtractMeanBackwardHidden.class, SubtractMeanBackwardKnown::backward)
            .wrong("the forward pass again", SubtractMeanKnown::subtract, "forward again", "border", "allMaps", ALONE)
            .wrong("no border correction", (gradient, g) -> subtracted(gradient, shares(gradient, g, w -> 1, w -> 1), 1), "no border correction",
                    "border", "allMaps", ALONE)
            .wrong("corrected at both places", (gradient, g) -> subtracted(gradient, shares(gradient, g, w -> w, w -> w), 1), "corrected twice",
                    "border", "allMaps", ALONE)
            .wrong("only by way of the mean", (gradient, g) -> SubtractMeanKnown.combined(gradient, shares(gradient, g, w -> w, w -> 1), 0, 1),
                    "only the mean", ALL)
            .wrong("added", (gradient, g) -> subtracted(gradient, shares(gradient, g, w -> w, w -> 1), -1), "sign", ALL)
            .wrong("handed on as it is", (gradient, g) -> SubtractMeanKnown.copy(gradient), "mean forgotten", ALL)
            .wrong("each map by itself", (gradient, g) -> Arrays.stream(gradient).map(map -> backward(new double[][][] {map}, g)[0])
                    .toArray(double[][][]::new), "per map", "allMaps", ALONE)
            .wrong("1/C forgotten", (gradient, g) -> subtracted(gradient, shares(gradient, g, w -> w, w -> 1), gradient.length),
                    "1/C", "allMaps", ALONE)
            .wrong("negative", (gradient, g) -> SubtractMeanKnown.combined(gradient, shares(gradient, g, w -> w, w -> 1), -1, 1), "sign", ALL)
            .wrong("g scaled in place", (gradient, g) -> {
                double[][][] dx = backward(gradient, g);
                g[0] /= 2;
                return dx;
            }, "argument changed", ALONE)
            .wrong("the window is not cut off", (gradient, g) -> new double[][][] {{{gradient[0][gradient[0].length][0]}}}, "exception", ALL);

    private SubtractMeanBackwardKnown() {
    }

    static double[][][] backward(double[][][] gradient, double[] g) {
        return subtracted(gradient, shares(gradient, g, w -> w, w -> 1), 1);
    }

    private static double[][][] subtracted(double[][][] gradient, double[][] shares, double times) {
        return SubtractMeanKnown.combined(gradient, shares, 1, -times);
    }

    /** What each pixel gets by way of the mean, (1/C) Σ g g / divisor(weights round the output) / divisor(weights round the pixel) Σ gradient. */
    private static double[][] shares(double[][][] gradient, double[] g, DoubleUnaryOperator output, DoubleUnaryOperator input) {
        double[][] arrives = SubtractMeanKnown.mean(gradient);
        double[][] shares = new double[arrives.length][arrives[0].length];
        int half = g.length / 2;
        for (int i = 0; i < arrives.length; i++) {
            for (int j = 0; j < arrives[i].length; j++) {
                double divided = arrives[i][j] / output.applyAsDouble(inside(i, arrives.length, g) * inside(j, arrives[i].length, g));
                for (int a = Math.max(0, i - half); a <= Math.min(arrives.length - 1, i + half); a++) {
                    for (int b = Math.max(0, j - half); b <= Math.min(arrives[i].length - 1, j + half); b++) {
                        double at = input.applyAsDouble(inside(a, arrives.length, g) * inside(b, arrives[i].length, g));
                        shares[a][b] += g[a - i + half] * g[b - j + half] * divided / at;
                    }
                }
            }
        }
        return shares;
    }

    /** The sum of the weights round a place that lie inside, along one side. */
    private static double inside(int place, int length, double[] g) {
        int half = g.length / 2;
        return Arrays.stream(g, Math.max(0, half - place), Math.min(g.length, half + length - place)).sum();
    }
}
