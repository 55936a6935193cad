package homework.exercise.convnet;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Hidden;
import java.util.Arrays;
import java.util.stream.IntStream;

@Hidden
class McNemarHidden {

    @Check(order = 1, guards = "aIsWorse", says = "several hundred images")
    void aIsWorse(Experiments.Paired paired, Draw draw) {
        compare(paired, wrong(draw, draw.whole(400, 900), draw.whole(8, 20), draw.whole(20, 40), draw.whole(5, 15)));
    }

    @Check(order = 2, guards = "bIsWorse", says = "several hundred other images")
    void bIsWorse(Experiments.Paired paired, Draw draw) {
        compare(paired, wrong(draw, draw.whole(400, 900), draw.whole(8, 20), draw.whole(5, 15), draw.whole(20, 40)));
    }

    @Check(order = 3, guards = "nobodyDiffers", says = "as many wrong in A alone as in B alone; the same wrong in both")
    void nobodyDiffers(Experiments.Paired paired, Draw draw) {
        int alone = draw.whole(2, 6);
        compare(paired, wrong(draw, 1000, draw.whole(2, 6), alone, alone));
        compare(paired, wrong(draw, 1000, draw.whole(2, 6), 0, 0));
    }

    @Check(order = 4, guards = "leavesItsArgumentsAlone", says = "several thousand images")
    void leavesItsArgumentsAlone(Experiments.Paired paired, Draw draw, Calls calls) {
        compare(paired, wrong(draw, draw.whole(5000, 10000), draw.whole(20, 60), draw.whole(150, 300), draw.whole(80, 140)));
        calls.leftArgumentsAlone();
    }

    private static void compare(Experiments.Paired paired, int[][] wrong) {
        McNemarChecks.compare(paired, wrong[0], wrong[1], McNemarKnown.z(wrong[0], wrong[1]));
    }

    /** The places of images that A gets wrong, and that B does; the last image is always among those of both, so that one place lies above 127. */
    private static int[][] wrong(Draw draw, int images, int both, int inA, int inB) {
        int[] places = draw.order(images - 1);
        int[] common = Arrays.copyOf(places, both);
        common[0] = images - 1;
        return new int[][] {together(common, Arrays.copyOfRange(places, both, both + inA)),
            together(common, Arrays.copyOfRange(places, both + inA, both + inA + inB))};
    }

    private static int[] together(int[] some, int[] others) {
        return IntStream.concat(IntStream.of(some), IntStream.of(others)).sorted().toArray();
    }
}
