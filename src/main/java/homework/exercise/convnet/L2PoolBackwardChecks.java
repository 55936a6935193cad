package homework.exercise.convnet;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Problem;
import homework.exercise.Visible;
import homework.gradient.Values;

/** dL/dx = Σ x/y · dL/dy over the windows that read x; a window with y = 0 adds 0. */
@Visible
public class L2PoolBackwardChecks {

    @Check(order = 1, points = 1, says = "windows of 2×2 that do not overlap: x/y times the gradient")
    public void values(MnistConvnet.PoolBackward backward) {
        double[][][] x = {{{3, 4, -2, 2}, {0, 0, 4, 5}, {1, 5, -1, 2}, {1, 3, 4, -10}}};
        double[][][] gradient = {{{10, -14}, {3, 22}}};
        Expect.given("x", x).and("size", 2).and("stride", 2).and("gradient", gradient)
                .mistake("upstream", "this is dy/dx alone; multiply what each pixel gets by the gradient of its window",
                        times(x, 1 / 5.0, 1 / 7.0, 1 / 6.0, 1 / 11.0))
                .mistake("y twice", "divided by y twice; dy/dx is x/y", times(x, 10 / 25.0, -14 / 49.0, 3 / 36.0, 22 / 121.0))
                .mistake("y missing", "not divided by y; dy/dx is x/y", times(x, 10, -14, 3, 22))
                .mistake("root", "this is 2x times the gradient, the derivative of a sum of squares; the root brings 1/(2y) more",
                        times(x, 20, -28, 6, 44))
                .mistake("mean", "this would be right for the root of the mean of squares; the forward pass does not divide by the number of pixels",
                        times(x, 1, -1, 0.25, 1))
                .mistake("x missing", "each pixel gets gradient/y, whatever its value; its share is x/y",
                        new double[][][] {{{2, 2, -2, -2}, {2, 2, -2, -2}, {0.5, 0.5, 2, 2}, {0.5, 0.5, 2, 2}}})
                .mistake("maximum", "only the largest pixel of each window got something; that is max pooling, here every pixel has the share x/y",
                        new double[][][] {{{0, 10, 0, 0}, {0, 0, 0, -14}, {0, 3, 0, 0}, {0, 0, 22, 0}}})
                .mistake("maximum", "only the largest pixel of each window got something; that is max pooling, here every pixel has the share x/y",
                        new double[][][] {{{0, 8, 0, 0}, {0, 0, 0, -10}, {0, 2.5, 0, 0}, {0, 0, 8, 0}}})
                .mistake("average", "each pixel of a window got the same; that is average pooling, here the share of a pixel is x/y",
                        new double[][][] {{{2.5, 2.5, -3.5, -3.5}, {2.5, 2.5, -3.5, -3.5}, {0.75, 0.75, 5.5, 5.5}, {0.75, 0.75, 5.5, 5.5}}})
                .mistake("stride", "the windows lie one pixel apart; window (i, j) begins at row i · stride and column j · stride", oneApart())
                .that(() -> handedBack(backward, x, 2, 2, gradient)).near(times(x, 2, -2, 0.5, 2));
    }

    @Check(order = 2, points = 2, says = "overlapping windows add")
    public void overlapping(MnistConvnet.PoolBackward backward) {
        double[][][] x = {{{2, 2, 2, 1, 0}, {0, 2, 0, 0, -2}, {-2, 0, 4, 0, 0}}};
        double[][][] gradient = {{{12, -5}}};
        Expect.given("x", x).and("size", 3).and("stride", 2).and("gradient", gradient)
                .mistake("overwritten", "the middle column, which both windows read, has kept the share of the second window alone "
                        + "(+= in place of =)", new double[][][] {{{4, 4, -2, -1, 0}, {0, 4, 0, 0, 2}, {-4, 0, -4, 0, 0}}})
                .mistake("overwritten", "the middle column, which both windows read, has kept the share of the first window alone; the second "
                        + "adds its own", new double[][][] {{{4, 4, 4, -1, 0}, {0, 4, 0, 0, 2}, {-4, 0, 8, 0, 0}}})
                .mistake("stride", "the second window is one pixel, not stride pixels, to the right of the first",
                        shifted(12 / 6.0, -5 / Math.sqrt(29)))
                .that(() -> handedBack(backward, x, 3, 2, gradient)).near(new double[][][] {{{4, 4, 2, -1, 0}, {0, 4, 0, 0, 2}, {-4, 0, 4, 0, 0}}});
    }

    @Check(order = 3, points = 1, says = "a window of zeros hands back 0, and spoils no neighbour")
    public void zeroWindow(MnistConvnet.PoolBackward backward) {
        double[][][] x = {{{0, 0, 0, 3, 0}, {0, 0, 0, 0, 0}, {0, 0, 0, 0, 4}}};
        double[][][] gradient = {{{7, 10}}};
        Expect.given("x", x).and("size", 3).and("stride", 2).and("gradient", gradient)
                .mistake("not zero", "the window of zeros has handed its gradient on; where y is 0 the gradient is defined as 0",
                        new double[][][] {{{7, 7, 7, 6, 0}, {7, 7, 7, 0, 0}, {7, 7, 7, 0, 8}}})
                .that(() -> finite(handedBack(backward, x, 3, 2, gradient)))
                .near(new double[][][] {{{0, 0, 0, 6, 0}, {0, 0, 0, 0, 0}, {0, 0, 0, 0, 8}}});
    }

    @Check(order = 4, points = 1, says = "0 for a rest at the border; x and the gradient stay as they were")
    public void leavesItsArgumentsAlone(MnistConvnet.PoolBackward backward, Calls calls) {
        double[][][] x = {{{3, 0, 9}, {0, 4, 9}}, {{0, -12, 7}, {5, 0, 7}}};
        double[][][] gradient = {{{5}}, {{26}}};
        Expect.given("x", x).and("size", 2).and("stride", 2).and("gradient", gradient)
                .mistake("maps", "every map got the gradient of the first one",
                        new double[][][] {{{3, 0, 0}, {0, 4, 0}}, {{0, -60 / 13.0, 0}, {25 / 13.0, 0, 0}}})
                .that(() -> handedBack(backward, x, 2, 2, gradient)).near(new double[][][] {{{3, 0, 0}, {0, 4, 0}}, {{0, -24, 0}, {10, 0, 0}}});
        calls.leftArgumentsAlone();
    }

    /** The four windows of a map of 4×4, each times its factor. */
    private static double[][][] times(double[][][] x, double... factors) {
        double[][][] scaled = new double[1][4][4];
        for (int place = 0; place < 16; place++) {
            int row = place / 4;
            int column = place % 4;
            scaled[0][row][column] = factors[row / 2 * 2 + column / 2] * x[0][row][column];
        }
        return scaled;
    }

    /** What test 1 has if its windows begin at rows and columns 0 and 1. */
    private static double[][][] oneApart() {
        double a = 10 / 5.0;
        double b = -14 / 6.0;
        double c = 3 / Math.sqrt(26);
        double d = 22 / Math.sqrt(42);
        return new double[][][] {{{3 * a, 4 * (a + b), -2 * b, 0}, {0, 0, 4 * (b + d), 0}, {c, 5 * (c + d), -d, 0}, {0, 0, 0, 0}}};
    }

    /** What test 2 has if its second window begins at column 1. */
    private static double[][][] shifted(double first, double second) {
        double both = first + second;
        return new double[][][] {{{2 * first, 2 * both, 2 * both, second, 0}, {0, 2 * both, 0, 0, 0}, {-2 * first, 0, 4 * both, 0, 0}}};
    }

    static double[][][] handedBack(MnistConvnet.PoolBackward backward, double[][][] x, int size, int stride, double[][][] gradient)
            throws Exception {
        return Bounds.kept(() -> backward.of(x, size, stride, gradient),
                "a loop over pixels where one over windows was meant, or a window that does not fit whole; dL/dy has an entry a window");
    }

    static double[][][] finite(double[][][] returned) {
        if (!Values.of(returned).isFinite()) {
            throw Problem.of("NaN: 0/0", "returned values that are no numbers (NaN or infinite): " + Values.of(returned))
                    .likely("x/y where x and y are both 0 is 0/0, which is NaN, and NaN plus anything is NaN; "
                            + "where y is 0 the gradient is defined as 0, so ask for y first");
        }
        return returned;
    }
}
