package homework.grade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import homework.exercise.backprop.Graph;
import homework.exercise.backprop.Operation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Values between judge and runner: exact, of bounded size, and never more than values. */
class WireTest {

    private static byte[] bytes(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Plain.write(new DataOutputStream(bytes), value);
        return bytes.toByteArray();
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    private static Object there(Object value) throws IOException {
        return Plain.readArgument(in(bytes(value)));
    }

    @Test
    void valuesComeThroughAsTheyAre() throws IOException {
        assertNull(there(null));
        for (Object value : List.of(true, 7, 7L, -0.5, Double.NaN, "ß → 字", Operation.MAX)) {
            assertEquals(value, there(value));
        }
        assertArrayEquals(new int[] {1, -2}, (int[]) there(new int[] {1, -2}));
        assertArrayEquals(new long[] {1L << 40}, (long[]) there(new long[] {1L << 40}));
        double[][][] maps = {{{1, 2}, null}, {}, {{}}};
        assertArrayEquals(maps, (double[][][]) there(maps));
        assertArrayEquals(new String[] {"a", null}, (String[]) there(new String[] {"a", null}));
        Graph graph = Graph.of().input("a").input("b").sigmoid("s", "a").times("t", "s", "b").sum("u", "t", "t");
        assertEquals(graph.toString(), there(graph).toString());
    }

    @Test
    void arraysKeepTypeShapeAndNumbers() throws IOException {
        for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT, DataType.FLOAT16, DataType.INT64, DataType.INT32, DataType.INT8, DataType.BOOL)) {
            INDArray array = Nd4j.createFromArray(0.0, 1, 1, 0, 1, 1).castTo(type).reshape(2, 3);
            INDArray back = (INDArray) there(array);
            assertEquals(type, back.dataType());
            assertArrayEquals(new long[] {2, 3}, back.shape());
            assertEquals(array, back);
        }
        INDArray square = Nd4j.createFromArray(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}});
        assertEquals(square.transpose(), there(square.transpose()));
        INDArray view = square.get(NDArrayIndex.interval(1, 3), NDArrayIndex.interval(0, 2));
        assertEquals(view, there(view));
        assertEquals(Nd4j.scalar(2.5), there(Nd4j.scalar(2.5)));
        assertEquals(0, ((INDArray) there(Nd4j.empty(DataType.DOUBLE))).length());
        assertArrayEquals(new long[] {0, 3}, ((INDArray) there(Nd4j.create(DataType.DOUBLE, 0, 3))).shape());
        INDArray large = Nd4j.ones(DataType.DOUBLE, 1_000_000);
        assertEquals(large, there(large));
    }

    @Test
    void otherObjectsAreNotPassedOn() {
        assertThrows(Plain.NotPlain.class, () -> bytes(new Object()));
        assertThrows(Plain.NotPlain.class, () -> bytes(new Thread[1]));
        assertThrows(Plain.NotPlain.class, () -> bytes(new float[1]));
        assertThrows(Plain.NotPlain.class, () -> bytes(new Object[][][][][][][][][][] {{{{{{{{{{1}}}}}}}}}}));
    }

    @Test
    void onlyAJudgeSendsGraphs() throws IOException {
        byte[] graph = bytes(Graph.of().input("a"));
        assertThrows(Wire.Garbage.class, () -> Plain.readReturned(in(graph)));
        byte[] operation = bytes(Operation.SUM);
        assertThrows(Wire.Garbage.class, () -> Plain.readReturned(in(operation)));
    }

    @Test
    void promisesOfMoreThanThereIsAreNotBelieved() throws IOException {
        byte[] row = bytes(new double[] {1, 2});
        row[1] = 0x7f;
        assertThrows(Wire.Garbage.class, () -> Plain.readReturned(in(row)));
        byte[] array = bytes(Nd4j.ones(DataType.DOUBLE, 2));
        array[8] = 0x7f;
        assertThrows(Wire.Garbage.class, () -> Plain.readReturned(in(array)));
        byte[] text = bytes("abc");
        text[1] = 0x7f;
        assertThrows(Wire.Garbage.class, () -> Plain.readReturned(in(text)));
        assertThrows(Wire.Garbage.class, () -> Wire.receive(in(new byte[] {0x7f, 0, 0, 0, 1})));
        assertThrows(Wire.Garbage.class, () -> Wire.receive(in(new byte[] {-1, 0, 0, 0, 1})));
        assertThrows(EOFException.class, () -> Wire.receive(in(new byte[] {0, 0, 0, 9, 1})));
        assertThrows(Wire.Garbage.class, () -> Wire.send(new ByteArrayOutputStream(), new byte[Wire.LONGEST_FRAME + 1]));
    }

    @Test
    void whateverBytesComeAreAValueOrGarbage() throws IOException {
        Random random = new Random(1);
        List<Object> values = List.of(3, "text", new double[][] {{1, 2}, {3}}, Nd4j.createFromArray(1.0, 2, 3), new int[] {1}, Nd4j.empty(DataType.FLOAT));
        for (int time = 0; time < 20_000; time++) {
            byte[] bytes = bytes(values.get(random.nextInt(values.size())));
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                Plain.readReturned(in(bytes));
            } catch (Wire.Garbage | EOFException expected) {
                // Nothing else may come of it.
            }
        }
    }

    @Test
    void aLongTextIsCut() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Wire.text(new DataOutputStream(bytes), "字".repeat(100), 10);
        assertEquals("字".repeat(10), Wire.text(in(bytes.toByteArray()), 10));
        assertThrows(Wire.Garbage.class, () -> Wire.text(in(bytes.toByteArray()), 5));
    }
}
