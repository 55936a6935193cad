package homework.exercise.convnet;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Hidden;

@Hidden
class L2PoolHidden {

    @Check(order = 1, guards = "values", says = "windows of 3×3, stride 3")
    void values(MnistConvnet.Pool pool) {
        compare(pool, NormalMaps.of(1, 1, 6, 6), 3, 3);
    }

    @Check(order = 2, guards = "overlapping", says = "windows of 4×4, stride 2")
    void overlapping(MnistConvnet.Pool pool) {
        compare(pool, NormalMaps.of(2, 1, 8, 8), 4, 2);
    }

    @Check(order = 3, guards = "rest", says = "more rows than columns, stride larger than the window")
    void rest(MnistConvnet.Pool pool) {
        compare(pool, NormalMaps.of(3, 1, 9, 6), 2, 3);
        compare(pool, NormalMaps.of(4, 1, 5, 4), 3, 2);
    }

    @Check(order = 4, guards = "leavesItsArgumentAlone", says = "three maps")
    void leavesItsArgumentAlone(MnistConvnet.Pool pool, Calls calls) {
        compare(pool, NormalMaps.of(5, 3, 4, 4), 2, 2);
        calls.leftArgumentsAlone();
    }

    private static void compare(MnistConvnet.Pool pool, double[][][] x, int size, int stride) {
        Expect.given("x", x).and("size", size).and("stride", stride)
                .that(() -> L2PoolChecks.pooled(pool, x, size, stride)).near(L2PoolKnown.l2Pool(x, size, stride));
    }
}
