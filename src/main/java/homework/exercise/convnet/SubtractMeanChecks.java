package homework.exercise.convnet;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Problem;
import homework.exercise.Visible;

/** Every map minus the weighted mean over all maps and the part of the window that lies inside them. */
@Visible
public class SubtractMeanChecks {
    static final double[] THREE = {0.25, 0.5, 0.25};
    static final double[] SEVEN = {0.05, 0.12, 0.2, 0.26, 0.2, 0.12, 0.05};

    @Check(order = 1, points = 1, says = "one map, one bright pixel far from the border")
    public void brightPixel(MnistConvnet.Subtract subtract, Calls calls) {
        double[][][] x = round(16, 0, 0);
        Expect expect = Expect.given("x", x).and("g", THREE)
                .mistake("the mean", "this is the weighted mean itself; subtract it from x", round(4, 2, 1))
                .mistake("sign", "the weighted mean was added; subtract it", round(20, 2, 1))
                .mistake("unweighted", "all pixels of the window weigh the same; pixel (a, b) has the weight of its row times that of its column",
                        round(16 - 16 / 9.0, -16 / 9.0, -16 / 9.0))
                .mistake("one side", "the window is weighted along one side alone; its weight is that of the row times that of the column",
                        oneSide())
                .that(() -> subtracted(subtract, x, THREE));
        try {
            expect.near(round(12, -2, -1));
        } catch (Problem wrong) {
            // Whoever subtracts in x itself reads pixels further on that are no longer what they were; no other cause is nearer.
            calls.leftArgumentsAlone();
            throw wrong;
        }
    }

    @Check(order = 2, points = 1, says = "at the border the weights inside are scaled up to sum to 1")
    public void border(MnistConvnet.Subtract subtract) {
        double[][][] x = {{{36, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}}};
        Expect.given("x", x).and("g", THREE)
                .mistake("no border correction", "what lies outside counts as zeros with their weights; divide by the sum of the weights inside",
                        corner(27, -4.5, -4.5, -2.25))
                .mistake("wrong place", "divided by the sum of weights round the pixel that is read; it is the window round (i, j) that is cut off",
                        corner(20, -8, -8, -4))
                .mistake("repeated", "beyond the border the nearest pixel was read again; what lies outside does not count",
                        corner(15.75, -6.75, -6.75, -2.25))
                .mistake("wrapped", "beyond the border the map goes on at its other side; what lies outside does not count", new double[][][] {
                    {{27, -4.5, 0, -4.5}, {-4.5, -2.25, 0, -2.25}, {-4.5, -2.25, 0, -2.25}}})
                .that(() -> subtracted(subtract, x, THREE)).near(corner(20, -6, -6, -2.25));
    }

    @Check(order = 3, points = 1, says = "the mean is over all maps, and leaves each of them")
    public void allMaps(MnistConvnet.Subtract subtract) {
        double[][][] x = {square(36, 0, 0), square(0, 0, 0)};
        Expect.given("x", x).and("g", THREE)
                .mistake("per map", "from each map its own mean was subtracted; the mean is over all maps together",
                        new double[][][] {square(27, -6, -4), square(0, 0, 0)})
                .mistake("1/C", "the maps were added up but not divided by their number C", new double[][][] {square(27, -6, -4), square(-9, -6, -4)})
                .mistake("other maps", "the mean was subtracted from the first map alone; each map loses it",
                        new double[][][] {square(31.5, -3, -2), square(0, 0, 0)})
                .that(() -> subtracted(subtract, x, THREE)).near(new double[][][] {square(31.5, -3, -2), square(-4.5, -3, -2)});
    }

    @Check(order = 4, points = 1, says = "a window wider than the maps; x and g stay as they were")
    public void leavesItsArgumentsAlone(MnistConvnet.Subtract subtract, Calls calls) {
        double[][][] x = {{{1, -2, 3}, {0, 4, -1}}, {{2, 0, 5}, {-3, 1, 6}}};
        Expect.given("x", x).and("g", SEVEN)
                .mistake("fixed window", "the window is 3 wide whatever g is; its width is g.length", new double[][][] {
                    {{0.662570888469, -3.279314888011, 0.880907372401}, {-0.314744801512, 2.718708827404, -3.206994328922}},
                    {{1.662570888469, -1.279314888011, 2.880907372401}, {-3.314744801512, -0.281291172596, 3.793005671078}}})
                .that(() -> subtracted(subtract, x, SEVEN)).near(new double[][][] {
            {{0.039730134933, -3.279314888011, 1.278860569715}, {-0.901799100450, 2.718708827404, -2.709895052474}},
            {{1.039730134933, -1.279314888011, 3.278860569715}, {-3.901799100450, -0.281291172596, 4.290104947526}}});
        calls.leftArgumentsAlone();
    }

    static double[][][] subtracted(MnistConvnet.Subtract subtract, double[][][] x, double[] g) throws Exception {
        return Bounds.kept(() -> subtract.of(x, g), "at the border a part of the window lies outside; skip what is not inside the map");
    }

    /** A map of 5×5 with 0 but in the middle, where it has these values: centre, beside it, at the corners. */
    static double[][][] round(double centre, double beside, double corner) {
        double[][] map = new double[5][5];
        double[][] middle = square(centre, beside, corner);
        for (int i = 0; i < 3; i++) {
            System.arraycopy(middle[i], 0, map[i + 1], 1, 3);
        }
        return new double[][][] {map};
    }

    /** A map of 3×3. */
    static double[][] square(double centre, double beside, double corner) {
        return new double[][] {{corner, beside, corner}, {beside, centre, beside}, {corner, beside, corner}};
    }

    /** A map of 3×4 with 0 but in its upper left corner. */
    static double[][][] corner(double corner, double right, double below, double diagonal) {
        return new double[][][] {{{corner, right, 0, 0}, {below, diagonal, 0, 0}, {0, 0, 0, 0}}};
    }

    /** What test 1 has if only the columns of the window are weighted, divided by what all its weights sum to. */
    private static double[][][] oneSide() {
        double[][][] map = round(16, 0, 0);
        for (int i = 1; i < 4; i++) {
            for (int j = 1; j < 4; j++) {
                map[0][i][j] -= 16 * THREE[j - 1] / 3;
            }
        }
        return map;
    }
}
