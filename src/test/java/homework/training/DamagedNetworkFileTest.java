package homework.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.data.DataException;
import homework.engine.Engine;
import homework.model.Mlp;
import homework.model.Momentum;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

/** Files that are no network, or not a whole one, are named; nothing is half loaded or half written. */
class DamagedNetworkFileTest {
    @TempDir
    private Path folder;
    private Path file;
    private MultiLayerNetwork network;

    @BeforeEach
    void save() {
        network = new Mlp().inputs(6).hidden(5).updater(new Momentum(.1, .9)).build(1);
        try (Engine engine = Engine.of(network, 1, 1)) {
            engine.train(Nd4j.rand(2, 6), new int[] {3, 4}, new int[] {0, 1});
        }
        file = NetworkFile.save(network, folder.resolve("network.zip"));
    }

    @Test
    void namesWhatIsNotThere() {
        refused(folder.resolve("other.zip"), "There is no network file", "other.zip\": check the name");
        refused(folder, "it is a folder");
    }

    @Test
    void namesWhatIsNoNetwork() throws IOException {
        refused(Files.writeString(folder.resolve("text.zip"), "Id,Prediction\n"), "is not a whole DL4J file of a MultiLayerNetwork", "copy it again");
        refused(Files.createFile(folder.resolve("empty.zip")), "is not a whole DL4J file of a MultiLayerNetwork");
        Path other = folder.resolve("graph.zip");
        ComputationGraph graph = new ComputationGraph(new NeuralNetConfiguration.Builder().graphBuilder().addInputs("in")
                .addLayer("out", new OutputLayer.Builder().nIn(2).nOut(2).build(), "in").setOutputs("out").build());
        graph.init();
        graph.save(other.toFile());
        refused(other, "appears to be a ComputationGraph");
    }

    /** A zip lists its entries at its end: one that was cut off has no list, wherever it was cut. */
    @Test
    void namesWhatIsCutOff() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length = 1; length < whole.length; length += 97) {
            refused(Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, length)), "cut.zip\" is not a whole DL4J file");
        }
        refused(Files.write(file, Arrays.copyOf(whole, whole.length - 1)), "is not a whole DL4J file");
    }

    /** One bit is wrong: either that is found, or it was in a place without meaning, such as the time of day in the zip. */
    @Test
    void isTheSameOrRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 1500; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            try {
                MultiLayerNetwork loaded = NetworkFile.load(file);
                assertArrayEquals(network.params().toFloatVector(), loaded.params().toFloatVector());
                assertArrayEquals(state(network), state(loaded));
                assertEquals(network.getLayerWiseConfigurations(), loaded.getLayerWiseConfigurations());
            } catch (DataException e) {
                refused++;
            }
        }
        assertTrue(refused > 1000, refused + " of 1500 found");
    }

    private static float[] state(MultiLayerNetwork network) {
        return network.getUpdater().getStateViewArray().toFloatVector();
    }

    @ParameterizedTest
    @ValueSource(strings = {"configuration.json", "coefficients.bin"})
    void namesWhatLacksAPart(String part) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), Map.of())) {
            Files.delete(zip.getPath(part));
        }
        refused(file, "is not a whole DL4J file", "Model wasnt found");
    }

    @Test
    void readsAFileWithoutTheUpdater() throws IOException {
        network.save(file.toFile(), false);
        assertArrayEquals(network.params().toFloatVector(), NetworkFile.load(file).params().toFloatVector());
    }

    /** The stop button interrupts the thread that then saves what there is. */
    @Test
    void isWrittenByAnInterruptedThreadToo() {
        Thread.currentThread().interrupt();
        try {
            NetworkFile.save(network, file);
            assertArrayEquals(state(network), state(NetworkFile.load(file)));
        } finally {
            assertTrue(Thread.interrupted(), "the thread stays interrupted");
        }
    }

    @Test
    void leavesTheOldFileWhereTheNewOneCannotBeWritten() throws IOException {
        byte[] before = Files.readAllBytes(file);
        String message = assertThrows(DataException.class, () -> NetworkFile.save(network, file.resolve("inside.zip"))).getMessage();
        assertTrue(message.contains("Could not write the network to \"" + file.resolve("inside.zip") + "\""), message);
        assertThrows(IllegalStateException.class, () -> WholeFile.write(file, "a file", out -> {
            out.write(1);
            throw new IllegalStateException("in the middle");
        }));
        assertArrayEquals(before, Files.readAllBytes(file));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList(), "nothing else is left behind");
        }
    }

    @Test
    void refusesANetworkWithoutParameters() {
        MultiLayerNetwork empty = new MultiLayerNetwork(network.getLayerWiseConfigurations().clone());
        String message = assertThrows(IllegalArgumentException.class, () -> NetworkFile.save(empty, file)).getMessage();
        assertTrue(message.contains("call network.init() first"), message);
        assertThrows(IllegalArgumentException.class, () -> NetworkFile.save(null, file));
    }

    private static void refused(Path file, String... parts) {
        String message = assertThrows(DataException.class, () -> NetworkFile.load(file)).getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }
}
