package homework.data;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.function.Executable;
import org.nd4j.linalg.factory.Nd4j;

/** Small data sets whose images say which example they are. */
final class Samples {

    private Samples() {
    }

    /** n images of 2×3 pixels, each pixel of image i having the value i; labels drawn from the seed. */
    static LabelledImages drawn(int n, int classes, long seed) {
        Random random = new Random(seed);
        return with(random.ints(n, 0, classes).toArray(), classes);
    }

    /** One image for each label. */
    static LabelledImages with(int[] labels, int classes) {
        float[] pixels = new float[labels.length * 6];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i / 6;
        }
        return LabelledImages.of("sample", Nd4j.createFromArray(pixels).reshape(labels.length, 1, 2, 3), labels, classes);
    }

    /** The message of the error that the action must end in. */
    static String message(Executable action) {
        return assertThrows(DataException.class, action).getMessage();
    }
}
