package homework.training;

import homework.data.DataException;
import homework.data.LabelledImages;
import homework.engine.Engine;
import homework.engine.Pass;
import homework.plot.ConfusionMatrix;
import homework.plot.DigitGrid;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import tech.tablesaw.api.Table;

/**
 * What a network makes of labelled images: its error and how sure that number is, which classes it takes for which, and where it was surest
 * and wrong. {@link #toString()} is the report.
 *
 * <pre>{@code
 * Evaluation evaluation = Evaluation.of(network, mnist.test());
 * show(evaluation, evaluation.perClass(), evaluation.worstPlot("Where the convnet is surest and wrong", 20));
 * }</pre>
 */
public final class Evaluation {
    private final LabelledImages data;
    private final Predictions predictions;
    private final Confusions confusions;
    private final Pass pass;

    private Evaluation(LabelledImages data, Predictions predictions) {
        this.data = data;
        this.predictions = predictions;
        confusions = Confusions.of(data.labels(), predictions.classes(), data.classes());
        int correct = IntStream.range(0, data.classes()).map(i -> confusions.counts()[i][i]).sum();
        pass = new Pass(0, data.size(), predictions.loss(data.labels()), correct);
    }

    /**
     * On all cores.
     *
     * @throws IllegalArgumentException as {@link #of(Engine, LabelledImages)}, or if the network has not been initialised or does not classify
     */
    public static Evaluation of(MultiLayerNetwork network, LabelledImages data) {
        try (Engine engine = Engine.of(network, 1)) {
            return of(engine, data);
        }
    }

    /**
     * With an engine that is there already; it stays open.
     *
     * @throws IllegalArgumentException if the images do not fit the network, it tells another number of classes apart, or an output is not a
     *     number
     */
    public static Evaluation of(Engine engine, LabelledImages data) {
        if (data == null || data.size() == 0) {
            throw new IllegalArgumentException("An evaluation needs at least one image, but the data are " + (data == null ? "null." : "empty."));
        }
        return new Evaluation(data, Predictions.of(engine.predict(Inputs.of(engine.network(), data.images())), data));
    }

    /** Share of the images that were taken for another class, in percent. */
    public double error() {
        return pass.error();
    }

    /** One standard deviation of {@link #error()} in percentage points, never 0: see {@link Pass#samplingError()}. */
    public double samplingError() {
        return pass.samplingError();
    }

    /**
     * Mean of −log p of the right class in nats; a p too small for a float counts as the smallest float, 103 nats. NaN if the network gives
     * scores instead of probabilities: {@link Engine#evaluate} has the loss it was trained with.
     */
    public double loss() {
        return pass.loss();
    }

    /** The class of the greatest output for each image, the first of equals, in the order of the data. */
    public int[] predictions() {
        return predictions.classes();
    }

    /** How often each class was taken for each: [true class][predicted class]. */
    public int[][] confusion() {
        return Stream.of(confusions.counts()).map(int[]::clone).toArray(int[][]::new);
    }

    /** {@link #confusion()} as a picture. */
    public ConfusionMatrix confusionPlot(String title) {
        return ConfusionMatrix.of(title, confusions.counts());
    }

    /** A row a class: images, how many were wrong, error in percent with its sampling error, what it was most often taken for and how often. */
    public Table perClass() {
        return confusions.perClass(data.name() + ", by class");
    }

    /**
     * The mistakes the network was surest of ({@link Mistake#sureness()}), or all if there are fewer; among equals first those whose right class
     * got least.
     */
    public List<Mistake> worst(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("The " + n + " worst mistakes were asked for: ask for at least 1.");
        }
        return IntStream.range(0, data.size()).mapToObj(i -> predictions.of(i, data.label(i))).filter(it -> it.truth() != it.predicted())
                .sorted(Comparator.comparingDouble(Mistake::sureness).reversed().thenComparingDouble(Mistake::ofTruth)).limit(n).toList();
    }

    /**
     * The images of {@link #worst} with their {@link Mistake#label()}, as in "4 for 9, 98 %": a 4 that was taken for a 9.
     *
     * @param n 1 to 100
     * @throws IllegalStateException if nothing was wrong
     */
    public DigitGrid worstPlot(String title, int n) {
        return MistakesPlot.of(title, worst(n), data);
    }

    /**
     * Writes what a homework sheet asks for: a line {@code Id,Prediction}, then one for each image in the order of the data, with Id from 1.
     * The file is whole or absent, and missing folders are made.
     *
     * @return {@code csv}
     * @throws DataException when it cannot be written
     */
    public Path writePredictions(Path csv) {
        StringBuilder lines = new StringBuilder("Id,Prediction\n");
        int id = 1;
        for (int prediction : predictions.classes()) {
            lines.append(id++).append(',').append(prediction).append('\n');
        }
        return WholeFile.write(csv, "the predictions", out -> out.write(lines.toString().getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public String toString() {
        int wrong = data.size() - pass.correct();
        if (wrong == 0) {
            return String.format(Locale.ROOT, "%s: none of %d wrong, error 0.00 %%; the true error lies below %.2f %% with 95 %% confidence "
                    + "(rule of three)", data.name(), data.size(), Math.min(100, 300.0 / data.size()));
        }
        return String.format(Locale.ROOT, "%s: %d of %d wrong, error %.2f %% ± %.2f (sampling error); most often %s", data.name(), wrong,
                data.size(), error(), samplingError(), confusions.mostOften());
    }
}
