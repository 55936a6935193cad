package homework.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;

/** What plots say of their data, and of data that cannot be plotted. */
class PlotTextTest {

    @Test
    void tellsTheNumbers() {
        assertEquals("Images of each digit: share (%) by digit (0 to 2). train: 9.9, 11.2, 9.9; test: 9.8, 11.4, 10.3.", Samples.bars().altText());
        assertEquals("Width of the layers: validation error (%). 64-64-128: kit-lab1 1.95, ours 2.1 ± 0.33; 128-128-256: kit-lab1 1.9, "
                + "ours 1.8 ± 0.31.", Samples.comparison().altText());
        assertEquals("Sampling error: points over images 200 to 12000. 2 % from 0.99 at 200 to 0.128 at 12000, least 0.128, greatest 0.99; "
                + "0.5 % from 0.495 at 200 to 0.0639 at 12000, least 0.0639, greatest 0.495; test set at x = 10000.", Samples.function().altText());
        assertEquals("Width of the layers: error (%) over epoch 1 to 4. 64-64-128: train 16.1 to 0.15, validation 6.7 to 1.95 (best 1.9 at 3); "
                + "128-128-256: train 11.7 to 0, validation 5.35 to 1.9.", Samples.curves().altText());
        assertEquals("Three classes: confusion of 3 classes, 135 of 148 right (91.2 %). Most often: dog taken for bird: 7 times; bird taken for "
                + "dog: 3 times; dog taken for cat: 2 times; cat taken for bird: 1 time.", Samples.matrix().altText());
        assertEquals("Four images: 4 images of 8×8 in 2 rows of 2, labels 5, 0, 4, 1. Black is 0, white 1.", Samples.grid().altText());
        assertTrue(Samples.traces().altText().startsWith("Two channels: 2 channels over 0 to 1.99 s. Fp1 −2"), Samples.traces().altText());
    }

    @Test
    void takesNoSampleBesideAPoleForAnExtreme() {
        for (double to : new double[] {1, 1.1}) {
            String text = FunctionPlot.of("Pole", "x", "y").function("1/x", x -> 1 / x, -1, to).altText();
            assertTrue(text.contains("1/x from −1 at −1 to ") && text.contains("leaves the picture or jumps near x = ") && !text.contains("least"), text);
        }
    }

    @Test
    void leavesControlCharactersOut() {
        assertEquals("a title", BarChart.of("a \u0007ti\u0000tle\u001B", "x", "y").title());
        String label = DigitGrid.of("t", Nd4j.zeros(1, 8, 8)).labels("a\u0001\nb\uD800").altText();
        assertTrue(label.contains("labels a b."), label);
    }

    @Test
    void printsItsAltText() {
        Samples.all().forEach(plot -> assertEquals(plot.altText(), plot.toString()));
    }

    @Test
    void leavesPlotsAsTheyWereWhenSomethingIsAdded() {
        LearningCurves first = Samples.curves();
        String before = first.altText();
        first.validation("other", 1, 2, 3);
        assertEquals(before, first.altText());
    }

    @Test
    void namesGapsAndWhatIsLeftOut() {
        assertTrue(BarChart.of("t", "x", "y").series("a", 1, Double.NaN).altText().endsWith("a: 1, none. 1 gap where a value is not a number."));
        assertTrue(LearningCurves.error("t").validation("a", 0, 1).logarithmic().altText()
                .endsWith("1 value of 0 or less not on the logarithmic axis."));
        assertTrue(LearningCurves.error("t").validation("a", 1, 9, 20).yRange(0, 10).altText().endsWith("1 value outside the y range."));
        double[] many = Samples.wave(100_000, 3);
        assertTrue(LearningCurves.error("t").train("a", many).altText().endsWith("100\u2009000 points thinned to 2000, extremes kept."));
    }

    @Test
    void staysShortForManySeries() {
        LearningCurves curves = LearningCurves.error("Many");
        for (int i = 0; i < 14; i++) {
            curves = curves.train("a configuration with a long name " + i, 3, 2, 1).validation("a configuration with a long name " + i, 3, 2, 1);
        }
        String text = curves.altText();
        assertTrue(text.length() <= 500 && text.contains("14 configurations") && text.contains("more"), text);
    }

    @Test
    void thinningKeepsExtremesEndsAndGaps() {
        double[] values = Samples.wave(100_000, 1);
        values[33_333] = 50;
        values[66_666] = -50;
        values[80_000] = Double.NaN;
        int[] kept = Thinning.keep(values);
        assertTrue(kept.length <= Thinning.MOST + 2, kept.length + " kept");
        assertTrue(Arrays.stream(kept).boxed().toList().containsAll(List.of(0, 33_333, 66_666, 80_000, 99_999)));
        assertTrue(IntStream.range(1, kept.length).allMatch(i -> kept[i] > kept[i - 1]));
        assertEquals(5, Thinning.keep(new double[] {1, 2, 3, 4, 5}).length);
    }

    static Stream<Arguments> refused() {
        double inf = Double.POSITIVE_INFINITY;
        return Stream.of(
                refused(() -> BarChart.of("", "x", "y"), "the title of the plot", "an empty text"),
                refused(() -> BarChart.of("t", "x", "y").series("a"), "at least one value for 'a'", "none"),
                refused(() -> BarChart.of("t", "x", "y").series("a", 1, inf), "finite values for 'a'", "Infinity at index 1"),
                refused(() -> BarChart.of("t", "x", "y").series("a", Double.NaN), "at least one number for 'a'", "only NaN"),
                refused(() -> BarChart.of("t", "x", "y").categories("0", "1").series("a", 1), "as categories of 't'", "got 1 and 2"),
                refused(() -> BarChart.of("t", "x", "y").series("a", 1).categories("0", "1"), "categories of 't' as values", "got 2 and 1"),
                refused(() -> BarChart.of("t", "x", "y").categories("0", "0"), "a new name for each category", "'0' a second time"),
                refused(() -> Samples.bars().series("train", 1, 2, 3), "a new name for each series", "'train' a second time"),
                refused(() -> BarChart.of("t", "x", "y").altText(), "something to plot in 't'", "add series(name, values)"),
                refused(() -> Comparison.of("t", "y").render(1), "something to plot in 't'", "add series("),
                refused(() -> Comparison.of("t", "y").series("a", new double[] {1}, new double[] {-1}), "error bars of 0 or more", "got -1.0"),
                refused(() -> Comparison.of("t", "y").series("a", new double[] {1}, new double[] {1, 2}), "error bars as values", "got 2 and 1"),
                refused(() -> FunctionPlot.of("t", "x", "y").function("f", x -> x, 1, 1), "range of 'f'", "1.0 to 1.0"),
                refused(() -> FunctionPlot.of("t", "x", "y").function("f", Math::log, -2, -1), "the values of 'f'", "from −2 to −1: choose a range on which the function is defined"),
                refused(() -> FunctionPlot.of("t", "x", "y").function("f", x -> -1, 0, 1).logarithmicY().render(1), "a value above 0",
                        "leave logarithmicY() out"),
                refused(() -> FunctionPlot.of("t", "x", "y").points("p", new double[] {1, 2}, new double[] {1}), "y as x for 'p'", "got 1 and 2"),
                refused(() -> FunctionPlot.of("t", "x", "y").vertical("v", 1).render(1), "something to plot", "add function("),
                refused(() -> Traces.of("t", new double[] {1, 0}, "V"), "rising numbers for the time", "1.0 then 0.0"),
                refused(() -> Traces.of("t", new double[] {0, 1}, "V").trace("a", new double[] {1}), "values in 'a' as times", "got 1 and 2"),
                refused(() -> LearningCurves.error("t").validation("a", -1, 0).logarithmic().render(1), "a value above 0", "leave logarithmic() out"),
                refused(() -> LearningCurves.error("t").train("a", new double[][] {{1, 2}, {1}}), "runs of one length", "in run 2, 1"),
                refused(() -> LearningCurves.error("t").train("a", 1).train("a", 2), "a new name for each train curve", "'a' a second time"),
                refused(() -> ConfusionMatrix.of("t", new int[][] {{1, 2}}), "columns in row 0", "got 2 and 1"),
                refused(() -> ConfusionMatrix.of("t", new int[][] {{-1}}), "counts of 0 or more", "got -1"),
                refused(() -> Samples.matrix().classes("a"), "names as classes", "got 1 and 3"),
                refused(() -> DigitGrid.of("t", Nd4j.zeros(2, 784)), "images [n, 1, height, width]", "reshape(n, 1, 28, 28)"),
                refused(() -> Samples.grid().labels(1), "labels as images", "got 1 and 4"),
                refused(() -> Samples.bars().render(9), "a scale of 1 to 8", "got 9"),
                refused(() -> Samples.bars().size(10, 10), "a width and height", "10x10"));
    }

    private static Arguments refused(Executable call, String expected, String came) {
        return Arguments.of(call, expected, came);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void saysWhatWasExpectedAndWhatCame(Executable call, String expected, String came) {
        String message = assertThrows(RuntimeException.class, call).getMessage();
        assertTrue(message.startsWith("expected ") && message.contains(expected) && message.contains(came), message);
    }

    @Test
    void saysWhatIsMissingInsteadOfFailingToPrint() {
        assertEquals("t: nothing to show yet, add series(name, values)", BarChart.of("t", "x", "y").toString());
    }
}
