package homework.training;

import homework.data.DataException;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/**
 * Networks in DL4J's own files: a zip with the layers, all parameters, the state of the updater and the numbers of steps and epochs. Training
 * goes on from such a file as if nothing had happened, and whoever has this library and DL4J reads it by {@code MultiLayerNetwork.load(file, true)}.
 */
public final class NetworkFile {

    private NetworkFile() {
    }

    /**
     * Writes the network; the file is whole or absent, and missing folders are made.
     *
     * @param file by custom with the ending .zip
     * @return {@code file}
     * @throws IllegalArgumentException if the network is null or has no parameters yet
     * @throws DataException when the file cannot be written; an older one of that name is then as it was
     */
    public static Path save(MultiLayerNetwork network, Path file) {
        if (network == null || !network.isInitCalled()) {
            throw new IllegalArgumentException("Only a network with parameters can be saved, but this one "
                    + (network == null ? "is null." : "has none yet: call network.init() first."));
        }
        return WholeFile.write(file, "the network", out -> ModelSerializer.writeModel(network, out, true));
    }

    /**
     * The network of a file that {@link #save} or DL4J wrote, with the state of its updater if the file has one.
     *
     * @throws DataException if there is no such file, or it is damaged, or something else
     */
    public static MultiLayerNetwork load(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DataException("There is no network file \"" + file + "\"" + (Files.isDirectory(file) ? ", it is a folder" : "")
                    + ": check the name, or train a network and save it there first.");
        }
        try {
            checkWhole(file);
            return ModelSerializer.restoreMultiLayerNetwork(file.toFile(), true);
        } catch (IOException | RuntimeException e) {
            // DL4J has an exception of its own for each thing that can be wrong.
            throw new DataException("\"" + file + "\" is not a whole DL4J file of a MultiLayerNetwork (" + firstLine(e)
                    + "): copy it again from where it came, or take an earlier file.", e);
        }
    }

    /** DL4J reads on to the first entry it does not find, and takes what came before for all: a network without the state of its updater. */
    private static void checkWhole(Path file) throws IOException {
        Set<String> listed;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            listed = zip.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
        }
        Set<String> found = new TreeSet<>();
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(new FileInputStream(file.toFile())))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                // Reading to the end compares the checksum.
                zip.transferTo(OutputStream.nullOutputStream());
                found.add(entry.getName());
            }
        }
        if (!found.equals(listed)) {
            throw new IOException("it should hold " + listed + ", but holds " + found);
        }
    }

    private static String firstLine(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage().lines().findFirst().orElse("");
    }
}
