package homework.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class StartFileTest {
    @TempDir
    Path folder;

    @Test
    void bytesAreWhatAnyLanguageCanRead() throws IOException {
        // A transposed view: its memory is in the other order, the file is not.
        INDArray weights = Nd4j.createFromArray(new float[][] {{1, 3, 5}, {2, 4, 6}}).transpose();
        StartFile start = start(Map.of("0.W", weights));
        start.write(folder.resolve("a.start"));
        byte[] bytes = Files.readAllBytes(folder.resolve("a.start"));
        String line = "{\"net\":\"small\",\"arrays\":[{\"name\":\"0.W\",\"kind\":\"float32\",\"shape\":[3,2]}]}\n";
        assertEquals(line, new String(bytes, 0, line.length(), StandardCharsets.UTF_8));
        float[] values = new float[6];
        ByteBuffer.wrap(bytes, line.length(), 24).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, values);
        assertEquals(line.length() + 24, bytes.length);
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Map<String, INDArray> arrays = new LinkedHashMap<>();
        arrays.put("images", Nd4j.rand(5, 1, 3, 2));
        arrays.put("labels", Nd4j.createFromArray(3, 1, 4, 1, 5));
        start(arrays).write(folder.resolve("b.start"));
        StartFile read = StartFile.read(folder.resolve("b.start"));
        assertEquals("small", read.header().get("net").asText());
        assertEquals(arrays, read.arrays());
        assertArrayEquals(new int[] {3, 1, 4, 1, 5}, read.labels());
    }

    @Test
    void aFileCutShortSaysSo() throws IOException {
        start(Map.of("0.b", Nd4j.rand(1, 4))).write(folder.resolve("c.start"));
        byte[] bytes = Files.readAllBytes(folder.resolve("c.start"));
        Files.write(folder.resolve("c.start"), Arrays.copyOf(bytes, bytes.length - 1));
        String message = assertThrows(IOException.class, () -> StartFile.read(folder.resolve("c.start"))).getMessage();
        assertTrue(message.contains("cut short"), message);
    }

    @Test
    void aNetworkComesBackWithItsParameters() {
        MultiLayerNetwork network = Workload.SMALL_VGG_32.network(3);
        Map<String, INDArray> arrays = new LinkedHashMap<>();
        Starts.parameters(network).forEach((name, values) -> arrays.put(name, values.dup('c')));
        StartFile start = new StartFile(StartFile.newHeader().put("workload", Workload.SMALL_VGG_32.key()), arrays);
        assertEquals(network.params(), Starts.network(start).params());
    }

    private static StartFile start(Map<String, INDArray> arrays) {
        return new StartFile(StartFile.newHeader().put("net", "small"), arrays);
    }
}
