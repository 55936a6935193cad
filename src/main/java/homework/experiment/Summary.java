package homework.experiment;

import homework.data.DataException;
import homework.engine.Pass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What the figures of a report show, in a few numbers that a person can read and a change cannot slip past: of each curve the first and the
 * last epoch, mean and standard deviation over the runs, and how many of the published numbers agree.
 */
public final class Summary {
    private static final String HEADER = "figure,curve,metric,epoch,runs,mean,sd,published numbers that agree,that differ";

    private Summary() {
    }

    /** The file of a report's summary, beside its results. */
    public static Path file(Path folder, String report) {
        return folder.resolve(report + "-summary.csv");
    }

    /** As CSV, made from the results. */
    public static String of(String report, Store.Content results, Published published) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (Sweep sweep : Sweeps.all()) {
            if (sweep.report().equals(report)) {
                Reproduction reproduction = Reproduction.of(sweep, results, published);
                sweep.curves().forEach(curve -> lines.addAll(lines(reproduction, curve)));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** Writes the summary of what is stored now if it is not there yet, or is another; nothing where nothing is stored. */
    public static void refresh(Path folder, String report) {
        Store.Content results = new Store(folder).read(report);
        try {
            Path file = file(folder, report);
            boolean isThere = Files.exists(file) && Files.readString(file).equals(of(report, results, Published.of(report)));
            if (!isThere && !results.rows().isEmpty()) {
                write(folder, report);
            }
        } catch (IOException e) {
            throw new DataException("The summary of " + report + " cannot be read: " + e, e);
        }
    }

    /** Writes the summary of what is stored now; it replaces the one before. */
    public static Path write(Path folder, String report) {
        Path file = file(folder, report);
        try {
            Path part = Files.writeString(file.resolveSibling(file.getFileName() + ".part"), of(report, new Store(folder).read(report),
                    Published.of(report)));
            return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new DataException("The summary " + file + " cannot be written: " + e, e);
        }
    }

    private static List<String> lines(Reproduction reproduction, Sweep.Curve curve) {
        Sweep.Axes axes = reproduction.sweep().axes();
        List<String> lines = new ArrayList<>();
        List<List<Row>> runs = reproduction.rows(curve.name());
        for (boolean training : new boolean[] {true, false}) {
            if (training ? axes.training() : axes.heldOut()) {
                int last = runs.stream().mapToInt(List::size).min().orElse(0);
                for (int epoch : epochs(reproduction, curve, last)) {
                    double[] values = runs.stream().filter(run -> epoch > 0).map(run -> run.get(epoch - 1))
                            .map(row -> training ? row.train() : row.heldOut()).mapToDouble(Pass::error)
                            .map(error -> axes.accuracy() ? 100 - error : error).toArray();
                    String metric = (training ? "train" : curve.experiment().images().part().heldOut()) + (axes.accuracy() ? " accuracy" : " error");
                    lines.add(line(reproduction, curve.name(), metric, epoch, values));
                }
            }
        }
        return lines;
    }

    /** The first, the last, and those of published numbers. */
    private static int[] epochs(Reproduction reproduction, Sweep.Curve curve, int last) {
        return IntStream.concat(IntStream.of(Math.min(1, last), last), reproduction.compared().stream().filter(each -> each.curve().equals(curve.name()))
                .mapToInt(Compared::epoch)).filter(epoch -> epoch <= last).distinct().sorted().toArray();
    }

    private static String line(Reproduction reproduction, String curve, String metric, int epoch, double[] values) {
        List<Verdict> verdicts = reproduction.compared().stream().filter(each -> each.curve().equals(curve) && each.epoch() == epoch
                && each.published().metric().equals(metric)).map(Compared::verdict).toList();
        return String.format(Locale.ROOT, "%s,%s,%s,%d,%d,%.8f,%.8f,%d,%d", reproduction.sweep().figure(), curve, metric, epoch, values.length,
                Spread.mean(values), values.length < 2 ? 0 : Spread.deviation(values), verdicts.stream().filter(it -> it == Verdict.AGREES).count(),
                verdicts.stream().filter(it -> it == Verdict.DIFFERS).count());
    }
}
