package homework.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ContrastNormalizationTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 15})
    void agreesWithTheDefinition(int size) {
        int height = 9;
        int width = 12;
        // A large spread, so that some local deviations lie above the threshold of 1 and some below.
        float[] pixels = noise(2 * 3 * height * width, 1.2);
        float[] expected = new float[pixels.length];
        boolean above = false;
        boolean below = false;
        for (int map = 0; map < 6; map++) {
            for (int i = 0; i < height * width; i++) {
                double centred = centred(pixels, map, i / width, i % width, height, width, size);
                double deviation = Math.sqrt(weighted(pixels, map, i / width, i % width, height, width, size, true));
                above |= deviation > 1;
                below |= deviation <= 1;
                expected[map * height * width + i] = (float) (deviation > 1 ? centred / deviation : centred);
            }
        }
        assertTrue(size == 1 || above && (below || size > 3), "the noise tries what it is to try");
        INDArray images = Nd4j.createFromArray(pixels).reshape('c', 2, 3, height, width);
        INDArray normalized = new ContrastNormalization(size).apply(images);
        assertArrayEquals(new long[] {2, 3, height, width}, normalized.shape());
        assertArrayEquals(expected, normalized.data().asFloat(), 1e-5f);
        assertArrayEquals(pixels, images.dup('c').data().asFloat(), "the images themselves stay as they were");
    }

    @Test
    void aUniformImageBecomesZeroAtTheBorderToo() {
        INDArray normalized = new ContrastNormalization(7).apply(Nd4j.ones(1, 1, 8, 8).mul(5));
        assertEquals(0, normalized.amaxNumber().doubleValue(), 1e-5);
    }

    @Test
    void labelsStay() {
        LabelledImages data = LabelledImages.of("two", Nd4j.ones(2, 1, 8, 8), new int[] {3, 4}, 10);
        assertArrayEquals(new int[] {3, 4}, new ContrastNormalization(7).apply(data).labels());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -3, 6})
    void theWindowHasACentre(int size) {
        assertEquals("The window must have an odd number of pixels, so that it has a centre, not " + size + ".",
                assertThrows(IllegalArgumentException.class, () -> new ContrastNormalization(size)).getMessage());
    }

    private static float[] noise(int length, double deviation) {
        Random random = new Random(4);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return values;
    }

    private static double centred(float[] pixels, int map, int y, int x, int height, int width, int size) {
        return pixels[(map * height + y) * width + x] - weighted(pixels, map, y, x, height, width, size, false);
    }

    /** The weighted mean, by four loops and without separating the window, of the pixels or of their squared distances to their own means. */
    private static double weighted(float[] pixels, int map, int y, int x, int height, int width, int size, boolean squares) {
        double sum = 0;
        double weights = 0;
        for (int a = Math.max(0, y - size / 2); a <= Math.min(height - 1, y + size / 2); a++) {
            for (int b = Math.max(0, x - size / 2); b <= Math.min(width - 1, x + size / 2); b++) {
                double sigma = size / 4.0;
                double weight = Math.exp(-((a - y) * (a - y) + (b - x) * (b - x)) / (2 * sigma * sigma));
                double value = pixels[(map * height + a) * width + b];
                double centred = squares ? centred(pixels, map, a, b, height, width, size) : 0;
                sum += weight * (squares ? centred * centred : value);
                weights += weight;
            }
        }
        return sum / weights;
    }
}
