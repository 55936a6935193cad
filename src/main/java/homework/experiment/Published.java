package homework.experiment;

import homework.data.DataException;
import homework.data.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The numbers that a report prints or plots, from {@code data/published/<report>.csv}: <pre>
 * Published.of("nyu-2015").values("table3.1", "original model", "test accuracy")
 * </pre>
 * Figures, curves and epochs come in the order of the file. A figure that only redraws a table has no numbers of its own.
 */
public final class Published {
    private final String report;
    private final List<PublishedValue> values;

    private Published(String report, List<PublishedValue> values) {
        this.report = report;
        this.values = List.copyOf(values);
    }

    /**
     * What is published in a report.
     *
     * @param report its key: {@code kit-lab1}, {@code nyu-2015}
     * @throws DataException if there is no such file, or it is damaged: the message names file and line
     */
    public static Published of(String report) {
        Path folder = ProjectFolder.here().resolve("data").resolve("published");
        Path file = folder.resolve(report + ".csv");
        try {
            if (!Files.isRegularFile(file)) {
                throw new DataException("No numbers of \"" + report + "\" are stored: expected one of " + reports(folder) + ".");
            }
            return new Published(report, PublishedText.read(Files.readString(file), file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("Published numbers could not be read from " + folder + ": " + e, e);
        }
    }

    private static List<String> reports(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".csv"))
                    .map(name -> name.substring(0, name.length() - ".csv".length())).sorted().toList();
        }
    }

    /** Ids of the figures and tables. */
    public List<String> figures() {
        return values.stream().map(PublishedValue::figure).distinct().toList();
    }

    /** Names of the curves of a figure. */
    public List<String> curves(String figure) {
        List<String> curves = values.stream().filter(value -> value.figure().equals(figure)).map(PublishedValue::curve).distinct().toList();
        if (curves.isEmpty()) {
            throw new IllegalArgumentException(report + " has no numbers of figure \"" + figure + "\": expected one of " + figures() + ".");
        }
        return curves;
    }

    /** All numbers of a curve. */
    public List<PublishedValue> curve(String figure, String curve) {
        if (!curves(figure).contains(curve)) {
            throw new IllegalArgumentException(report + ", " + figure + " has no curve \"" + curve + "\": expected one of " + curves(figure) + ".");
        }
        return values.stream().filter(value -> value.figure().equals(figure) && value.curve().equals(curve)).toList();
    }

    /** The numbers of a curve by one of the {@link PublishedValue#METRICS}; none if the report is silent on it. */
    public List<PublishedValue> values(String figure, String curve, String metric) {
        if (!PublishedValue.METRICS.contains(metric)) {
            throw new IllegalArgumentException("Nothing is measured as \"" + metric + "\": expected one of " + PublishedValue.METRICS + ".");
        }
        return curve(figure, curve).stream().filter(value -> value.metric().equals(metric)).toList();
    }

    @Override
    public String toString() {
        return report + ": " + values.size() + " published numbers of " + String.join(", ", figures());
    }
}
