package homework.exercise.convnet;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import homework.model.SubtractiveNormalization;

@Hidden
class SubtractMeanBackwardHidden {
    private final double[] five = SubtractiveNormalization.gaussian(5);

    @Check(order = 1, guards = "inside", says = "two outputs far from the border, weights of 5")
    void inside(MnistConvnet.SubtractBackward backward) {
        double[][][] gradient = new double[1][10][9];
        gradient[0][4][4] = 7;
        gradient[0][5][4] = -3;
        compare(backward, gradient, five);
    }

    @Check(order = 2, guards = "border", says = "one map of 4×6, weights of 5")
    void border(MnistConvnet.SubtractBackward backward) {
        compare(backward, NormalMaps.of(1, 1, 4, 6), five);
    }

    @Check(order = 3, guards = "allMaps", says = "three maps of 5×4, weights of 3")
    void allMaps(MnistConvnet.SubtractBackward backward) {
        compare(backward, NormalMaps.of(2, 3, 5, 4), SubtractiveNormalization.gaussian(3));
    }

    @Check(order = 4, guards = "leavesItsArgumentsAlone", says = "two maps of 5×5, weights of 7, as at the network's second stage")
    void leavesItsArgumentsAlone(MnistConvnet.SubtractBackward backward, Calls calls) {
        compare(backward, NormalMaps.of(3, 2, 5, 5), SubtractiveNormalization.gaussian(7));
        calls.leftArgumentsAlone();
    }

    private static void compare(MnistConvnet.SubtractBackward backward, double[][][] gradient, double[] g) {
        Expect.given("gradient", gradient).and("g", g).that(() -> SubtractMeanBackwardChecks.handedBack(backward, gradient, g))
                .near(SubtractMeanBackwardKnown.backward(gradient, g));
    }
}
