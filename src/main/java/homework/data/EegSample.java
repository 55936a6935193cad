package homework.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * A short sample of how an EEG recording looks as a table: a column {@code id} that counts samples from 0 and one column for each of 32
 * electrodes, in microvolts. The signal is generated (see data/README.md); the electrodes are those named in nyu-2016.
 *
 * @param table id and 32 electrodes, one row a sample
 * @param samplingRate samples a second
 * @param electrodes the names of the electrodes in the order of the columns
 */
public record EegSample(Table table, double samplingRate, List<String> electrodes) {
    /** Samples a second. */
    public static final int SAMPLING_RATE = 128;
    /** The 32 electrodes of nyu-2016, in its order. */
    public static final List<String> ELECTRODES = List.of("Fp1", "Fp2", "F7", "F3", "Fz", "F4", "F8", "FC5", "FC1", "FC2", "FC6", "T7", "C3",
            "Cz", "C4", "T8", "TP9", "CP5", "CP1", "CP2", "CP6", "TP10", "P7", "P3", "Pz", "P4", "P8", "PO9", "O1", "Oz", "O2", "PO10");

    private static final String RESOURCE = "/homework/bundled/eeg/eeg-sample.csv";

    /** The sample in the jar, so it is found from any folder. */
    public static EegSample load() {
        ColumnType[] types = new ColumnType[ELECTRODES.size() + 1];
        Arrays.fill(types, ColumnType.DOUBLE);
        types[0] = ColumnType.INTEGER;
        try (InputStream in = EegSample.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new DataException("The EEG sample is not in the library: build it again with mvn package.");
            }
            Table table = Table.read().usingOptions(CsvReadOptions.builder(in).tableName("EEG sample").columnTypes(types).build());
            return new EegSample(table, SAMPLING_RATE, ELECTRODES);
        } catch (IOException e) {
            throw new DataException("The EEG sample in the library cannot be read (" + e + "): build it again with mvn package.", e);
        }
    }

    /** Time of each sample in seconds, for the axis of a plot. */
    public double[] seconds() {
        return IntStream.range(0, table.rowCount()).mapToDouble(row -> row / samplingRate).toArray();
    }

    /** The trace of one electrode in microvolts. */
    public double[] trace(String electrode) {
        if (!electrodes.contains(electrode)) {
            throw new DataException("There is no electrode \"" + electrode + "\" in the EEG sample: it has " + String.join(", ", electrodes) + ".");
        }
        return table.doubleColumn(electrode).asDoubleArray();
    }

    @Override
    public String toString() {
        return String.format("EEG sample: %d electrodes, %d samples at %.0f Hz (%.1f s), microvolts, generated%n  %s", electrodes.size(),
                table.rowCount(), samplingRate, table.rowCount() / samplingRate, String.join(" ", electrodes));
    }
}
