package homework.exercise.convnet;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import java.util.Arrays;

@Hidden
class L2PoolBackwardHidden {

    @Check(order = 1, guards = "values", says = "windows of 3×3, stride 3")
    void values(MnistConvnet.PoolBackward backward) {
        compare(backward, NormalMaps.of(1, 1, 6, 9), 3, 3, NormalMaps.of(2, 1, 2, 3));
    }

    @Check(order = 2, guards = "overlapping", says = "windows of 3×3, stride 2, that overlap in both directions")
    void overlapping(MnistConvnet.PoolBackward backward) {
        compare(backward, NormalMaps.of(3, 1, 7, 5), 3, 2, NormalMaps.of(4, 1, 3, 2));
        compare(backward, NormalMaps.of(5, 1, 4, 4), 3, 1, NormalMaps.of(6, 1, 2, 2));
    }

    @Check(order = 3, guards = "zeroWindow", says = "zeros at the left")
    void zeroWindow(MnistConvnet.PoolBackward backward) {
        double[][][] x = NormalMaps.of(7, 1, 3, 5);
        Arrays.stream(x[0]).forEach(row -> Arrays.fill(row, 0, 3, 0));
        double[][][] gradient = NormalMaps.of(8, 1, 1, 2);
        Expect.given("x", x).and("size", 3).and("stride", 2).and("gradient", gradient)
                .that(() -> L2PoolBackwardChecks.finite(L2PoolBackwardChecks.handedBack(backward, x, 3, 2, gradient)))
                .near(L2PoolBackwardKnown.backward(x, 3, 2, gradient));
    }

    @Check(order = 4, guards = "leavesItsArgumentsAlone", says = "three maps and a rest")
    void leavesItsArgumentsAlone(MnistConvnet.PoolBackward backward, Calls calls) {
        compare(backward, NormalMaps.of(9, 3, 5, 4), 2, 2, NormalMaps.of(10, 3, 2, 2));
        calls.leftArgumentsAlone();
    }

    private static void compare(MnistConvnet.PoolBackward backward, double[][][] x, int size, int stride, double[][][] gradient) {
        Expect.given("x", x).and("size", size).and("stride", stride).and("gradient", gradient)
                .that(() -> L2PoolBackwardChecks.handedBack(backward, x, size, stride, gradient))
                .near(L2PoolBackwardKnown.backward(x, size, stride, gradient));
    }
}
