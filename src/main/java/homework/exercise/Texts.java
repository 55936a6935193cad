package homework.exercise;

import homework.gradient.Values;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Arguments as they are shown to a student. */
final class Texts {
    private Texts() {
    }

    static String of(Object value) {
        if (value instanceof INDArray || value instanceof double[] || value instanceof double[][]) {
            return Values.of(value).toString();
        }
        if (value instanceof Object[] || value instanceof int[]) {
            String inBrackets = Arrays.deepToString(new Object[] {value});
            return inBrackets.substring(1, inBrackets.length() - 1);
        }
        return String.valueOf(value);
    }
}
