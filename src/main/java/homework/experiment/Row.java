package homework.experiment;

import homework.engine.Pass;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was measured in one epoch of one run, and where the numbers come from: a line of the store.
 *
 * @param id of the experiment
 * @param name of a curve that it belongs to, for people: report/figure curve
 * @param seed of the run
 * @param epoch 1 for the first
 * @param train over the training images while the weights moved
 * @param heldOut over the validation or test images after the epoch
 * @param trainingSeconds in the steps
 * @param evaluationSeconds in the measurement
 * @param data checksum of the images of this run
 * @param provenance machine, versions, date
 * @param wrong places of the held-out images that were answered wrongly; null where that was not asked: it is at the ends of runs and curves
 */
public record Row(String id, String name, long seed, int epoch, Pass train, Pass heldOut, double trainingSeconds, double evaluationSeconds,
        String data, Provenance provenance, List<Integer> wrong) {
    static final List<String> COLUMNS = List.of("id", "name", "seed", "epoch", "train_steps", "train_examples", "train_correct", "train_loss",
            "heldout_examples", "heldout_correct", "heldout_loss", "training_seconds", "evaluation_seconds", "data", "processor", "threads", "java",
            "dl4j", "library", "date", "wrong");

    public Row {
        if (seed < 0 || epoch < 1) {
            throw new IllegalArgumentException("A row has a seed of at least 0 and an epoch of at least 1, not " + seed + " and " + epoch + ".");
        }
        wrong = wrong == null ? null : List.copyOf(wrong);
    }

    /** Names come between commas. */
    private static String plain(String text) {
        return text.replaceAll("[,\"\\r\\n]", ";");
    }

    /** That the epoch took. */
    double seconds() {
        return trainingSeconds + evaluationSeconds;
    }

    /** Without the end of the line; {@link #parse} gives an equal row, with seconds to the thousandth and semicolons for commas in names. */
    String text() {
        return Stream.of(id, plain(name), seed, epoch, train.steps(), train.examples(), train.correct(), train.loss(), heldOut.examples(),
                heldOut.correct(), heldOut.loss(), seconds(trainingSeconds), seconds(evaluationSeconds), data, plain(provenance.processor()),
                provenance.threads(), provenance.java(), provenance.dl4j(), provenance.library(), provenance.date(), places(wrong))
                .map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String places(List<Integer> wrong) {
        if (wrong == null) {
            return "";
        }
        return wrong.isEmpty() ? "none" : wrong.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** @throws IllegalArgumentException if it is not of this form; it names the cell */
    static Row parse(String text) {
        String[] cells = text.split(",", -1);
        if (cells.length != COLUMNS.size()) {
            throw new IllegalArgumentException(COLUMNS.size() + " cells are expected, but there are " + cells.length);
        }
        Cells next = new Cells(cells);
        return new Row(next.text(), next.text(), next.seed(), next.count(1), pass(next.count(0), next), pass(0, next), next.number(),
                next.number(), next.text(), Provenance.read(next), next.places());
    }

    private static Pass pass(int steps, Cells next) {
        int examples = next.count(0);
        int correct = next.count(0, examples);
        return new Pass(steps, examples, next.number(), correct);
    }
}
