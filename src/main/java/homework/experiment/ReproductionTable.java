package homework.experiment;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/**
 * Published numbers and ours in columns, rounded to hundredths of a percentage point: "± published" and "± ours" are the sampling errors of one run,
 * "± difference" is one standard deviation of the difference.
 */
final class ReproductionTable {
    private ReproductionTable() {
    }

    static Table of(Reproduction reproduction) {
        List<Compared> rows = reproduction.compared();
        return Table.create(reproduction.sweep().name(),
                StringColumn.create("curve", rows.stream().map(Compared::curve)),
                StringColumn.create("what, %", rows.stream().map(row -> row.published().metric())),
                IntColumn.create("epoch", rows.stream().mapToInt(Compared::epoch).toArray()),
                StringColumn.create("published", rows.stream().map(row -> row.published().told())),
                column("± published", rows, Compared::publishedSampling),
                column("ours", rows, Compared::mean),
                column("sd", rows, Compared::deviation),
                IntColumn.create("runs", rows.stream().mapToInt(row -> row.ours().length).toArray()),
                column("± ours", rows, Compared::ourSampling),
                column("difference", rows, Compared::difference),
                column("± difference", rows, Compared::differenceError),
                StringColumn.create("verdict", rows.stream().map(row -> row.verdict().toString())));
    }

    private static DoubleColumn column(String name, List<Compared> rows, ToDoubleFunction<Compared> value) {
        // Adding 0 makes -0 a 0.
        DoubleColumn column = DoubleColumn.create(name, rows.stream().mapToDouble(value).map(exact -> Math.rint(exact * 100) / 100 + 0.0).toArray());
        column.setPrintFormatter(new NumberColumnFormatter(new DecimalFormat("0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))));
        return column;
    }
}
