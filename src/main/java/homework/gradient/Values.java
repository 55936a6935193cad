package homework.gradient;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Collectors;

/** Numbers with a shape, row after row; a copy, so that nobody changes them afterwards. Shape [] is a single number. */
public final class Values {
    private final int[] shape;
    private final double[] data;

    private Values(int[] shape, double[] data) {
        this.shape = shape;
        this.data = data;
    }

    /** From a number, a {@code double[]}, {@code float[]}, {@code double[][]}, {@code double[][][]} or an {@code INDArray} of any type. */
    public static Values of(Object value) {
        return Conversion.of(value);
    }

    static Values shaped(int[] shape, double[] data) {
        return new Values(shape, data);
    }

    public int size() {
        return data.length;
    }

    public int rank() {
        return shape.length;
    }

    /** Number of entries along an axis. */
    public int length(int axis) {
        return shape[axis];
    }

    /** The entry at this place in row-by-row order. */
    public double get(int i) {
        return data[i];
    }

    double get(int row, int column) {
        return data[row * shape[1] + column];
    }

    /** A copy of the numbers, row after row. */
    public double[] toArray() {
        return data.clone();
    }

    /** Whether none of them is NaN or infinite. */
    public boolean isFinite() {
        return Arrays.stream(data).allMatch(Double::isFinite);
    }

    int[] shape() {
        return shape.clone();
    }

    boolean sameShape(Values other) {
        return Arrays.equals(shape, other.shape);
    }

    boolean isSquare() {
        return shape.length == 2 && shape[0] == shape[1];
    }

    Values times(double factor) {
        return new Values(shape, Arrays.stream(data).map(v -> v * factor).toArray());
    }

    /** The same shape, full of ones. */
    Values ones() {
        return new Values(shape, Arrays.stream(data).map(v -> 1).toArray());
    }

    /** Each number moved by its direction, so far. */
    Values plus(double[] direction, double far) {
        return new Values(shape, IntStream.range(0, data.length).mapToDouble(i -> data[i] + far * direction[i]).toArray());
    }

    Values transposed() {
        int rows = shape[0];
        int columns = shape[1];
        double[] turned = new double[data.length];
        for (int i = 0; i < data.length; i++) {
            turned[i % columns * rows + i / columns] = data[i];
        }
        return new Values(new int[] {columns, rows}, turned);
    }

    /** The index of an entry as it is written: (2), (0, 3), or nothing for a single number. */
    String place(int i) {
        int[] index = new int[shape.length];
        for (int axis = shape.length - 1, rest = i; axis >= 0; rest /= shape[axis--]) {
            index[axis] = rest % shape[axis];
        }
        return index.length == 0 ? "" : Arrays.stream(index).mapToObj(Integer::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Its shape as it is written: [2, 3], or "a single number". */
    public String shapeText() {
        return shape.length == 0 ? "a single number" : Arrays.toString(shape);
    }

    @Override
    public String toString() {
        String text = Arrays.stream(data).limit(8).mapToObj(Text::number).collect(Collectors.joining(", "));
        return shape.length == 0 ? text : (shape.length == 1 ? "" : shapeText() + " ") + "(" + text + (data.length > 8 ? ", …" : "") + ")";
    }
}
