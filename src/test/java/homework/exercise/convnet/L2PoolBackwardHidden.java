package homework.exercise.convnet;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import java.util.Arrays;

@Hidden
class L2PoolBackwardHidden {

    @Check(order = 1, guards = "values", says = "other windows that touch")
    void values(MnistConvnet.PoolBackward backward, Draw draw) {
        int size = draw.whole(2, 3);
        int rows = draw.whole(2, 3);
        int columns = draw.whole(2, 3);
        compare(backward, draw.maps(1, size * rows, size * columns), size, size, draw.maps(1, rows, columns));
    }

    @Check(order = 2, guards = "overlapping", says = "other windows that overlap in both directions")
    void overlapping(MnistConvnet.PoolBackward backward, Draw draw) {
        for (int stride : new int[] {2, 1}) {
            int size = draw.whole(3, 4);
            int rows = draw.whole(2, 3);
            int columns = draw.whole(2, 3);
            double[][][] x = draw.maps(1, size + stride * (rows - 1), size + stride * (columns - 1));
            compare(backward, x, size, stride, draw.maps(1, rows, columns));
        }
    }

    @Check(order = 3, guards = "zeroWindow", says = "another window of zeros beside one that it overlaps")
    void zeroWindow(MnistConvnet.PoolBackward backward, Draw draw) {
        int size = draw.whole(2, 4);
        int stride = draw.whole(1, size - 1);
        double[][][] x = draw.maps(1, size, size + stride);
        int left = draw.oneOf(0, stride);
        Arrays.stream(x[0]).forEach(row -> Arrays.fill(row, left, left + size, 0));
        double[][][] gradient = draw.maps(1, 1, 2);
        Expect.given("x", x).and("size", size).and("stride", stride).and("gradient", gradient)
                .that(() -> L2PoolBackwardChecks.finite(L2PoolBackwardChecks.handedBack(backward, x, size, stride, gradient)))
                .near(L2PoolBackwardKnown.backward(x, size, stride, gradient));
    }

    @Check(order = 4, guards = "leavesItsArgumentsAlone", says = "several other maps and a rest")
    void leavesItsArgumentsAlone(MnistConvnet.PoolBackward backward, Draw draw, Calls calls) {
        int size = draw.whole(2, 3);
        int channels = draw.whole(2, 4);
        compare(backward, draw.maps(channels, size * 2 + 1, size * 2), size, size, draw.maps(channels, 2, 2));
        calls.leftArgumentsAlone();
    }

    private static void compare(MnistConvnet.PoolBackward backward, double[][][] x, int size, int stride, double[][][] gradient) {
        Expect.given("x", x).and("size", size).and("stride", stride).and("gradient", gradient)
                .that(() -> L2PoolBackwardChecks.handedBack(backward, x, size, stride, gradient))
                .near(L2PoolBackwardKnown.backward(x, size, stride, gradient));
    }
}
