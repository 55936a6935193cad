package homework.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is infinite or not a number is found wherever it stands; pieces of 6 values, of which the last one may be shorter. */
class FiniteTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 11, 12, 13})
    void atEveryPlace(int length) {
        try (Workshop shop = new Workshop()) {
            Tensor tensor = shop.tensor(Layouts.plain(length));
            float[] values = new float[length];
            Arrays.fill(values, Float.MAX_VALUE);
            tensor.fill(values);
            float[] piece = new float[6];
            assertTrue(tensor.isFinite(piece), "however large");
            for (float broken : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
                for (int place = 0; place < length; place++) {
                    tensor.values().put(place, broken);
                    assertFalse(tensor.isFinite(piece), broken + " at " + place);
                    tensor.values().put(place, -1);
                }
            }
            assertTrue(tensor.isFinite(piece), "and all are numbers again");
        }
    }
}
