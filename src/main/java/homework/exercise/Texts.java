package homework.exercise;

import homework.gradient.Values;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Arguments as they are shown to a student. */
final class Texts {
    private static final int LONGEST = 200;

    private Texts() {
    }

    static String of(Object value) {
        if (value instanceof INDArray || value instanceof double[] || value instanceof double[][] rows && isMatrix(rows)) {
            return Values.of(value).toString();
        }
        if (value instanceof Object[] || value instanceof int[]) {
            String inBrackets = Arrays.deepToString(new Object[] {value});
            return cut(inBrackets.substring(1, inBrackets.length() - 1), LONGEST);
        }
        return cut(String.valueOf(value), LONGEST);
    }

    private static boolean isMatrix(double[][] rows) {
        return Arrays.stream(rows).allMatch(row -> row.length == rows[0].length);
    }

    /** A text, of a long one the beginning. */
    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + " …";
    }
}
