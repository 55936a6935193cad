package homework.exercise.convnet;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Expect;
import homework.exercise.Hidden;

@Hidden
class SubtractMeanHidden {

    @Check(order = 1, guards = "brightPixel", says = "one map of zeros but for two pixels far from the border")
    void brightPixel(MnistConvnet.Subtract subtract, Draw draw) {
        compare(subtract, DrawnMaps.farFromTheBorder(draw, 5), DrawnMaps.weights(draw, 5));
    }

    @Check(order = 2, guards = "border", says = "one other map, a wider window")
    void border(MnistConvnet.Subtract subtract, Draw draw) {
        compare(subtract, draw.maps(1, draw.whole(4, 6), draw.whole(5, 7)), DrawnMaps.weights(draw, 5));
    }

    @Check(order = 3, guards = "allMaps", says = "several other maps")
    void allMaps(MnistConvnet.Subtract subtract, Draw draw) {
        compare(subtract, draw.maps(draw.whole(2, 4), draw.whole(4, 6), draw.whole(3, 5)), DrawnMaps.weights(draw, 3));
    }

    @Check(order = 4, guards = "leavesItsArgumentsAlone", says = "two other maps in a window wider than they are, as at the network's second stage")
    void leavesItsArgumentsAlone(MnistConvnet.Subtract subtract, Draw draw, Calls calls) {
        compare(subtract, draw.maps(2, draw.whole(4, 6), draw.whole(4, 6)), DrawnMaps.weights(draw, 7));
        calls.leftArgumentsAlone();
    }

    private static void compare(MnistConvnet.Subtract subtract, double[][][] x, double[] g) {
        Expect.given("x", x).and("g", g).that(() -> SubtractMeanChecks.subtracted(subtract, x, g))
                .near(SubtractMeanKnown.subtract(x, g));
    }
}
