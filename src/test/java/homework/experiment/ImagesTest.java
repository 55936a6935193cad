package homework.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import homework.data.LabelledImages;
import homework.data.Mnist;
import homework.data.TorchImages;
import homework.experiment.Images.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.factory.Nd4j;

class ImagesTest {
    private static final Mnist MNIST = Tiny.mnist(600, 50);

    private static String checksum(Part part, long seed) {
        return new Images(part, 0).choose(MNIST.train(), MNIST.test(), seed).checksum();
    }

    @Test
    void theSeedDrawsWhereSomethingIsDrawn() {
        for (Part drawn : new Part[] {Part.TENTH, Part.SEVENTY_PERCENT}) {
            assertEquals(checksum(drawn, 1), checksum(drawn, 1));
            assertNotEquals(checksum(drawn, 1), checksum(drawn, 2));
        }
        assertEquals(checksum(Part.ALL, 1), checksum(Part.ALL, 2));
        assertNotEquals(checksum(Part.ALL, 1), checksum(Part.SEVENTY_PERCENT, 1));
    }

    /** Rows of the store have it. Python: zlib.crc32(bytes([0, 128, 3, 255, 51, 0, 1, 9, 0])). */
    @Test
    void theChecksumIsOfPixelsAndLabels() {
        LabelledImages train = LabelledImages.of("train", Nd4j.createFromArray(0, 128 / 255f).reshape(1, 1, 1, 2), new int[] {3}, 10);
        LabelledImages test = LabelledImages.of("test", Nd4j.createFromArray(1, 51 / 255f, 0, 1 / 255f).reshape(2, 1, 1, 2), new int[] {9, 0}, 10);
        assertEquals("569f330d", new Images.Chosen(train, test).checksum());
        assertNotEquals(checksum(Part.ALL, 1), new Images(Part.ALL, 0).choose(MNIST.train(), MNIST.test().first(49), 1).checksum());
    }

    @Test
    void partsHaveTheSharesOfTheReports() {
        Images.Chosen tenth = new Images(Part.TENTH, 0).choose(MNIST.train(), MNIST.test(), 1);
        assertEquals("42 18", tenth.train().size() + " " + tenth.heldOut().size());
        Images.Chosen seventy = new Images(Part.SEVENTY_PERCENT, 0).choose(MNIST.train(), MNIST.test(), 1);
        assertEquals("420 50", seventy.train().size() + " " + seventy.heldOut().size());
    }

    /** The checksum is taken of MNIST as it is, the training gets prepared images: they must be the same ones. */
    @ParameterizedTest
    @EnumSource
    void preparedImagesAreChosenAlike(Part part) {
        Images images = new Images(part, 7);
        TorchImages prepared = images.prepare(MNIST);
        Images.Chosen plain = images.choose(MNIST.train(), MNIST.test(), 3);
        Images.Chosen trained = images.choose(prepared.train(), prepared.test(), 3);
        assertArrayEquals(plain.train().labels(), trained.train().labels());
        assertArrayEquals(plain.heldOut().labels(), trained.heldOut().labels());
        assertArrayEquals(new long[] {plain.train().size(), 1, 32, 32}, trained.train().images().shape());
    }

    @Test
    void aWindowHasACentre() {
        assertThrows(IllegalArgumentException.class, () -> new Images(Part.ALL, 8));
    }
}
