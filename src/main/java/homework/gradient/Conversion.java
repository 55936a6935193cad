package homework.gradient;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies whatever a function may take or return into {@link Values}. */
final class Conversion {
    private Conversion() {
    }

    static Values of(Object value) {
        if (value instanceof Values values) {
            return values;
        }
        if (value instanceof Number number) {
            return Values.shaped(new int[0], new double[] {number.doubleValue()});
        }
        if (value instanceof double[] vector) {
            return Values.shaped(new int[] {vector.length}, vector.clone());
        }
        if (value instanceof float[] vector) {
            return Values.shaped(new int[] {vector.length}, IntStream.range(0, vector.length).mapToDouble(i -> vector[i]).toArray());
        }
        if (value instanceof double[][] rows) {
            return ofRows(rows);
        }
        if (value instanceof double[][][] maps) {
            return ofMaps(maps);
        }
        if (value instanceof INDArray array) {
            return ofArray(array);
        }
        throw new IllegalArgumentException("expected a number, double[], double[][], double[][][] or INDArray, but got "
                + (value == null ? "nothing (null)" : value.getClass().getSimpleName()));
    }

    private static Values ofRows(double[][] rows) {
        int columns = rows.length == 0 || rows[0] == null ? 0 : rows[0].length;
        if (Arrays.stream(rows).anyMatch(row -> row == null || row.length != columns)) {
            throw new IllegalArgumentException("expected a matrix, but its rows differ in length from the first, which has " + columns);
        }
        return Values.shaped(new int[] {rows.length, columns}, Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
    }

    private static Values ofMaps(double[][][] maps) {
        if (Arrays.stream(maps).anyMatch(map -> map == null)) {
            throw new IllegalArgumentException("expected " + maps.length + " maps of rows and columns, but one of them is null");
        }
        Values[] each = Arrays.stream(maps).map(Conversion::ofRows).toArray(Values[]::new);
        for (Values map : each) {
            if (!map.sameShape(each[0])) {
                throw new IllegalArgumentException("expected maps of one size, but the first has shape " + each[0].shapeText()
                        + " and another " + map.shapeText());
            }
        }
        int[] shape = {maps.length, maps.length == 0 ? 0 : each[0].length(0), maps.length == 0 ? 0 : each[0].length(1)};
        return Values.shaped(shape, Arrays.stream(each).flatMapToDouble(map -> Arrays.stream(map.toArray())).toArray());
    }

    private static Values ofArray(INDArray array) {
        int[] shape = Arrays.stream(array.shape()).mapToInt(Math::toIntExact).toArray();
        // A view shares its buffer with the array it was cut from; dup('c') gathers just its own numbers in order.
        return Values.shaped(shape, array.isEmpty() ? new double[0] : array.dup('c').data().asDouble());
    }
}
