package homework.exercise.convnet;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import homework.model.SubtractiveNormalization;

@Hidden
class SubtractMeanHidden {
    private final double[] five = SubtractiveNormalization.gaussian(5);

    @Check(order = 1, guards = "brightPixel", says = "one map of zeros but for its middle, weights of 5")
    void brightPixel(MnistConvnet.Subtract subtract) {
        double[][][] x = new double[1][9][10];
        x[0][4][4] = 7;
        x[0][4][5] = -3;
        compare(subtract, x, five);
    }

    @Check(order = 2, guards = "border", says = "one map of 4×6, weights of 5")
    void border(MnistConvnet.Subtract subtract) {
        compare(subtract, NormalMaps.of(1, 1, 4, 6), five);
    }

    @Check(order = 3, guards = "allMaps", says = "three maps of 5×4, weights of 3")
    void allMaps(MnistConvnet.Subtract subtract) {
        compare(subtract, NormalMaps.of(2, 3, 5, 4), SubtractiveNormalization.gaussian(3));
    }

    @Check(order = 4, guards = "leavesItsArgumentsAlone", says = "two maps of 5×5, weights of 7, as at the network's second stage")
    void leavesItsArgumentsAlone(MnistConvnet.Subtract subtract, Calls calls) {
        compare(subtract, NormalMaps.of(3, 2, 5, 5), SubtractiveNormalization.gaussian(7));
        calls.leftArgumentsAlone();
    }

    private static void compare(MnistConvnet.Subtract subtract, double[][][] x, double[] g) {
        Expect.given("x", x).and("g", g).that(() -> SubtractMeanChecks.subtracted(subtract, x, g))
                .near(SubtractMeanKnown.subtract(x, g));
    }
}
