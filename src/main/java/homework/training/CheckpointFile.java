package homework.training;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
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
    private static final String STEPS = "steps of the network";
    private static final String MADE = "made by";
    private static final String FIT = "fit.properties";
    private static final String HISTORY = "history.csv";
    private static final String BEST = "best.bin";
    /** The last entry, with the names of those before it: some are not always there, and Zip's checksums do not guard names. */
    private static final String END = "end";

    static void write(OutputStream out, Map<String, String> identity, String how, MultiLayerNetwork network, State state) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.NO_COMPRESSION);
        Map<String, WholeFile.Content> entries = new LinkedHashMap<>();
        entries.put(ModelSerializer.CONFIGURATION_JSON, text(network.getLayerWiseConfigurations().toJson()));
        entries.put(ModelSerializer.COEFFICIENTS_BIN, array(network.params()));
        INDArray updater = network.getUpdater().getStateViewArray();
        if (updater != null && updater.length() > 0) {
            entries.put(ModelSerializer.UPDATER_BIN, array(updater));
        }
        Properties properties = new Properties();
        properties.putAll(identity);
        properties.setProperty(STEPS, String.valueOf(network.getIterationCount()));
        properties.setProperty(MADE, how);
        state.write(properties);
        entries.put(FIT, to -> properties.store(to, null));
        entries.put(HISTORY, text(HistoryText.of(new History("", state.epochs, state.points, null, List.of()))));
        if (state.best != null) {
            entries.put(BEST, array(state.best));
        }
        entries.put(END, text(names(entries)));
        for (Map.Entry<String, WholeFile.Content> entry : entries.entrySet()) {
            zip.putNextEntry(new ZipEntry(entry.getKey()));
            // Zip takes a while for each call, and arrays come byte by byte.
            OutputStream buffer = new BufferedOutputStream(zip, 1 << 16);
            entry.getValue().write(buffer);
            buffer.flush();
        }
        zip.finish();
    }

    private static WholeFile.Content text(String text) {
        return to -> to.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static WholeFile.Content array(INDArray array) {
        return to -> {
            DataOutputStream data = new DataOutputStream(to);
            Nd4j.write(array, data);
            data.flush();
        };
    }

    private static String names(Map<String, ?> entries) {
        return String.join("\n", entries.keySet());
    }

    /** @throws DamagedCheckpoint if it is not what was written, or cannot be read */
    static CheckpointFile read(Path file) throws DamagedCheckpoint {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        Properties properties = new Properties();
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(new FileInputStream(file.toFile()), 1 << 16))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
            byte[] names = entries.remove(END);
            if (names == null) {
                throw new EOFException();
            }
            if (!names(entries).equals(new String(names, StandardCharsets.UTF_8))) {
                throw new DamagedCheckpoint("its parts are not those that were written: " + String.join(", ", entries.keySet()), null);
            }
            properties.load(new ByteArrayInputStream(entries.get(FIT)));
        } catch (EOFException e) {
            throw new DamagedCheckpoint("its end is missing", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new DamagedCheckpoint(e.getMessage(), e);
        }
        return new CheckpointFile(entries, properties);
    }

    /** With which engine and how many threads. */
    String made() {
        return properties.getProperty(MADE);
    }

    /** What is different from a training of this identity, in words; empty if nothing is. */
    String differences(Map<String, String> identity, MultiLayerNetwork network) {
        List<String> texts = new ArrayList<>();
        identity.forEach((name, here) -> {
            String there = properties.getProperty(name);
            if (!here.equals(there)) {
                texts.add(name + ": " + (name.equals(Identity.CONFIGURATION) ? difference(network) : difference(there, here)));
            }
        });
        return String.join("; ", texts);
    }

    /** The first line in which the configurations differ, such as that of a learning rate. */
    private String difference(MultiLayerNetwork network) {
        String saved = new String(entries.get(ModelSerializer.CONFIGURATION_JSON), StandardCharsets.UTF_8);
        String[] there = Identity.configuration(MultiLayerConfiguration.fromJson(saved)).split("\\R");
        String[] here = Identity.configuration(network.getLayerWiseConfigurations()).split("\\R");
        int line = 0;
        while (line < Math.min(there.length, here.length) - 1 && there[line].equals(here[line])) {
            line++;
        }
        return difference(there[line].strip().replaceAll(",$", ""), here[line].strip().replaceAll(",$", ""));
    }

    private static String difference(String there, String here) {
        return there + " there, " + here + " here";
    }

    /** Puts parameters, updater state and counts back into the network, which must be of the same configuration. */
    State restore(MultiLayerNetwork network) throws IOException {
        network.setParams(array(ModelSerializer.COEFFICIENTS_BIN));
        INDArray updater = array(ModelSerializer.UPDATER_BIN);
        if (updater != null) {
            network.getUpdater().setStateViewArray(network, updater, false);
        }
        network.setIterationCount(Integer.parseInt(properties.getProperty(STEPS)));
        History history = HistoryText.read(new String(entries.get(HISTORY), StandardCharsets.UTF_8), HISTORY);
        return State.of(properties, history, array(BEST));
    }

    private INDArray array(String entry) throws IOException {
        byte[] bytes = entries.get(entry);
        return bytes == null ? null : Nd4j.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
