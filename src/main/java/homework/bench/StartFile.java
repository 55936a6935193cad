package homework.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

/**
 * What all contenders of a workload begin with, in a file that any language reads: one line of JSON, which names the arrays with kind and
 * shape, then the arrays one behind the other, little endian, in c order.
 *
 * <p>The arrays are {@code images}, float [n, …], {@code labels}, int [n], and the parameters by layer, such as {@code 0.W}: convolutions
 * [out, in, height, width], dense layers [in, out].
 *
 * @param header what is known about the workload, without the arrays
 * @param arrays the arrays in the order of the file
 */
record StartFile(ObjectNode header, Map<String, INDArray> arrays) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An empty header, to be filled. */
    static ObjectNode newHeader() {
        return JSON.createObjectNode();
    }

    /** The labels as the engine wants them. */
    int[] labels() {
        return arrays.get("labels").toIntVector();
    }

    /** Writes the file whole or not at all. */
    void write(Path path) throws IOException {
        ObjectNode first = header.deepCopy();
        arrays.forEach((name, values) -> {
            ObjectNode entry = first.withArray("arrays").addObject().put("name", name).put("kind", kind(values));
            for (long size : values.shape()) {
                entry.withArray("shape").add(size);
            }
        });
        Files.createDirectories(path.toAbsolutePath().getParent());
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(part)) {
            out.write((JSON.writeValueAsString(first) + "\n").getBytes(StandardCharsets.UTF_8));
            for (INDArray values : arrays.values()) {
                out.write(bytes(values));
            }
        }
        Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Reads what {@link #write} wrote. */
    static StartFile read(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            String line = firstLine(Channels.newInputStream(file));
            ObjectNode header = (ObjectNode) JSON.readTree(line);
            file.position(line.getBytes(StandardCharsets.UTF_8).length + 1L);
            Map<String, INDArray> arrays = new LinkedHashMap<>();
            for (JsonNode entry : header.remove("arrays")) {
                long[] shape = JSON.convertValue(entry.get("shape"), long[].class);
                arrays.put(entry.get("name").asText(), array(file, entry.get("kind").asText(), shape));
            }
            return new StartFile(header, arrays);
        }
    }

    private static String kind(INDArray values) {
        return values.dataType() == DataType.INT32 ? "int32" : "float32";
    }

    private static byte[] bytes(INDArray values) {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(4 * values.length())).order(ByteOrder.LITTLE_ENDIAN);
        INDArray row = values.dup('c').reshape(values.length());
        if (values.dataType() == DataType.INT32) {
            buffer.asIntBuffer().put(row.toIntVector());
        } else {
            buffer.asFloatBuffer().put(row.toFloatVector());
        }
        return buffer.array();
    }

    private static String firstLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("A start file begins with a line of JSON, and this one has no line.");
            }
            line.append((char) next);
        }
        return line.toString();
    }

    private static INDArray array(ReadableByteChannel file, String kind, long[] shape) throws IOException {
        long length = 1;
        for (long size : shape) {
            length *= size;
        }
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(4 * length)).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (file.read(buffer) < 0) {
                throw new IOException("The start file ends too early: it was cut short. Remove it, and ./course bench writes it anew.");
            }
        }
        buffer.flip();
        if (kind.equals("int32")) {
            int[] values = new int[(int) length];
            buffer.asIntBuffer().get(values);
            return Nd4j.createFromArray(values).reshape('c', shape);
        }
        float[] values = new float[(int) length];
        buffer.asFloatBuffer().get(values);
        return Nd4j.create(values, shape, 'c'); // not a view, as a reshaped array would be
    }
}
