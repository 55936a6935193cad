package homework.training;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The form of a checkpoint: the entries of DL4J's own file of a network, with the state of its updater, and beside them the identity of the
 * training, its {@link State} and its history. Nothing is packed: parameters hardly shrink, and packing takes seconds. Zip's checksums tell
 * what is damaged.
 *
 * @param entries content by name
 * @param properties those of the entry {@link #FIT}
 */
record CheckpointFile(Map<String, byte[]> entries, Properties properties) {
    private static final String FIT = "fit.properties";
    private static final String HISTORY = "history.csv";
    private static final String BEST = "best.bin";
    /** The last entry; without it the end of the file is missing. */
    private static final String END = "end";

    static void write(OutputStream out, Map<String, String> identity, MultiLayerNetwork network, State state) throws IOException {
        Properties properties = new Properties();
        properties.putAll(identity);
        properties.setProperty("state.steps before", String.valueOf(state.stepsBefore));
        properties.setProperty("state.steps", String.valueOf(network.getIterationCount()));
        properties.setProperty("state.done", String.valueOf(state.done));
        properties.setProperty("state.running", state.running.text());
        properties.setProperty("state.since point", state.sincePoint.text());
        properties.setProperty("state.training seconds", String.valueOf(state.trainingSeconds));
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.NO_COMPRESSION);
        put(zip, ModelSerializer.CONFIGURATION_JSON, network.getLayerWiseConfigurations().toJson());
        put(zip, ModelSerializer.COEFFICIENTS_BIN, network.params());
        put(zip, ModelSerializer.UPDATER_BIN, network.getUpdater().getStateViewArray());
        zip.putNextEntry(new ZipEntry(FIT));
        properties.store(zip, null);
        put(zip, HISTORY, HistoryText.of(new History("", state.epochs, state.points, null, List.of())));
        put(zip, BEST, state.best);
        put(zip, END, "");
        zip.finish();
    }

    private static void put(ZipOutputStream zip, String entry, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** No entry for an array that is not there. */
    private static void put(ZipOutputStream zip, String entry, INDArray array) throws IOException {
        if (array != null && array.length() > 0) {
            zip.putNextEntry(new ZipEntry(entry));
            DataOutputStream data = new DataOutputStream(zip);
            Nd4j.write(array, data);
            data.flush();
        }
    }

    /** @throws IOException if anything of it is damaged or missing */
    static CheckpointFile read(Path file) throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(new FileInputStream(file.toFile()), 1 << 16))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        for (String needed : List.of(ModelSerializer.CONFIGURATION_JSON, ModelSerializer.COEFFICIENTS_BIN, FIT, HISTORY, END)) {
            if (!entries.containsKey(needed)) {
                throw new EOFException("the part " + needed + " is missing");
            }
        }
        Properties properties = new Properties();
        properties.load(new ByteArrayInputStream(entries.get(FIT)));
        return new CheckpointFile(entries, properties);
    }

    /** What is different from this identity, in words; empty if nothing is. */
    String differences(Map<String, String> identity) {
        StringBuilder text = new StringBuilder();
        identity.forEach((name, here) -> {
            String there = properties.getProperty(name);
            if (!here.equals(there)) {
                text.append(text.isEmpty() ? "" : "; ").append(name).append(": ").append(there).append(" there, ").append(here).append(" here");
            }
        });
        return text.toString();
    }

    /** Puts parameters, updater state and counts back into the network, which must be of the same configuration. */
    State restore(MultiLayerNetwork network) throws IOException {
        network.setParams(array(ModelSerializer.COEFFICIENTS_BIN));
        INDArray updater = array(ModelSerializer.UPDATER_BIN);
        if (updater != null) {
            network.getUpdater().setStateViewArray(network, updater, false);
        }
        network.setIterationCount(whole("steps"));
        State state = new State(whole("steps before"));
        History history = HistoryText.read(new String(entries.get(HISTORY), StandardCharsets.UTF_8), HISTORY);
        state.epochs.addAll(history.epochs());
        state.points.addAll(history.points());
        state.done = whole("done");
        state.running = Sum.parse(text("running"));
        state.sincePoint = Sum.parse(text("since point"));
        state.trainingSeconds = Double.parseDouble(text("training seconds"));
        state.best = array(BEST);
        return state;
    }

    private INDArray array(String entry) throws IOException {
        byte[] bytes = entries.get(entry);
        return bytes == null ? null : Nd4j.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private int whole(String name) {
        return Integer.parseInt(text(name));
    }

    private String text(String name) {
        return properties.getProperty("state." + name);
    }
}
