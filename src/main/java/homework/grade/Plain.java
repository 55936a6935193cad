package homework.grade;

import homework.exercise.backprop.Graph;
import homework.exercise.backprop.Operation;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Values as bytes: numbers, texts and arrays of exact types, and two types that only a judge sends. Reading makes no object of a
 * class that the bytes name, and takes no more memory than a few times the bytes there are.
 */
final class Plain {
    private static final int LONGEST_STRING = 1 << 20;
    private static final int DEEPEST = 8;
    private static final int RANKS = 32;
    /** Types of numbers of an INDArray; a text is none. */
    private static final List<DataType> NUMBERS = List.of(DataType.DOUBLE, DataType.FLOAT, DataType.FLOAT16, DataType.BFLOAT16, DataType.INT64,
            DataType.INT32, DataType.INT16, DataType.INT8, DataType.UINT8, DataType.UINT16, DataType.UINT32, DataType.UINT64, DataType.BOOL);
    /** Element types of arrays of arrays. */
    private static final List<Class<?>> ELEMENTS = List.of(boolean.class, int.class, long.class, double.class, String.class, Object.class);

    private Plain() {
    }

    /** A value that no exercise may return. */
    static final class NotPlain extends IOException {
        private static final long serialVersionUID = 1L;

        NotPlain(String what) {
            super(what);
        }
    }

    static void write(DataOutputStream out, Object value) throws IOException {
        write(out, value, 0);
    }

    private static void write(DataOutputStream out, Object value, int depth) throws IOException {
        if (value == null) {
            out.writeByte('0');
        } else if (value instanceof Boolean truth) {
            out.writeByte('b');
            out.writeBoolean(truth);
        } else if (value instanceof Integer number) {
            out.writeByte('i');
            out.writeInt(number);
        } else if (value instanceof Long number) {
            out.writeByte('l');
            out.writeLong(number);
        } else if (value instanceof Double number) {
            out.writeByte('d');
            out.writeDouble(number);
        } else if (value instanceof String text) {
            out.writeByte('s');
            Wire.text(out, text, LONGEST_STRING);
        } else if (value instanceof INDArray array) {
            out.writeByte('n');
            writeArray(out, array);
        } else if (value instanceof Graph graph) {
            out.writeByte('g');
            writeGraph(out, graph);
        } else if (value instanceof Operation operation) {
            out.writeByte('o');
            out.writeByte(operation.ordinal());
        } else {
            writeRow(out, value, depth);
        }
    }

    private static void writeRow(DataOutputStream out, Object value, int depth) throws IOException {
        if (value instanceof int[] row) {
            out.writeByte('I');
            out.writeInt(row.length);
            for (int number : row) {
                out.writeInt(number);
            }
        } else if (value instanceof long[] row) {
            out.writeByte('L');
            out.writeInt(row.length);
            for (long number : row) {
                out.writeLong(number);
            }
        } else if (value instanceof double[] row) {
            out.writeByte('D');
            out.writeInt(row.length);
            for (double number : row) {
                out.writeDouble(number);
            }
        } else if (value instanceof Object[] rows && depth < DEEPEST) {
            writeRows(out, rows, depth);
        } else {
            throw new NotPlain("a value of type " + value.getClass().getSimpleName() + " cannot be passed on");
        }
    }

    /** An array of arrays keeps its type: the type of its elements and how deep they lie. */
    private static void writeRows(DataOutputStream out, Object[] rows, int depth) throws IOException {
        Class<?> element = rows.getClass();
        int dimensions = 0;
        for (; element.isArray(); element = element.getComponentType()) {
            dimensions++;
        }
        if (!ELEMENTS.contains(element)) {
            throw new NotPlain("an array of " + element.getSimpleName() + " cannot be passed on");
        }
        out.writeByte('A');
        out.writeByte(ELEMENTS.indexOf(element));
        out.writeByte(dimensions);
        out.writeInt(rows.length);
        for (Object row : rows) {
            write(out, row, depth + 1);
        }
    }

    private static void writeArray(DataOutputStream out, INDArray array) throws IOException {
        DataType type = array.dataType();
        if (!NUMBERS.contains(type)) {
            throw new NotPlain("an array of type " + type + " cannot be passed on");
        }
        long[] shape = array.shape();
        if (8L * array.length() > Wire.LONGEST_FRAME) {
            throw new NotPlain("an array of shape " + Arrays.toString(shape) + " is far larger than any that is asked for");
        }
        out.writeByte(NUMBERS.indexOf(type));
        out.writeByte(shape.length);
        for (long extent : shape) {
            out.writeLong(extent);
        }
        out.writeBoolean(array.isEmpty());
        if (array.isEmpty()) {
            return;
        }
        // A copy, because the numbers of a view do not lie side by side.
        INDArray dense = array.dup('c');
        if (isWhole(type)) {
            for (long number : dense.data().asLong()) {
                out.writeLong(number);
            }
        } else {
            for (double number : dense.data().asDouble()) {
                out.writeDouble(number);
            }
        }
    }

    private static boolean isWhole(DataType type) {
        return type == DataType.INT64 || type == DataType.UINT64;
    }

    private static void writeGraph(DataOutputStream out, Graph graph) throws IOException {
        out.writeInt(graph.size());
        for (int node = 0; node < graph.size(); node++) {
            out.writeByte(graph.operation(node).ordinal());
            Wire.text(out, graph.name(node), Wire.LONGEST_TEXT);
            for (int input : graph.inputs(node)) {
                out.writeInt(input);
            }
        }
    }

    /** A value that a runner sends. */
    static Object readReturned(DataInputStream in) throws IOException {
        return new Reading(in, false).value(0);
    }

    /** A value that a judge sends: graphs and their operations are among them. */
    static Object readArgument(DataInputStream in) throws IOException {
        return new Reading(in, true).value(0);
    }

    /** Reads one value. */
    private record Reading(DataInputStream in, boolean fromJudge) {

        Object value(int depth) throws IOException {
            if (depth > DEEPEST) {
                throw new Wire.Garbage("arrays in arrays without end");
            }
            char kind = (char) in.readUnsignedByte();
            return switch (kind) {
                case '0' -> null;
                case 'b' -> in.readBoolean();
                case 'i' -> in.readInt();
                case 'l' -> in.readLong();
                case 'd' -> in.readDouble();
                case 's' -> Wire.text(in, LONGEST_STRING);
                case 'n' -> array();
                case 'I', 'L', 'D' -> row(kind);
                case 'A' -> rows(depth);
                default -> argument(kind);
            };
        }

        private Object argument(char kind) throws IOException {
            if (fromJudge && kind == 'g') {
                return graph();
            }
            if (fromJudge && kind == 'o') {
                return operation();
            }
            throw new Wire.Garbage("no value begins with " + (int) kind);
        }

        /** A length for whose elements there are bytes enough. */
        private int length(int bytesEach) throws IOException {
            int length = in.readInt();
            if (length < 0 || (long) length * bytesEach > in.available()) {
                throw new Wire.Garbage("an array cannot have " + length + " elements");
            }
            return length;
        }

        private Object row(char kind) throws IOException {
            int length = length(kind == 'I' ? Integer.BYTES : Long.BYTES);
            if (kind == 'I') {
                int[] row = new int[length];
                for (int i = 0; i < length; i++) {
                    row[i] = in.readInt();
                }
                return row;
            }
            return kind == 'L' ? longs(length) : doubles(length);
        }

        private long[] longs(int length) throws IOException {
            long[] row = new long[length];
            for (int i = 0; i < length; i++) {
                row[i] = in.readLong();
            }
            return row;
        }

        private double[] doubles(int length) throws IOException {
            double[] row = new double[length];
            for (int i = 0; i < length; i++) {
                row[i] = in.readDouble();
            }
            return row;
        }

        private Object[] rows(int depth) throws IOException {
            int element = in.readUnsignedByte();
            int dimensions = in.readUnsignedByte();
            if (element >= ELEMENTS.size() || dimensions < 1 || dimensions > DEEPEST) {
                throw new Wire.Garbage("no such array");
            }
            Class<?> type = ELEMENTS.get(element);
            for (int i = 1; i < dimensions; i++) {
                type = type.arrayType();
            }
            if (type.isPrimitive()) {
                throw new Wire.Garbage("an array of numbers is not one of arrays");
            }
            Object[] rows = (Object[]) java.lang.reflect.Array.newInstance(type, length(1));
            for (int i = 0; i < rows.length; i++) {
                Object row = value(depth + 1);
                if (row != null && !type.isInstance(row)) {
                    throw new Wire.Garbage("an array of arrays holds something else");
                }
                rows[i] = row;
            }
            return rows;
        }

        private INDArray array() throws IOException {
            int number = in.readUnsignedByte();
            int rank = in.readUnsignedByte();
            if (number >= NUMBERS.size() || rank > RANKS) {
                throw new Wire.Garbage("no such array");
            }
            long[] shape = new long[rank];
            long length = 1;
            for (int i = 0; i < rank; i++) {
                shape[i] = in.readLong();
                if (shape[i] < 0 || shape[i] > Wire.LONGEST_FRAME) {
                    throw new Wire.Garbage("no array has such a shape");
                }
                length = Math.min(length * shape[i], Integer.MAX_VALUE);
            }
            return numbers(NUMBERS.get(number), shape, length);
        }

        private INDArray numbers(DataType type, long[] shape, long length) throws IOException {
            // Of shape [] there are two: a single number, and an array without any.
            boolean empty = in.readBoolean();
            if (empty != (length == 0) && shape.length > 0) {
                throw new Wire.Garbage("an array of shape " + Arrays.toString(shape) + " that is empty, or is not");
            }
            if (empty) {
                return shape.length == 0 ? Nd4j.empty(type) : Nd4j.create(type, shape);
            }
            if (length * Long.BYTES > in.available()) {
                throw new Wire.Garbage("an array of shape " + Arrays.toString(shape) + " without its numbers");
            }
            INDArray numbers = isWhole(type) ? Nd4j.createFromArray(longs((int) length)) : Nd4j.createFromArray(doubles((int) length));
            return numbers.castTo(type).reshape(shape);
        }

        private Operation operation() throws IOException {
            int ordinal = in.readUnsignedByte();
            if (ordinal >= Operation.values().length) {
                throw new Wire.Garbage("no such operation");
            }
            return Operation.values()[ordinal];
        }

        private Graph graph() throws IOException {
            int size = length(1);
            Graph graph = Graph.of();
            for (int node = 0; node < size; node++) {
                Operation operation = operation();
                String name = Wire.text(in, Wire.LONGEST_TEXT);
                graph = switch (operation) {
                    case INPUT -> graph.input(name);
                    case SIGMOID -> graph.sigmoid(name, graph.name(in.readInt()));
                    case MAX -> graph.max(name, graph.name(in.readInt()), graph.name(in.readInt()));
                    case MIN -> graph.min(name, graph.name(in.readInt()), graph.name(in.readInt()));
                    case SUM -> graph.sum(name, graph.name(in.readInt()), graph.name(in.readInt()));
                    case TIMES -> graph.times(name, graph.name(in.readInt()), graph.name(in.readInt()));
                };
            }
            return graph;
        }
    }
}
