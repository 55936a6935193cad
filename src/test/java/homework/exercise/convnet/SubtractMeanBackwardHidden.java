package homework.exercise.convnet;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Expect;
import homework.exercise.Hidden;

@Hidden
class SubtractMeanBackwardHidden {

    @Check(order = 1, guards = "inside", says = "two other outputs far from the border")
    void inside(MnistConvnet.SubtractBackward backward, Draw draw) {
        compare(backward, DrawnMaps.farFromTheBorder(draw, 5), DrawnMaps.weights(draw, 5));
    }

    @Check(order = 2, guards = "border", says = "one other map, a wider window")
    void border(MnistConvnet.SubtractBackward backward, Draw draw) {
        compare(backward, draw.maps(1, draw.whole(4, 6), draw.whole(5, 7)), DrawnMaps.weights(draw, 5));
    }

    @Check(order = 3, guards = "allMaps", says = "several other maps")
    void allMaps(MnistConvnet.SubtractBackward backward, Draw draw) {
        compare(backward, draw.maps(draw.whole(2, 4), draw.whole(4, 6), draw.whole(3, 5)), DrawnMaps.weights(draw, 3));
    }

    @Check(order = 4, guards = "leavesItsArgumentsAlone", says = "two other maps in a window wider than they are, as at the network's second stage")
    void leavesItsArgumentsAlone(MnistConvnet.SubtractBackward backward, Draw draw, Calls calls) {
        compare(backward, draw.maps(2, draw.whole(4, 6), draw.whole(4, 6)), DrawnMaps.weights(draw, 7));
        calls.leftArgumentsAlone();
    }

    private static void compare(MnistConvnet.SubtractBackward backward, double[][][] gradient, double[] g) {
        Expect.given("gradient", gradient).and("g", g).that(() -> SubtractMeanBackwardChecks.handedBack(backward, gradient, g))
                .near(SubtractMeanBackwardKnown.backward(gradient, g));
    }
}
