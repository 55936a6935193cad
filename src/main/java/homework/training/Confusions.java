package homework.training;

import homework.engine.Pass;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/**
 * How often each class was taken for each.
 *
 * @param counts [true class][predicted class]
 */
record Confusions(int[][] counts) {

    static Confusions of(int[] truths, int[] predictions, int classes) {
        int[][] counts = new int[classes][classes];
        for (int i = 0; i < truths.length; i++) {
            counts[truths[i]][predictions[i]]++;
        }
        return new Confusions(counts);
    }

    /** The wrong class that this one was taken for most often, the first of equals; −1 if all its images were right. */
    private int mostOftenFor(int truth) {
        return IntStream.range(0, counts.length).filter(answer -> answer != truth && counts[truth][answer] > 0).boxed()
                .reduce((a, b) -> counts[truth][b] > counts[truth][a] ? b : a).orElse(-1);
    }

    /** As in "4 taken for 9 (8 times)"; only where something was wrong. */
    String mostOften() {
        int truth = IntStream.range(0, counts.length).filter(row -> mostOftenFor(row) >= 0).boxed()
                .reduce((a, b) -> counts[b][mostOftenFor(b)] > counts[a][mostOftenFor(a)] ? b : a).orElseThrow();
        int answer = mostOftenFor(truth);
        int times = counts[truth][answer];
        return truth + " taken for " + answer + " (" + (times == 1 ? "once" : times + " times") + ")";
    }

    /** A row a class. */
    Table perClass(String name) {
        IntColumn label = IntColumn.create("class");
        IntColumn images = IntColumn.create("images");
        IntColumn wrong = IntColumn.create("wrong");
        DoubleColumn error = percent("error (%)");
        DoubleColumn sampling = percent("sampling error");
        IntColumn answer = IntColumn.create("most often taken for");
        IntColumn times = IntColumn.create("times");
        for (int truth = 0; truth < counts.length; truth++) {
            Pass pass = new Pass(0, IntStream.of(counts[truth]).sum(), Double.NaN, counts[truth][truth]);
            label.append(truth);
            images.append(pass.examples());
            wrong.append(pass.examples() - pass.correct());
            // NaN is Tablesaw's missing value: nothing is known of a class without images.
            error.append(pass.error());
            sampling.append(pass.samplingError());
            int most = mostOftenFor(truth);
            if (most < 0) {
                answer.appendMissing();
                times.appendMissing();
            } else {
                answer.append(most);
                times.append(counts[truth][most]);
            }
        }
        return Table.create(name, label, images, wrong, error, sampling, answer, times);
    }

    private static DoubleColumn percent(String name) {
        DoubleColumn column = DoubleColumn.create(name);
        column.setPrintFormatter(new NumberColumnFormatter(new DecimalFormat("0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))));
        return column;
    }
}
