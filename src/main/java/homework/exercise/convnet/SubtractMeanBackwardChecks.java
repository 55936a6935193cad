package homework.exercise.convnet;

import static homework.exercise.convnet.SubtractMeanChecks.SEVEN;
import static homework.exercise.convnet.SubtractMeanChecks.THREE;
import static homework.exercise.convnet.SubtractMeanChecks.corner;
import static homework.exercise.convnet.SubtractMeanChecks.round;
import static homework.exercise.convnet.SubtractMeanChecks.square;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Visible;

/** The transposed operation: divide at the output's place, then weigh, and subtract from every map's gradient. */
@Visible
public class SubtractMeanBackwardChecks {

    @Check(order = 1, points = 1, says = "one output far from the border: as forward")
    public void inside(MnistConvnet.SubtractBackward backward) {
        double[][][] gradient = round(16, 0, 0);
        Expect.given("gradient", gradient).and("g", THREE)
                .mistake("only the mean", "this is what arrives by way of the mean; the pixel itself gets its whole gradient, minus that",
                        round(4, 2, 1))
                .mistake("sign", "what arrives by way of the mean was added; the mean is subtracted, so its gradient is, too", round(20, 2, 1))
                .mistake("mean forgotten", "the gradient was handed on as it is, as if the mean did not depend on x; each pixel of the window "
                        + "is a part of it", gradient)
                .that(() -> handedBack(backward, gradient, THREE)).near(round(12, -2, -1));
    }

    @Check(order = 2, points = 2, says = "one output in the corner: the correction is that of the output's place")
    public void border(MnistConvnet.SubtractBackward backward) {
        double[][][] gradient = corner(36, 0, 0, 0);
        Expect.given("gradient", gradient).and("g", THREE)
                .mistake("forward again", "this is the forward pass on the gradient: divided by the sum of weights of the place that receives. "
                        + "Transposed, it is the sum of the place that hands back: divide first, then weigh", corner(20, -6, -6, -2.25))
                .mistake("no border correction", "not divided by the sum of the weights inside, as the forward pass was round this output",
                        corner(27, -4.5, -4.5, -2.25))
                .mistake("corrected twice", "divided by the sum of weights at both places; only that of the output belongs there",
                        corner(36 - 9 / 0.5625 / 0.5625, -4.5 / 0.75 / 0.5625, -4.5 / 0.75 / 0.5625, -2.25 / 0.5625))
                .that(() -> handedBack(backward, gradient, THREE)).near(corner(20, -8, -8, -4));
    }

    @Check(order = 3, points = 1, says = "a gradient that arrives at one map reaches all maps")
    public void allMaps(MnistConvnet.SubtractBackward backward) {
        double[][][] gradient = {square(36, 0, 0), square(0, 0, 0)};
        Expect.given("gradient", gradient).and("g", THREE)
                .mistake("per map", "the other map got nothing; every map takes part in the mean, so each gets a share",
                        new double[][][] {square(27, -4.5, -2.25), square(0, 0, 0)})
                .mistake("1/C", "the share of each map is 1/C of the mean's gradient; C is the number of maps",
                        new double[][][] {square(27, -4.5, -2.25), square(-9, -4.5, -2.25)})
                .mistake("forward again", "this is the forward pass on the gradient; the output stands in the middle, where no weight lies outside, "
                        + "so nothing is scaled up", new double[][][] {square(31.5, -3, -2), square(-4.5, -3, -2)})
                .that(() -> handedBack(backward, gradient, THREE)).near(new double[][][] {square(31.5, -2.25, -1.125), square(-4.5, -2.25, -1.125)});
    }

    @Check(order = 4, points = 1, says = "a window wider than the maps; the gradient and g stay as they were")
    public void leavesItsArgumentsAlone(MnistConvnet.SubtractBackward backward, Calls calls) {
        double[][][] gradient = {{{1, -2, 3}, {0, 4, -1}}, {{2, 0, 5}, {-3, 1, 6}}};
        Expect.given("gradient", gradient).and("g", SEVEN).that(() -> handedBack(backward, gradient, SEVEN)).near(new double[][][] {
            {{0.061537413112, -3.427422652310, 1.300667847894}, {-0.860910453864, 2.595134251056, -2.669006405888}},
            {{1.061537413112, -1.427422652310, 3.300667847894}, {-3.860910453864, -0.404865748944, 4.330993594112}}});
        calls.leftArgumentsAlone();
    }

    static double[][][] handedBack(MnistConvnet.SubtractBackward backward, double[][][] gradient, double[] g) throws Exception {
        return Bounds.kept(() -> backward.of(gradient, g), "at the border a part of the window lies outside; skip what is not inside the map");
    }
}
