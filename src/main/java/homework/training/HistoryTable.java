package homework.training;

import homework.engine.Pass;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** A history in rows and words. */
final class HistoryTable {
    private HistoryTable() {
    }

    /** Columns of what was not measured are left out. */
    static Table of(List<Epoch> epochs) {
        Table table = Table.create("Epochs", IntColumn.create("epoch", epochs.stream().mapToInt(Epoch::number).toArray()));
        add(table, "running", epochs, Epoch::running);
        add(table, "train", epochs, Epoch::train);
        add(table, "validation", epochs, Epoch::validation);
        if (epochs.stream().anyMatch(epoch -> epoch.validation().examples() > 0)) {
            table.addColumns(column("± %", epochs, epoch -> epoch.validation().samplingError(), 2));
        }
        table.addColumns(column("images/s", epochs, epoch -> epoch.running().examples() / epoch.trainingSeconds(), 0),
                column("seconds", epochs, epoch -> epoch.trainingSeconds() + epoch.evaluationSeconds(), 1));
        return table;
    }

    private interface Score {
        Pass of(Epoch epoch);
    }

    private static void add(Table table, String name, List<Epoch> epochs, Score score) {
        if (epochs.isEmpty() || epochs.stream().anyMatch(epoch -> score.of(epoch).examples() > 0)) {
            table.addColumns(column(name + " loss", epochs, epoch -> score.of(epoch).loss(), 4),
                    column(name + " error %", epochs, epoch -> score.of(epoch).error(), 2));
        }
    }

    private static DoubleColumn column(String name, List<Epoch> epochs, ToDoubleFunction<Epoch> value, int digits) {
        double shift = Math.pow(10, digits);
        return DoubleColumn.create(name, epochs.stream().mapToDouble(value).map(exact -> Math.rint(exact * shift) / shift).toArray());
    }

    /** How it ended, in a sentence. */
    static String outcome(History history) {
        int done = history.epochs().size();
        String best = history.best().map(epoch -> String.format(Locale.ROOT, " Best epoch: %d, validation error %.2f %% ± %.2f.", epoch.number(),
                epoch.validation().error(), epoch.validation().samplingError())).orElse("");
        return switch (history.ending()) {
            case FINISHED -> "Finished after " + epochs(done) + "." + best;
            case EARLY -> "Stopped early after " + epochs(done) + ": no better validation error since epoch "
                    + history.best().map(Epoch::number).orElse(0) + "." + best;
            case STOPPED -> "Stopped by hand with " + epochs(done) + " complete." + best;
            case DIVERGED -> "Diverged in epoch " + (done + 1) + "." + best;
        };
    }

    private static String epochs(int number) {
        return number + (number == 1 ? " epoch" : " epochs");
    }
}
