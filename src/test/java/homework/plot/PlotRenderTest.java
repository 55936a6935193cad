package homework.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The pictures: their size, colours and places, and the files they are saved to. */
class PlotRenderTest {
    private static final int BLUE = 0x0072B2;
    private static final int ORANGE = 0xD55E00;

    static List<Plot> plots() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("plots")
    void isAsLargeAsItSaysAndNotBlank(Plot plot) {
        BufferedImage image = plot.render(2);
        assertEquals(2 * plot.width(), image.getWidth());
        assertEquals(2 * plot.height(), image.getHeight());
        assertTrue(colours(image) > 10, "only " + colours(image) + " colours");
        for (int x = 0; x < image.getWidth(); x++) {
            assertEquals(0xFFFFFF, rgb(image, x, 0), "ink on the upper edge at " + x);
            assertEquals(0xFFFFFF, rgb(image, x, image.getHeight() - 1), "ink on the lower edge at " + x);
        }
    }

    @ParameterizedTest
    @MethodSource("plots")
    void givesTheSamePixelsForTheSameData(Plot plot) {
        assertArrayEquals(pixels(plot.render(1)), pixels(plot.render(1)));
    }

    /** An enlarged 1x picture has each pixel four times. */
    @ParameterizedTest
    @MethodSource("plots")
    void hasMoreDetailAtTwoDevicePixels(Plot plot) {
        BufferedImage image = plot.render(2);
        long differing = IntStream.range(0, plot.height()).mapToLong(y -> IntStream.range(0, plot.width())
                .filter(x -> rgb(image, 2 * x, 2 * y) != rgb(image, 2 * x + 1, 2 * y)).count()).sum();
        assertTrue(differing > 200, differing + " pixels differ");
    }

    @ParameterizedTest
    @MethodSource("plots")
    void becomesWellFormedSvgWithItsTitle(Plot plot, @TempDir Path folder) throws Exception {
        Path file = plot.save(folder.resolve("new/plot.svg"));
        String title = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile())
                .getElementsByTagName("title").item(0).getTextContent();
        assertEquals(plot.title(), title);
        assertFalse(Files.readString(file).contains("NaN"), "a coordinate is not a number");
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(plot.save(folder.resolve("again.svg"))));
    }

    /** A browser's own size is 16 pixels. */
    @Test
    void givesEachTextInSvgItsSize(@TempDir Path folder) throws Exception {
        Path file = Samples.graph().save(folder.resolve("graph.svg"));
        Element svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        NodeList texts = svg.getElementsByTagName("text");
        List<String> sizes = IntStream.range(0, texts.getLength()).mapToObj(i -> ((Element) texts.item(i)).getAttribute("style"))
                .map(style -> style.contains("font-size:") ? style.replaceFirst(".*font-size:(\\w+);.*", "$1") : svg.getAttribute("font-size"))
                .distinct().sorted().toList();
        assertEquals(List.of("11px", "12px", "14px"), sizes);
    }

    @Test
    void savesPngAtTwoDevicePixelsAndLeavesNothingElseBehind(@TempDir Path folder) throws IOException {
        Path file = Samples.bars().save(folder.resolve("bars.PNG"));
        assertEquals(1280, ImageIO.read(file.toFile()).getWidth());
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void namesTheEndingsItKnows(@TempDir Path folder) {
        String message = assertThrows(IllegalArgumentException.class, () -> Samples.bars().save(folder.resolve("bars.pdf"))).getMessage();
        assertTrue(message.contains(".png or .svg") && message.contains("bars.pdf"), message);
    }

    @Test
    void usesTheColourBlindPalette() {
        for (Plot plot : List.of(Samples.function(), Samples.traces(), Samples.curves())) {
            assertTrue(count(plot.render(2), BLUE) > 100 && count(plot.render(2), ORANGE) > 100, plot.title());
        }
    }

    /** The colours of the curves, left of the legend and in it, have white columns between them. */
    @Test
    void keepsTheLegendOutsideThePlot() {
        BufferedImage image = Samples.bars().render(1);
        int[] inked = IntStream.range(0, image.getWidth()).filter(x -> column(image, x, BLUE)).toArray();
        int widest = IntStream.range(1, inked.length).map(i -> inked[i] - inked[i - 1]).max().orElseThrow();
        int legend = IntStream.range(1, inked.length).filter(i -> inked[i] - inked[i - 1] == widest).map(i -> inked[i]).max().orElseThrow();
        assertTrue(legend > 420, "the legend begins at " + legend);
        assertTrue(IntStream.range(0, image.getHeight()).noneMatch(y -> rgb(image, legend - 8, y) != 0xFFFFFF && y > 40));
    }

    @Test
    void needsNoLegendForOneSeries() {
        BufferedImage one = LearningCurves.error("One").validation("a", 5, 4, 3).render(1);
        assertTrue(IntStream.range(0, one.getHeight()).anyMatch(y -> rgb(one, 600, y) != 0xFFFFFF && y > 60), "the plot reaches to the right");
    }

    @Test
    void drawsTrainingDashedAndValidationSolid() {
        double[] flat = new double[200];
        Arrays.fill(flat, 5);
        assertTrue(gaps(LearningCurves.error("Train").train("a", flat)) > 20);
        assertEquals(0, gaps(LearningCurves.error("Validation").validation("a", flat)));
    }

    private static long gaps(Plot plot) {
        BufferedImage image = plot.render(1);
        int row = IntStream.range(0, image.getHeight()).boxed()
                .max((a, b) -> Integer.compare(inRow(image, a), inRow(image, b))).orElseThrow();
        return IntStream.range(100, 560).filter(x -> bluish(image, x, row) && !bluish(image, x + 1, row)).count();
    }

    private static int inRow(BufferedImage image, int y) {
        return (int) IntStream.range(100, 560).filter(x -> bluish(image, x, y)).count();
    }

    private static boolean bluish(BufferedImage image, int x, int y) {
        Color colour = new Color(image.getRGB(x, y));
        return colour.getBlue() - colour.getRed() > 90;
    }

    @Test
    void writesTheSameNumbersInEveryLanguage() {
        int[] here = pixels(Samples.function().render(1));
        String text = Samples.function().altText();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertArrayEquals(here, pixels(Samples.function().render(1)));
            assertEquals(text, Samples.function().altText());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void drawsHardCasesWithoutFailing() {
        double[] many = Samples.wave(100_000, 3);
        double[] seconds = IntStream.range(0, many.length).asDoubleStream().toArray();
        List<Plot> hard = List.of(LearningCurves.loss("Steps", "nats").train("a", many), Traces.of("Steps", seconds, "mV").trace("a", many),
                LearningCurves.error("One epoch").train("a", 3.0), LearningCurves.error("Log").validation("a", 0, 1, 2).logarithmic(),
                LearningCurves.error("Runs").validation("a", new double[][] {{3, Double.NaN, 2}, {4, 3, 2}}),
                Traces.of("Flat", new double[] {0, 1}, "mV").trace("a", new double[] {5, 5}), BarChart.of("Zero", "x", "y").series("a", 0.0),
                BarChart.of("Gap", "x", "y").series("a", 1, Double.NaN, -2), Comparison.of("One", "y").series("a", 99.5),
                Comparison.of("Equal", "y").series("a", new double[] {2, 2}, new double[] {2, Double.NaN}),
                FunctionPlot.of("Pole", "x", "y").function("1/x", x -> 1 / x, -1, 1).yRange(-5, 5),
                FunctionPlot.of("Constant", "x", "y").function("c", x -> 3, 1, 2).logarithmicX().logarithmicY(),
                FunctionPlot.of("Dollars", "$x", "$y$").function("$f$", x -> x, 0, 1),
                BarChart.of("A title of so many words that it has to go on in a second line under the first one, and then some", "x", "y")
                        .categories("a name that is longer than its bar is wide", "another one of that kind", "b", "c").series("a", 1, 2, 3, 4));
        for (Plot plot : hard) {
            BufferedImage image = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> plot.render(2), plot.title());
            assertTrue(colours(image) > 10, plot.title());
        }
    }

    /** XChart looks for ticks until their labels fit, if need be without end. */
    @Test
    void findsTicksForLongNamesOnSmallPagesAndForExtremeNumbers() {
        String name = "a name that nobody would give to a thing, but that somebody will ";
        double[] two = {1, 2};
        List<Plot> hard = List.of(Traces.of("t", new double[] {0, 1}, "V").trace(name, two).trace("b", two).size(240, 240),
                BarChart.of("t", "x", "y").categories(name + 1, name + 2).series(name, two).series("b", two).size(240, 240),
                Comparison.of("t", "y").categories(name + 1, name + 2).series(name, two).series("b", two).size(240, 240),
                ConfusionMatrix.of("t", new int[][] {{1, 2}, {3, 4}}).classes(name + 1, name + 2).size(240, 240),
                LearningCurves.error("t").train(name, two).validation("b", two).size(240, 240),
                LearningCurves.error("t").train("a", 1e15 + 1, 1e15 + 2), LearningCurves.error("t").train("a", 1e300, -1e300),
                BarChart.of("t", "x", "y").series("a", 1e-300, 2e-300), FunctionPlot.of("t", "x", "y").function("f", x -> x, 1e17, 1e17 + 1000));
        for (Plot plot : hard) {
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> plot.render(1), plot.toString());
        }
    }

    @Test
    void keepsTheOutlierOfManyPoints() {
        double[] many = new double[100_000];
        double[] same = many.clone();
        many[77_777] = 10;
        Plot spike = LearningCurves.error("Spike").validation("a", many).yRange(-1, 11);
        Plot flat = LearningCurves.error("Spike").validation("a", same).yRange(-1, 11);
        assertNotEquals(count(spike.render(1), BLUE), count(flat.render(1), BLUE));
    }

    @Test
    void shadesACellByItsCount() {
        BufferedImage image = Samples.matrix().render(1);
        assertTrue(count(image, Shades.mix(new Color(BLUE), 0.6).getRGB() & 0xFFFFFF) > 500, "the fullest cell has the full shade");
    }

    private static int rgb(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xFFFFFF;
    }

    private static boolean column(BufferedImage image, int x, int colour) {
        return IntStream.range(0, image.getHeight()).anyMatch(y -> rgb(image, x, y) == colour);
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static long count(BufferedImage image, int colour) {
        return Arrays.stream(pixels(image)).filter(pixel -> (pixel & 0xFFFFFF) == colour).count();
    }

    private static long colours(BufferedImage image) {
        return Arrays.stream(pixels(image)).distinct().count();
    }
}
