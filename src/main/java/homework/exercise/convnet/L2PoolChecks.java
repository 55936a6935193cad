package homework.exercise.convnet;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Visible;

/** y = √(Σ x²) over windows of size × size pixels, stride pixels apart. */
@Visible
public class L2PoolChecks {
    private static final String BEGINS = "; window (i, j) begins at row i · stride and column j · stride";

    @Check(order = 1, points = 1, says = "windows of 2×2, stride 2: the root of the sum of squares")
    public void values(MnistConvnet.Pool pool) {
        double[][][] x = {{{3, 4, -2, 2}, {0, 0, 4, 5}, {0, 0, -1, 2}, {0, 0, 4, -10}}};
        Expect.given("x", x).and("size", 2).and("stride", 2)
                .mistake("mean", "this is the root of the mean of squares; the published layer does not divide by the number of pixels",
                        new double[][][] {{{2.5, 3.5}, {0, 5.5}}})
                .mistake("root", "these are the sums of squares; their root is missing", new double[][][] {{{25, 49}, {0, 121}}})
                .mistake("absolute", "absolute values were added; add squares, and take the root of the sum",
                        new double[][][] {{{7, 13}, {0, 17}}})
                .mistake("squares", "the values themselves were added; square each one first", new double[][][] {{{7, 9}, {0, -5}}})
                .mistake("maximum", "this is the largest value of each window: max pooling", new double[][][] {{{4, 5}, {0, 4}}})
                .mistake("average", "this is the mean of each window: average pooling", new double[][][] {{{1.75, 2.25}, {0, -1.25}}})
                .mistake("transposed", "rows and columns of the result are exchanged", new double[][][] {{{5, 0}, {7, 11}}})
                .mistake("stride", "the windows lie one pixel apart" + BEGINS,
                        new double[][][] {{{5, 6, 7}, {0, Math.sqrt(17), Math.sqrt(46)}, {0, Math.sqrt(17), 11}}})
                .mistake("stride", "there are as many windows as there should be, but they lie one pixel apart" + BEGINS,
                        new double[][][] {{{5, 6}, {0, Math.sqrt(17)}}})
                .that(() -> pooled(pool, x, 2, 2)).near(new double[][][] {{{5, 7}, {0, 11}}});
    }

    @Check(order = 2, points = 1, says = "windows of 3×3, stride 2: neighbours share a row or a column")
    public void overlapping(MnistConvnet.Pool pool) {
        double[][][] x = {{{5, -1, 1, 1, -3}, {0, 1, 0, 3, 0}, {-1, -2, -4, 0, 0}, {0, 0, 0, 0, 0}, {0, 2, 0, 0, 0}}};
        Expect.given("x", x).and("size", 3).and("stride", 2)
                .mistake("stride", "the windows lie size pixels apart, so that only one fits; the step from one to the next is stride",
                        new double[][][] {{{7}}})
                .mistake("stride", "the windows lie one pixel apart" + BEGINS,
                        new double[][][] {{{7, Math.sqrt(33), 6}, {Math.sqrt(22), Math.sqrt(30), 5}, {5, Math.sqrt(24), 4}}})
                .mistake("stride", "there are as many windows as there should be, but they lie one pixel apart" + BEGINS,
                        new double[][][] {{{7, Math.sqrt(33)}, {Math.sqrt(22), Math.sqrt(30)}}})
                .that(() -> pooled(pool, x, 3, 2)).near(new double[][][] {{{7, 6}, {5, 4}}});
    }

    @Check(order = 3, points = 1, says = "a rest at the border that fills no window is not read")
    public void rest(MnistConvnet.Pool pool) {
        double[][][] x = {{{0, 6, 2, 1, 9}, {8, 0, -2, 0, 9}, {9, -9, 9, 9, 9}}};
        Expect.given("x", x).and("size", 2).and("stride", 2)
                .mistake("rest", "the windows that stick out at the right and at the bottom were pooled, too; only what fits whole counts: "
                        + "⌊(h − size)/stride⌋ + 1 rows", new double[][][] {{{10, 3, Math.sqrt(162)}, {Math.sqrt(162), Math.sqrt(162), 9}}})
                .that(() -> pooled(pool, x, 2, 2)).near(new double[][][] {{{10, 3}}});
        double[][][] row = {{{1, 2, 2}, {2, 4, 5}}};
        Expect.given("x", row).and("size", 2).and("stride", 1).that(() -> pooled(pool, row, 2, 1)).near(new double[][][] {{{5, 7}}});
    }

    @Check(order = 4, points = 1, says = "each map by itself; x stays as it was")
    public void leavesItsArgumentAlone(MnistConvnet.Pool pool, Calls calls) {
        double[][][] x = {{{3, 0}, {0, 4}}, {{0, -12}, {5, 0}}};
        Expect.given("x", x).and("size", 2).and("stride", 2)
                .mistake("maps", "the maps were added up; every map is pooled by itself", new double[][][] {{{Math.sqrt(194)}}})
                .mistake("maps", "the second map took over the sum of the first; begin a new sum with each window",
                        new double[][][] {{{5}}, {{Math.sqrt(194)}}})
                .that(() -> pooled(pool, x, 2, 2)).near(new double[][][] {{{5}}, {{13}}});
        calls.leftArgumentsAlone();
    }

    static double[][][] pooled(MnistConvnet.Pool pool, double[][][] x, int size, int stride) throws Exception {
        return Bounds.kept(() -> pool.of(x, size, stride), "a window that does not fit whole; there are ⌊(h − size)/stride⌋ + 1 rows of them, "
                + "and window (i, j) reads rows i · stride to i · stride + size − 1");
    }
}
