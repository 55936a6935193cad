package homework.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.data.DataException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is stored, against a second typing of what the reports print. */
class PublishedTest {
    private static final Published KIT = Published.of("kit-lab1");
    private static final Published NYU = Published.of("nyu-2015");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "fig1 | 64-64-128 4, 128-128-256 4, 256-256-512 4", "fig2 | 1 layer 4, 2 layers 4, 3 layers 4",
        "fig3 | batch 1 4, batch 16 4, batch 32 4, batch 64 4, batch 128 4", "fig4 | SGD 4, conjugate gradient 4",
        "fig5 | tanh 4, ReLU 4, sigmoid 1", "fig6 | 2/2 4, 3/3 4, 3/2 4", "fig7 | filter 5 4, filter 3 4, filter 7 4",
        "fig8 | none 1, dense 1, conv2 1, conv1 1, all three 1", "fig9 | none 1, dense 1, conv2 1, conv1 1, all three 1", "final | final model 2"})
    void kitLab1HasEveryRow(String figure, String counts) {
        assertEquals(counts, counts(KIT, figure));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "table3.1 | original model 20", "table3.2 | gaussian 7 6, gaussian 15 6, none 6", "table3.3 | tanh 6, ReLU 6",
        "table3.4 | NLL 6, multi-margin 6, MSE 5", "table3.5 | 2 layers 12, 3 layers 12"})
    void nyu2015HasEveryRow(String figure, String counts) {
        assertEquals(counts, counts(NYU, figure));
    }

    @Test
    void thereAreNoOtherFigures() {
        assertEquals(List.of("fig1", "fig2", "fig3", "fig4", "fig5", "fig6", "fig7", "fig8", "fig9", "final"), KIT.figures());
        assertEquals(List.of("table3.1", "table3.2", "table3.3", "table3.4", "table3.5"), NYU.figures());
        assertEquals("nyu-2015: 91 published numbers of table3.1, table3.2, table3.3, table3.4, table3.5", NYU.toString());
    }

    /** Epoch 1, training and validation error, then epoch 15; a number below 0 stands for "more than". */
    @ParameterizedTest
    @CsvSource({
        "fig1, 64-64-128, 16.1, 6.7, .15, 1.95", "fig1, 128-128-256, 11.7, 5.35, 0, 1.9", "fig1, 256-256-512, 8.8, 4.85, 0, 1.65",
        "fig2, 1 layer, 12.8, 6.6, 0, 2.6", "fig2, 2 layers, 16.1, 6.7, .15, 1.95", "fig2, 3 layers, 28, 9.4, .05, 1.7",
        "fig3, batch 1, 11.7, 5.3, 0, 1.9", "fig3, batch 16, 42, 21.7, 3.9, 5.1", "fig3, batch 32, 57.7, 31, 6, 7.5",
        "fig3, batch 64, 71, 56, 9.6, 11", "fig3, batch 128, 80, 70, 15.7, 15.7",
        "fig4, SGD, 11.7, 5.35, 0, 1.9", "fig4, conjugate gradient, 5.5, 3.8, 0, 1.45",
        "fig5, tanh, 18.7, 6.2, .2, 1.85", "fig5, ReLU, 19, 6.8, 0, 2.65",
        "fig6, 2/2, 18.7, 6.2, .2, 1.85", "fig6, 3/3, -20, 14, 1.35, 2.05", "fig6, 3/2, 14.8, 4.6, .15, 1.6",
        "fig7, filter 5, 18.7, 6.2, .2, 1.85", "fig7, filter 3, -20, 8, .9, 2.05", "fig7, filter 7, -20, 7, .15, 1.6"})
    void errorsOfEpochs1And15(String figure, String curve, double train1, double valid1, double train15, double valid15) {
        assertSeries(KIT.values(figure, curve, "train error"), List.of(1, 15), train1, train15);
        assertSeries(KIT.values(figure, curve, "validation error"), List.of(1, 15), valid1, valid15);
    }

    @ParameterizedTest
    @CsvSource({"none, .2, 1.85", "dense, .3, 1.6", "conv2, .2, 1.75", "conv1, .45, 2.05", "all three, 1.2, 1.95"})
    void dropout(String curve, double train, double valid) {
        assertSeries(KIT.values("fig8", curve, "train error"), List.of(15), train);
        assertSeries(KIT.values("fig9", curve, "validation error"), List.of(15), valid);
    }

    @Test
    void numbersWithoutAnEpoch() {
        assertEquals(List.of("final, final model, at the end: train accuracy 99.73 ± 0.005 %",
                "final, final model, at the end: test accuracy 99.54 ± 0.005 %"),
                KIT.curve("final", "final model").stream().map(PublishedValue::toString).toList());
        assertEquals(List.of(new PublishedValue("fig5", "sigmoid", OptionalInt.empty(), "validation error", 8, 0.5, "=")),
                KIT.curve("fig5", "sigmoid"));
        assertEquals(List.of(), KIT.values("fig5", "sigmoid", "train error"));
    }

    /** Half of the last digit in tables; a tenth for what was read off a plot, half a point where a whole number was read; none for a bound. */
    @Test
    void precision() {
        assertTrue(NYU.figures().stream().flatMap(figure -> all(NYU, figure).stream()).allMatch(value -> value.precision() == 0.005));
        List<String> plots = KIT.figures().stream().filter(figure -> figure.startsWith("fig")).toList();
        for (PublishedValue value : plots.stream().flatMap(figure -> all(KIT, figure).stream()).toList()) {
            boolean whole = value.value() == Math.rint(value.value()) && value.value() != 0;
            assertEquals(value.isLowerBound() ? 0 : whole ? 0.5 : 0.1, value.precision(), value.toString());
        }
        assertEquals("fig6, 3/3, epoch 1: train error > 20.0 %", KIT.curve("fig6", "3/3").get(0).toString());
    }

    @Test
    void theOriginalModel() {
        List<Integer> epochs = IntStream.rangeClosed(1, 10).boxed().toList();
        assertSeries(NYU.values("table3.1", "original model", "train accuracy"), epochs,
                96.71, 99.04, 99.34, 99.53, 99.62, 99.77, 99.81, 99.86, 99.89, 99.92);
        assertSeries(NYU.values("table3.1", "original model", "test accuracy"), epochs,
                99.04, 99.41, 99.40, 99.47, 99.48, 99.54, 99.48, 99.43, 99.49, 99.51);
    }

    @ParameterizedTest
    @CsvSource({
        "table3.2, gaussian 7, 96.71 99.04 99.34, 99.04 99.41 99.40", "table3.2, gaussian 15, 96.72 99.00 99.32, 98.88 99.11 99.28",
        "table3.2, none, 96.66 98.99 99.27, 98.79 99.14 99.31",
        "table3.3, tanh, 96.71 99.04 99.34, 99.04 99.41 99.40", "table3.3, ReLU, 96.52 98.86 99.13, 98.73 99.02 99.08",
        "table3.4, NLL, 96.71 99.04 99.34, 99.04 99.41 99.40", "table3.4, multi-margin, 96.71 99.04 99.34, 99.04 99.41 99.40",
        "table3.4, MSE, 96.74 99.07 99.35, 99.04 99.30"})
    void threeEpochs(String table, String curve, String train, String test) {
        assertSeries(NYU.values(table, curve, "train accuracy"), List.of(1, 2, 3), numbers(train));
        double[] tests = numbers(test);
        assertSeries(NYU.values(table, curve, "test accuracy"), List.of(1, 2, 3).subList(0, tests.length), tests);
    }

    @Test
    void twoAndThreeLayers() {
        List<Integer> epochs = IntStream.rangeClosed(20, 31).boxed().toList();
        assertSeries(NYU.values("table3.5", "3 layers", "test accuracy"), epochs,
                99.51, 99.51, 99.53, 99.53, 99.57, 99.52, 99.52, 99.56, 99.52, 99.52, 99.53, 99.52);
        assertSeries(NYU.values("table3.5", "2 layers", "test accuracy"), epochs,
                99.53, 99.51, 99.54, 99.56, 99.56, 99.53, 99.52, 99.55, 99.54, 99.56, 99.54, 99.55);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertEquals("No numbers of \"kit-lab2\" are stored: expected one of [kit-lab1, nyu-2015].",
                assertThrows(DataException.class, () -> Published.of("kit-lab2")).getMessage());
        assertEquals("nyu-2015 has no numbers of figure \"fig3.1\": expected one of [table3.1, table3.2, table3.3, table3.4, table3.5].",
                assertThrows(IllegalArgumentException.class, () -> NYU.curves("fig3.1")).getMessage());
        assertEquals("kit-lab1, fig4 has no curve \"CG\": expected one of [SGD, conjugate gradient].",
                assertThrows(IllegalArgumentException.class, () -> KIT.curve("fig4", "CG")).getMessage());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> KIT.values("fig4", "SGD", "test error")).getMessage()
                .startsWith("Nothing is measured as \"test error\": expected one of [train error, validation error,"));
    }

    private static String counts(Published published, String figure) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        published.curves(figure).forEach(curve -> counts.put(curve, published.curve(figure, curve).size()));
        return String.join(", ", counts.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).toList());
    }

    private static List<PublishedValue> all(Published published, String figure) {
        return published.curves(figure).stream().flatMap(curve -> published.curve(figure, curve).stream()).toList();
    }

    private static double[] numbers(String text) {
        return List.of(text.split(" ")).stream().mapToDouble(Double::parseDouble).toArray();
    }

    private static void assertSeries(List<PublishedValue> values, List<Integer> epochs, double... expected) {
        assertEquals(epochs, values.stream().map(value -> value.epoch().getAsInt()).toList());
        assertArrayEquals(expected, values.stream().mapToDouble(value -> value.isLowerBound() ? -value.value() : value.value()).toArray());
    }
}
