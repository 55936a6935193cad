package homework.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.data.DataException;
import homework.data.LabelledImages;
import homework.engine.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;
import tech.tablesaw.api.Table;

/** What is told of given outputs. */
class EvaluationTest {
    /** Eight images of three classes; the fourth class, 3, has none. Wrong are images 1, 3, 4 and 6. */
    private static final int[] LABELS = {0, 0, 1, 1, 1, 2, 2, 0};
    private static final float[][] OUTPUTS = {{.7f, .1f, .1f, .1f}, {.2f, .75f, .05f, 0}, {.3f, .6f, .1f, 0}, {.1f, .08f, .8f, .02f},
            {.1f, .4f, .5f, 0}, {0, 0, 1, 0}, {.25f, .25f, .25f, .25f}, {1, 0, 0, 0}};

    private final Evaluation evaluation = Given.evaluation(LABELS, OUTPUTS);

    @Test
    void countsWhatWasTakenForWhat() {
        assertArrayEquals(new int[] {0, 1, 1, 2, 2, 2, 0, 0}, evaluation.predictions(), "the first of equals");
        assertArrayEquals(new int[][] {{2, 1, 0, 0}, {0, 1, 2, 0}, {1, 0, 1, 0}, {0, 0, 0, 0}}, evaluation.confusion());
        assertEquals(50, evaluation.error(), 1e-12);
        assertEquals(100 * Math.sqrt(.25 / 8), evaluation.samplingError(), 1e-12);
        assertEquals("digits: 4 of 8 wrong, error 50.00 % ± 17.68 (sampling error); most often 1 taken for 2 (2 times)", evaluation.toString());
    }

    @Test
    void takesTheLossFromProbabilities() {
        double sum = 0;
        for (int i = 0; i < LABELS.length; i++) {
            sum -= Math.log(OUTPUTS[i][LABELS[i]]);
        }
        assertEquals(sum / 8, evaluation.loss(), 1e-6);
        assertEquals(103.28, Given.evaluation(new int[] {1}, new float[] {1, 0}).loss(), .01, "not infinite");
    }

    @Test
    void tellsEachClass() {
        Table table = evaluation.perClass();
        assertEquals(List.of("class", "images", "wrong", "error (%)", "sampling error", "most often taken for", "times"), table.columnNames());
        assertEquals(List.of(3, 3, 2, 0), table.intColumn("images").asList());
        assertEquals(List.of(1, 2, 1, 0), table.intColumn("wrong").asList());
        assertEquals("[33.33, 66.67, 50.00, ]", strings(table, "error (%)"));
        assertEquals("[27.22, 27.22, 35.36, ]", strings(table, "sampling error"));
        assertEquals("[1, 2, 0, ]", strings(table, "most often taken for"));
        assertEquals("[1, 2, 1, ]", strings(table, "times"));
    }

    /** A 0 was once taken for a 1 and once for a 2, a 1 once for a 2. */
    @Test
    void namesTheFirstOfEqualConfusions() {
        Evaluation equals = Given.evaluation(new int[] {0, 0, 1}, new float[] {0, 0, 1}, new float[] {0, 1, 0}, new float[] {0, 0, 1});
        assertTrue(equals.toString().endsWith("most often 0 taken for 1 (once)"), equals.toString());
        assertEquals("[1, 2, ]", strings(equals.perClass(), "most often taken for"));
    }

    private static String strings(Table table, String column) {
        return IntStream.range(0, table.rowCount()).mapToObj(row -> table.column(column).getString(row)).toList().toString();
    }

    @Test
    void sortsMistakesByHowSureTheNetworkWas() {
        assertEquals(List.of(3, 1, 4, 6), evaluation.worst(10).stream().map(Mistake::index).toList());
        assertEquals(List.of(new Mistake(3, 1, 2, .8f, .08f, Outputs.PROBABILITIES), new Mistake(1, 0, 1, .75f, .2f, Outputs.PROBABILITIES)),
                evaluation.worst(2));
        assertEquals("image 3: 1 taken for 2, 80 % (right class: 8 %)", evaluation.worst(1).get(0).toString());
    }

    /** Of equals first the one whose right class got least; then the order of the data. */
    @Test
    void sortsEqualMistakesByTheRightClass() {
        Evaluation equals = Given.evaluation(new int[] {0, 0, 0}, new float[] {.2f, .6f, .2f}, new float[] {.1f, .6f, .3f},
                new float[] {.2f, .6f, .2f});
        assertEquals(List.of(1, 0, 2), equals.worst(3).stream().map(Mistake::index).toList());
    }

    /** Negative, more than 1, or not 1 in all: no probabilities. */
    @Test
    void callsScoresScores() {
        for (float[] outputs : List.of(new float[] {-.5f, 1.5f}, new float[] {.4f, 2}, new float[] {.2f, .3f})) {
            Evaluation scores = Given.evaluation(new int[] {0, 1}, outputs, new float[] {.5f, .5f});
            assertEquals(Outputs.SCORES, scores.worst(1).get(0).outputs());
            assertEquals(Double.NaN, scores.loss());
        }
    }

    /** The margin decides: the second is surer than the first, though its score is smaller. */
    @Test
    void sortsScoresByTheirLead() {
        List<Mistake> worst = Given.evaluation(new int[] {0, 0}, new float[] {2.5f, 3}, new float[] {-1, 2}).worst(2);
        assertEquals("[image 1: 0 taken for 1, score 2.00 (right class: score -1.00), image 0: 0 taken for 1, score 3.00 (right class: score 2.50)]",
                worst.toString());
        assertEquals("0 for 1, score +3.00", worst.get(0).label());
    }

    @Test
    void writesProbabilitiesAsPercent() {
        assertEquals(List.of("98 %", "99.0 %", "99.9 %", "> 99.9 %", "> 99.9 %", "1 %", "0.4 %", "< 0.1 %", "< 0.1 %"),
                List.of(.98, .99, .9994, .9996, 1., .01, .004, .0004, 0.).stream().map(Outputs.PROBABILITIES::text).toList());
    }

    @Test
    void saysHowLittleNoMistakeMeans() {
        Evaluation right = Given.evaluation(new int[] {0, 1, 1}, new float[] {.9f, .1f}, new float[] {0, 1}, new float[] {.4f, .6f});
        assertEquals(0, right.error());
        assertEquals(100 / 3.0, right.samplingError(), 1e-12);
        assertEquals("digits: none of 3 wrong, error 0.00 %; the true error lies below 100.00 % with 95 % confidence (rule of three)",
                right.toString());
        assertEquals(List.of(), right.worst(5));
        refused(IllegalStateException.class, () -> right.worstPlot("Worst", 5), "no mistake to show");
    }

    @Test
    void showsTheWorstMistakesUnderTheirLabels() {
        String text = evaluation.worstPlot("Worst", 3).altText();
        assertEquals("Worst: 3 images of 8×8 in 1 row of 3, labels 1 for 2, 80 %, 0 for 1, 75 %, 1 for 2, 50 %. Black is 2, white 5.", text,
                "images 3, 1 and 4, whose greys are 4, 2 and 5");
        assertTrue(evaluation.confusionPlot("Confusion").altText().startsWith("Confusion: confusion of 4 classes, 4 of 8 right (50 %)"));
    }

    @Test
    void handsOutCopies() {
        evaluation.predictions()[0] = 3;
        evaluation.confusion()[0][0] = 99;
        assertEquals(0, evaluation.predictions()[0]);
        assertEquals(2, evaluation.confusion()[0][0]);
    }

    @Test
    void writesPredictionsAsTheSheetAsks(@TempDir Path folder) throws Exception {
        Path csv = folder.resolve("new/predictions.csv");
        assertEquals(csv, evaluation.writePredictions(csv));
        assertEquals("Id,Prediction\n1,0\n2,1\n3,1\n4,2\n5,2\n6,2\n7,0\n8,0\n", Files.readString(csv));
        Given.evaluation(new int[] {0}, new float[] {0, 1}).writePredictions(csv);
        assertEquals("Id,Prediction\n1,1\n", Files.readString(csv));
        try (var files = Files.list(csv.getParent())) {
            assertEquals(List.of(csv), files.toList());
        }
    }

    @Test
    void saysWherePredictionsCannotBeWritten(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "text");
        for (Path csv : List.of(file.resolve("predictions.csv"), folder)) {
            refused(DataException.class, () -> evaluation.writePredictions(csv), "Could not write the predictions to \"" + csv + "\"",
                    "choose a file in a folder you may write to");
        }
        assertEquals("text", Files.readString(file));
    }

    @Test
    void saysWhatDoesNotFit() {
        LabelledImages three = Given.images("three", new int[] {0}, 3);
        refused(IllegalArgumentException.class, () -> Predictions.of(Nd4j.zeros(1, 4), three),
                "tells 4 classes apart, but \"three\" has 3");
        refused(IllegalArgumentException.class, () -> Given.evaluation(new int[] {0, 0}, new float[] {1, 0}, new float[] {0, Float.NaN}),
                "output for image 1 of \"digits\" is not a number");
        refused(IllegalArgumentException.class, () -> Evaluation.of((Engine) null, null), "the data are null");
        refused(IllegalArgumentException.class, () -> evaluation.worst(0), "The 0 worst mistakes");
        int[] many = new int[101];
        float[][] wrong = new float[101][];
        Arrays.fill(wrong, new float[] {0, 1});
        refused(IllegalArgumentException.class, () -> Given.evaluation(many, wrong).worstPlot("Many", 101), "101 mistakes", "100 at most");
    }

    @Test
    void writesTheSameInEveryLanguage() {
        String report = evaluation.toString() + evaluation.perClass() + evaluation.worst(4);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals(report, evaluation.toString() + evaluation.perClass() + evaluation.worst(4));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static void refused(Class<? extends RuntimeException> type, Executable call, String... parts) {
        String message = assertThrows(type, call).getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }
}
