package homework.experiment;

import homework.engine.Pass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
 * @param wrong places of the held-out images that were answered wrongly; null where that was not asked, which is in all epochs but a run's last
 */
public record Row(String id, String name, long seed, int epoch, Pass train, Pass heldOut, double trainingSeconds, double evaluationSeconds,
        String data, Provenance provenance, List<Integer> wrong) {
    static final List<String> COLUMNS = List.of("id", "name", "seed", "epoch", "train_steps", "train_examples", "train_correct", "train_loss",
            "heldout_examples", "heldout_correct", "heldout_loss", "training_seconds", "evaluation_seconds", "data", "processor", "threads", "java",
            "dl4j", "library", "date", "wrong");

    /** Names come between commas. */
    private static String plain(String text) {
        return text.replaceAll("[,\"\\r\\n]", ";");
    }

    /** That the epoch took. */
    double seconds() {
        return trainingSeconds + evaluationSeconds;
    }

    /** Without the end of the line; {@link #parse} gives an equal row. */
    String text() {
        return Arrays.asList(id, plain(name), seed, epoch, train.steps(), train.examples(), train.correct(), train.loss(), heldOut.examples(),
                heldOut.correct(), heldOut.loss(), seconds(trainingSeconds), seconds(evaluationSeconds), data, plain(provenance.processor()),
                provenance.threads(), provenance.java(), provenance.dl4j(), provenance.library(), provenance.date(), wrong == null ? ""
                : wrong.isEmpty() ? "none" : wrong.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** @throws IllegalArgumentException if it is not of this form */
    static Row parse(String text) {
        String[] cells = text.split(",", -1);
        if (cells.length != COLUMNS.size()) {
            throw new IllegalArgumentException(COLUMNS.size() + " cells are expected, but there are " + cells.length);
        }
        int empty = IntStream.range(0, cells.length - 1).filter(i -> cells[i].isBlank()).findFirst().orElse(-1);
        if (empty >= 0) {
            throw new IllegalArgumentException("the cell \"" + COLUMNS.get(empty) + "\" is empty");
        }
        Cells next = new Cells(cells);
        return new Row(next.text(), next.text(), next.whole(), (int) next.whole(), pass(next.whole(), next), pass(0, next), next.number(),
                next.number(), next.text(), Provenance.read(next), wrong(next.text()));
    }

    private static Pass pass(long steps, Cells next) {
        int examples = (int) next.whole();
        int correct = (int) next.whole();
        if (correct < 0 || correct > examples) {
            throw new IllegalArgumentException(correct + " of " + examples + " cannot be correct");
        }
        return new Pass((int) steps, examples, next.number(), correct);
    }

    private static List<Integer> wrong(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        List<Integer> places = new ArrayList<>();
        if (!cell.equals("none")) {
            for (String place : cell.split(" ")) {
                places.add(Integer.valueOf(place));
            }
        }
        return List.copyOf(places);
    }

    /** The cells of a line, one after the other. */
    static final class Cells {
        private final String[] cells;
        private int next;

        Cells(String[] cells) {
            this.cells = cells;
        }

        String text() {
            return cells[next++];
        }

        long whole() {
            try {
                return Long.parseLong(text());
            } catch (NumberFormatException e) {
                throw wrong("a whole number", e);
            }
        }

        double number() {
            try {
                return Double.parseDouble(text());
            } catch (NumberFormatException e) {
                throw wrong("a number", e);
            }
        }

        private IllegalArgumentException wrong(String expected, NumberFormatException e) {
            return new IllegalArgumentException("\"" + COLUMNS.get(next - 1) + "\" must be " + expected + ", not \"" + cells[next - 1] + "\"", e);
        }
    }
}
