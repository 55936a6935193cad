package homework.exercise.convnet;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Expect;
import homework.exercise.Hidden;

@Hidden
class L2PoolHidden {

    @Check(order = 1, guards = "values", says = "other windows that touch")
    void values(MnistConvnet.Pool pool, Draw draw) {
        int size = draw.whole(2, 3);
        compare(pool, draw.maps(1, size * draw.whole(2, 3), size * draw.whole(2, 3)), size, size);
    }

    @Check(order = 2, guards = "overlapping", says = "other windows that overlap")
    void overlapping(MnistConvnet.Pool pool, Draw draw) {
        // Of the wider windows fewer fit than the map's height holds strides.
        for (int size : new int[] {3, draw.whole(4, 5)}) {
            compare(pool, draw.maps(1, size + 2 * draw.whole(1, 2), size + 2 * draw.whole(1, 3)), size, 2);
        }
    }

    @Check(order = 3, guards = "rest", says = "other rests, one of them with a stride larger than the window")
    void rest(MnistConvnet.Pool pool, Draw draw) {
        compare(pool, withRest(draw, 2, 3), 2, 3);
        compare(pool, withRest(draw, 3, 2), 3, 2);
    }

    @Check(order = 4, guards = "leavesItsArgumentAlone", says = "several other maps")
    void leavesItsArgumentAlone(MnistConvnet.Pool pool, Draw draw, Calls calls) {
        int size = draw.whole(2, 3);
        compare(pool, draw.maps(draw.whole(2, 4), size * draw.whole(1, 2), size * 2), size, size);
        calls.leftArgumentsAlone();
    }

    /** A map in which rows and columns are left over. */
    private static double[][][] withRest(Draw draw, int size, int stride) {
        return draw.maps(1, size + stride * draw.whole(1, 2) + draw.whole(1, stride - 1), size + stride * draw.whole(0, 2) + draw.whole(1, stride - 1));
    }

    private static void compare(MnistConvnet.Pool pool, double[][][] x, int size, int stride) {
        Expect.given("x", x).and("size", size).and("stride", stride)
                .that(() -> L2PoolChecks.pooled(pool, x, size, stride)).near(L2PoolKnown.l2Pool(x, size, stride));
    }
}
