package homework.data;

import static homework.data.Samples.message;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PreprocessingTest {

    @Example
    void paddingTo32PutsTwoZerosOnEachSide() {
        LabelledImages padded = Padding.to32(filled(3, 28, 28));
        assertArrayEquals(new long[] {3, 1, 32, 32}, padded.images().shape());
        for (int row = 0; row < 32; row++) {
            for (int column = 0; column < 32; column++) {
                boolean inside = row >= 2 && row < 30 && column >= 2 && column < 30;
                assertEquals(inside ? 1 + (row - 2) * 28 + column - 2 : 0, padded.images().getFloat(1, 0, row, column));
            }
        }
    }

    @Property(tries = 50)
    void paddingKeepsEveryPixel(@ForAll @IntRange(min = 1, max = 6) int h, @ForAll @IntRange(min = 1, max = 6) int w,
            @ForAll @IntRange(min = 0, max = 5) int moreRows, @ForAll @IntRange(min = 0, max = 5) int moreColumns) {
        INDArray images = filled(2, h, w).images();
        INDArray padded = Padding.to(images, h + moreRows, w + moreColumns);
        assertEquals(images.sumNumber().doubleValue(), padded.sumNumber().doubleValue());
        assertEquals(images.getFloat(1, 0, h - 1, w - 1), padded.getFloat(1, 0, moreRows / 2 + h - 1, moreColumns / 2 + w - 1));
        assertNotSame(images, padded);
    }

    @Example
    void paddingToLessIsNamed() {
        assertTrue(message(() -> Padding.to(filled(1, 28, 28), 20, 32)).contains("up to 20x32 can be padded to that size, but these are [1, 1, 28, 28]"));
    }

    @Property(tries = 20)
    void standardizedTrainingSetHasMeanZeroAndDeviationOne(@ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int n) {
        LabelledImages train = random(n, seed);
        Standardize standardize = Standardize.fit(train);
        INDArray done = standardize.apply(train).images();
        assertEquals(0, done.meanNumber().doubleValue(), 1e-5);
        assertEquals(1, done.std(false).getDouble(0), 1e-5);
        // The same two numbers for other data, whatever its own mean.
        LabelledImages other = random(5, seed + 1);
        float expected = (float) ((other.images().getFloat(3, 0, 4, 5) - standardize.mean()) / standardize.sd());
        assertEquals(expected, standardize.apply(other).images().getFloat(3, 0, 4, 5), 1e-5);
    }

    @Example
    void standardizeLeavesItsInputAloneAndPrintsItsNumbers() {
        LabelledImages train = random(10, 4);
        INDArray before = train.images().dup();
        Standardize standardize = Standardize.fit(train);
        standardize.apply(train);
        assertEquals(before, train.images());
        assertEquals("Standardize: (x - 0.1307) / 0.3081", new Standardize(0.13066, 0.30811).toString());
    }

    @Example
    void imagesOfOneGreyAreNamed() {
        LabelledImages grey = LabelledImages.of("grey", Nd4j.ones(DataType.FLOAT, 4, 1, 5, 5), new int[4], 10);
        assertTrue(message(() -> Standardize.fit(grey)).contains("all pixels are equal"));
    }

    private static LabelledImages filled(int n, int h, int w) {
        INDArray one = Nd4j.arange(1, h * w + 1).castTo(DataType.FLOAT).reshape(1, 1, h, w);
        return LabelledImages.of("filled", Nd4j.tile(one, n, 1, 1, 1), new int[n], 10);
    }

    private static LabelledImages random(int n, long seed) {
        Random random = new Random(seed);
        float[] pixels = new float[n * 64];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        return LabelledImages.of("random", Nd4j.createFromArray(pixels).reshape(n, 1, 8, 8), new int[n], 10);
    }
}
