package homework.training;

import homework.engine.Pass;
import homework.plot.LearningCurves;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * What was measured while a network was trained. {@link #toString} is a report of it; a history does not change.
 *
 * @param about what was trained on and how, in one line
 * @param epochs those that are complete
 * @param points inside the epochs, if they were asked for
 * @param ending null while the training goes on
 * @param notes what a person should know, in sentences
 */
public record History(String about, List<Epoch> epochs, List<Point> points, Ending ending, List<String> notes) {

    public History {
        epochs = List.copyOf(epochs);
        points = List.copyOf(points);
        notes = notes.stream().map(History::oneLine).toList();
        about = oneLine(about);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }

    /** The epoch with the fewest validation errors, of several the one with the least loss; empty where nothing was validated. */
    public Optional<Epoch> best() {
        return epochs.stream().filter(epoch -> epoch.validation().examples() > 0)
                .reduce((best, epoch) -> epoch.isBetterThan(best) ? epoch : best);
    }

    /** The last complete epoch. */
    public Optional<Epoch> last() {
        return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1));
    }

    /** The same with one more note, such as on which machine it was measured. */
    public History withNote(String sentence) {
        return new History(about, epochs, points, ending, Stream.concat(notes.stream(), Stream.of(sentence)).toList());
    }

    /** A row for each epoch, errors in percent; {@link #write} keeps every digit and the points, too. */
    public Table table() {
        return HistoryTable.of(epochs);
    }

    /** Errors in percent over the epochs. */
    public LearningCurves errorCurves(String title) {
        return HistoryCurves.of(this, LearningCurves.error(title), Pass::error);
    }

    /** Losses over the epochs. */
    public LearningCurves lossCurves(String title) {
        return HistoryCurves.of(this, LearningCurves.loss(title, "per image"), Pass::loss);
    }

    /**
     * Writes epochs and points as CSV; the file appears whole or not at all, missing folders are made. {@link #read} gives an equal history.
     *
     * @return {@code csv}
     * @throws homework.data.DataException if the file cannot be written
     */
    public Path write(Path csv) {
        return WholeFile.write(csv, "the history", out -> out.write(HistoryText.of(this).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @throws IllegalArgumentException if the file is not of this form; it names the line
     * @throws java.io.UncheckedIOException if there is no such file or it cannot be read
     */
    public static History read(Path csv) {
        return HistoryText.read(csv);
    }

    /** How it ended and which epoch was best, in a sentence or two. */
    public String outcome() {
        return ending == null ? "Still training." : HistoryTable.outcome(this);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(about);
        epochs.forEach(epoch -> text.append("\n  ").append(epoch));
        text.append("\n  ").append(outcome());
        notes.forEach(note -> text.append("\n  ").append(note));
        return text.toString();
    }
}
