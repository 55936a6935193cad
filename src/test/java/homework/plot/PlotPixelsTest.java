package homework.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What the painted pixels say of the data: places, lengths and shades are measured in the picture. */
class PlotPixelsTest {
    private static final int BLUE = 0x0072B2;
    private static final int ORANGE = 0xD55E00;

    /** A stretch of columns or rows. */
    private record Run(int from, int to) {
        double centre() {
            return (from + to) / 2.0;
        }

        int length() {
            return to - from + 1;
        }
    }

    @ParameterizedTest
    @CsvSource({"4,two words", "25,a rather long name of a configuration", "12,configuration"})
    void namesEveryCategoryUnderItsBar(int categories, String name) {
        BufferedImage image = bars(categories, i -> name + " " + i).render(1);
        int base = base(image);
        List<Run> bars = runs(0, image.getWidth(), x -> rgb(image, x, base - 3) == BLUE);
        assertEquals(categories, bars.size());
        List<Run> labels = joined(runs(0, image.getWidth(), x -> anyDark(image, x, base + 7, base + 30)), categories > 4 ? 1 : 30);
        assertEquals(categories, labels.size(), "labels at " + labels);
        for (int i = 0; i < categories; i++) {
            assertEquals(bars.get(i).centre(), labels.get(i).centre(), 4, "label " + i);
        }
    }

    @Test
    void endsASlantedNameUnderItsBar() {
        BufferedImage image = bars(10, i -> "conv-pool-" + i).render(1);
        int base = base(image);
        List<Run> bars = runs(0, image.getWidth(), x -> rgb(image, x, base - 3) == BLUE);
        List<Run> ends = joined(runs(0, image.getWidth(), x -> anyDark(image, x, base + 7, base + 13)), 8);
        assertEquals(10, ends.size(), "names end at " + ends);
        for (int i = 0; i < 10; i++) {
            double overshoot = ends.get(i).to() - bars.get(i).centre();
            assertTrue(overshoot > -8 && overshoot < 8, "name " + i + " ends " + overshoot + " pixels to the right of its bar");
        }
    }

    @Test
    void keepsTheEndsOfLongNames(@TempDir Path folder) throws IOException {
        String svg = Files.readString(bars(25, i -> "a rather long name of a configuration " + i).save(folder.resolve("bars.svg")));
        for (int i = 0; i < 25; i++) {
            assertTrue(svg.contains("on " + i + "<"), "the end of name " + i);
        }
    }

    private static BarChart bars(int categories, IntFunction<String> name) {
        return BarChart.of("Bars", "x", "y").categories(IntStream.range(0, categories).mapToObj(name).toArray(String[]::new))
                .series("a", IntStream.range(0, categories).mapToDouble(i -> 5).toArray());
    }

    /** The lowest row of the bars. */
    private static int base(BufferedImage image) {
        return IntStream.range(0, image.getHeight()).filter(y -> IntStream.range(0, image.getWidth()).anyMatch(x -> rgb(image, x, y) == BLUE))
                .max().orElseThrow();
    }

    @Test
    void drawsOneLineForEveryNumberedPowerOfTen() {
        FunctionPlot steps = FunctionPlot.of("Gradient", "h", "error").function("f", h -> h * h + 1e-16 / h, 1e-12, 1).logarithmicX().logarithmicY();
        BufferedImage image = steps.render(1);
        List<Run> lines = runs(60, image.getWidth(), x -> IntStream.range(60, 330).filter(y -> rgb(image, x, y) != 0xFFFFFF).count() > 250);
        assertEquals(7, lines.size(), "a line at every second power only: " + lines);
        for (int i = 1; i < 7; i++) {
            assertEquals((lines.get(6).centre() - lines.get(0).centre()) / 6, lines.get(i).centre() - lines.get(i - 1).centre(), 1.5);
        }
    }

    @Test
    void numbersAsManyDecadesAsThereIsRoomFor() {
        Decades narrow = Decades.on(new Range(0.9e-12, 1.1), 200, 44);
        assertEquals(List.of(" ", "10⁻⁹", " ", "10⁻³", "10⁰"), IntStream.of(-11, -9, -7, -3, 0)
                .mapToObj(exponent -> narrow.label(Math.pow(10, exponent))).toList());
        Decades few = Decades.on(new Range(0.9e-3, 11_000), 400, 44);
        assertEquals(List.of("0.001", "1", "10\u2009000"), List.of(few.label(1e-3), few.label(1), few.label(1e4)));
    }

    @Test
    void paintsRowsOfAMatrixAsTrueClasses() {
        BufferedImage image = ConfusionMatrix.of("Off the diagonal", new int[][] {{0, 0, 50}, {0, 0, 0}, {0, 0, 0}}).render(1);
        int full = Shades.mix(new Color(BLUE), 0.6).getRGB() & 0xFFFFFF;
        Run across = columns(image, full);
        Run down = rows(image, full);
        assertTrue(across.centre() > 0.7 * image.getWidth() && down.centre() < 0.4 * image.getHeight(),
                "true class 0 taken for 2 belongs at the upper right, lies at " + across + ", " + down);
    }

    @Test
    void reachesFromEndToEndOfAnErrorBar() {
        BufferedImage image = Comparison.of("Bars", "y").series("a", new double[] {10, 5, 15}, new double[] {5, 0, 0}).render(1);
        List<Run> places = joined(runs(60, image.getWidth(), x -> IntStream.range(30, image.getHeight()).anyMatch(y -> bluish(image, x, y))), 20);
        assertEquals(3, places.size(), "places " + places);
        Run bar = within(image, places.get(0));
        assertEquals(within(image, places.get(2)).centre(), bar.from(), 3, "upper end of 10 ± 5 at 15");
        assertEquals(within(image, places.get(1)).centre(), bar.to(), 3, "lower end of 10 ± 5 at 5");
    }

    private static Run within(BufferedImage image, Run columns) {
        return ends(IntStream.range(30, image.getHeight())
                .filter(y -> IntStream.rangeClosed(columns.from(), columns.to()).anyMatch(x -> bluish(image, x, y))).toArray());
    }

    private static boolean bluish(BufferedImage image, int x, int y) {
        Color colour = new Color(image.getRGB(x, y));
        return colour.getBlue() - colour.getRed() > 60;
    }

    @Test
    void endsABandOneStandardDeviationAboveTheMean() {
        double edge = 5 + Math.sqrt(2);
        BufferedImage image = LearningCurves.error("Band").validation("runs", new double[][] {{4, 4, 4}, {6, 6, 6}})
                .validation("edge", edge, edge, edge).yRange(0, 10).render(1);
        int x = columns(image, ORANGE).from() + 60;
        int line = (int) ends(IntStream.range(30, image.getHeight()).filter(y -> rgb(image, x, y) == ORANGE).toArray()).centre();
        int top = IntStream.range(line + 3, image.getHeight()).filter(y -> faintBlue(image, x, y)).findFirst().orElseThrow();
        assertTrue(top <= line + 4, "two runs at 4 and 6 have a deviation of 1.41: the band begins at " + top + ", the line at it lies at " + line);
        assertFalse(faintBlue(image, x, line - 4), "the band goes on above its end");
    }

    private static boolean faintBlue(BufferedImage image, int x, int y) {
        Color colour = new Color(image.getRGB(x, y));
        return colour.getBlue() - colour.getRed() > 20 && colour.getRed() > 150;
    }

    /** The bar of a signal of 60 µV stands for 20, as the plot says beside it. */
    @Test
    void drawsTracesAsHighAsTheirBarSays() {
        double[] seconds = IntStream.range(0, 400).mapToDouble(i -> i / 100.0).toArray();
        double[] square = IntStream.range(0, 400).mapToDouble(i -> i / 100 % 2 == 0 ? -30 : 30).toArray();
        Traces traces = Traces.of("Square", seconds, "µV").trace("a", square).size(760, 400);
        BufferedImage image = traces.render(2);
        double high = rows(image, BLUE).length() - 2;
        int right = columns(image, BLUE).to() + 6;
        double bar = IntStream.range(right, image.getWidth()).mapToLong(x -> IntStream.range(70, image.getHeight())
                .filter(y -> rgb(image, x, y) == 0x222222).count()).max().orElseThrow() - 5;
        assertEquals(60, high / bar * 20, 3, "height of a trace from −30 to 30 µV, by its bar");
    }

    @Test
    void paintsSmallValuesBlackAndTheFirstRowAtTheTop() {
        INDArray images = Nd4j.concat(0, Nd4j.zeros(1, 1, 8, 8), Nd4j.valueArrayOf(new long[] {1, 1, 8, 8}, 0.5), Nd4j.ones(1, 1, 8, 8));
        BufferedImage image = DigitGrid.of("Grey", images).labels("8", "", "").columns(1).render(1);
        int middle = image.getWidth() / 2;
        List<Run> black = runs(30, image.getHeight(), y -> rgb(image, middle - 20, y) == 0);
        List<Run> grey = runs(30, image.getHeight(), y -> rgb(image, middle - 20, y) == 0x808080);
        assertEquals(1, black.size());
        assertEquals(1, grey.size());
        assertTrue(black.get(0).length() > 50 && black.get(0).to() < grey.get(0).from(), "black " + black + " over grey " + grey);
        int below = grey.get(0).to() + 8;
        assertTrue(IntStream.range(black.get(0).to() + 2, grey.get(0).from() - 2).anyMatch(y -> anyInk(image, middle, y)), "the label of the first");
        assertTrue(IntStream.range(below - 5, below + 5).noneMatch(y -> anyInk(image, middle, y)), "the second has no label");
        assertEquals(0xFFFFFF, rgb(image, middle, below + 40), "the greatest value is white");
    }

    /** As many upright lines of the grid as epochs, and each of them at a tick with a number. */
    @ParameterizedTest
    @CsvSource({"3", "4", "6"})
    void numbersEachOfAFewEpochs(int epochs) {
        double[] values = IntStream.range(0, epochs).mapToDouble(i -> 5 - i / 2.0).toArray();
        for (LearningCurves curves : List.of(LearningCurves.error("Few").validation("a", values),
                LearningCurves.error("Few").train("a", values).validation("a", values).train("a long name", values))) {
            BufferedImage image = curves.render(1);
            List<Run> lines = runs(60, image.getWidth(), x -> IntStream.range(40, 340).filter(y -> rgb(image, x, y) != 0xFFFFFF).count() > 200);
            assertEquals(epochs, lines.size(), "lines at " + lines);
        }
    }

    @Test
    void paintsBarsThatDifferInGrey() {
        BarChart chart = BarChart.of("Grey", "x", "y").categories("a");
        for (int i = 0; i < 4; i++) {
            chart = chart.series("s" + i, 5);
        }
        BufferedImage image = chart.render(1);
        int y = image.getHeight() / 2;
        int[] levels = runs(40, 520, x -> rgb(image, x, y) != 0xFFFFFF && rgb(image, x, y) == rgb(image, x + 1, y)).stream()
                .flatMapToInt(run -> IntStream.rangeClosed(run.from(), run.to())).map(x -> grey(rgb(image, x, y))).distinct().sorted().toArray();
        List<Integer> apart = new ArrayList<>();
        for (int level : levels) {
            if (level < 225 && (apart.isEmpty() || level - apart.get(apart.size() - 1) > 25)) {
                apart.add(level);
            }
        }
        assertEquals(4, apart.size(), "levels of grey " + apart);
    }

    private static int grey(int rgb) {
        return (int) Math.round(0.299 * (rgb >> 16) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF));
    }

    @Test
    void cutsALongLabelOfAGrid() {
        String[] labels = IntStream.range(0, 10).mapToObj(Integer::toString).toArray(String[]::new);
        labels[3] = "a label that is far too long to stand under one image";
        DigitGrid grid = DigitGrid.of("Labels", Nd4j.zeros(10, 28, 28)).labels(labels);
        assertTrue(grid.width() <= 760, "the page is " + grid.width() + " pixels wide");
    }

    private static boolean anyInk(BufferedImage image, int middle, int y) {
        return IntStream.range(middle - 8, middle + 8).anyMatch(x -> (rgb(image, x, y) & 0xFF) < 0x80);
    }

    private static boolean anyDark(BufferedImage image, int x, int from, int to) {
        return IntStream.range(from, to).anyMatch(y -> (rgb(image, x, y) & 0xFF) < 0xB0);
    }

    private static int rgb(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xFFFFFF;
    }

    private static Run columns(BufferedImage image, int colour) {
        return ends(IntStream.range(0, image.getWidth()).filter(x -> IntStream.range(0, image.getHeight()).anyMatch(y -> rgb(image, x, y) == colour)).toArray());
    }

    private static Run rows(BufferedImage image, int colour) {
        return ends(IntStream.range(0, image.getHeight()).filter(y -> IntStream.range(0, image.getWidth()).anyMatch(x -> rgb(image, x, y) == colour)).toArray());
    }

    private static Run ends(int[] rising) {
        assertTrue(rising.length > 0, "nothing of this colour");
        return new Run(rising[0], rising[rising.length - 1]);
    }

    private static List<Run> runs(int from, int to, IntPredicate inked) {
        return joined(IntStream.range(from, to).filter(inked).mapToObj(at -> new Run(at, at)).toList(), 0);
    }

    /** Runs with gaps of at most {@code gap} between them taken as one. */
    private static List<Run> joined(List<Run> runs, int gap) {
        List<Run> joined = new ArrayList<>();
        for (Run run : runs) {
            int last = joined.size() - 1;
            if (last >= 0 && run.from() - joined.get(last).to() <= gap + 1) {
                joined.set(last, new Run(joined.get(last).from(), run.to()));
            } else {
                joined.add(run);
            }
        }
        return joined;
    }
}
