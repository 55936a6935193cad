package homework.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class TorchImagesTest {
    private static Mnist few;

    @BeforeAll
    static void load() {
        Digits digits = Digits.load();
        few = new Mnist(digits.train().first(40), digits.test().first(20), Origin.BUNDLED, "");
    }

    /** The mean and the deviation are those of the padded training images, and the test images get the same two. */
    @Test
    void theTrainingSetsNumbersAreUsedForBoth() {
        INDArray padded = Nd4j.pad(few.train().images(), new int[][] {{0, 0}, {0, 0}, {2, 2}, {2, 2}});
        double mean = padded.meanNumber().doubleValue();
        double sd = padded.stdNumber(false).doubleValue();
        TorchImages images = TorchImages.of(few);
        assertArrayEquals(padded.sub(mean).div(sd).ravel().toFloatVector(), images.train().images().ravel().toFloatVector(), 1e-4f);
        INDArray test = Nd4j.pad(few.test().images(), new int[][] {{0, 0}, {0, 0}, {2, 2}, {2, 2}});
        assertArrayEquals(test.sub(mean).div(sd).ravel().toFloatVector(), images.test().images().ravel().toFloatVector(), 1e-4f);
        assertArrayEquals(few.test().labels(), images.test().labels());
    }

    @Test
    void localContrastComesLast() {
        ContrastNormalization contrast = new ContrastNormalization(7);
        TorchImages plain = TorchImages.of(few);
        TorchImages local = TorchImages.of(few, contrast);
        assertEquals(contrast.apply(plain.train()).images(), local.train().images());
        assertEquals(contrast.apply(plain.test()).images(), local.test().images());
    }
}
