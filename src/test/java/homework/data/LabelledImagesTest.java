package homework.data;

import static homework.data.Samples.message;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class LabelledImagesTest {
    private final LabelledImages data = Samples.with(new int[] {2, 0, 1, 2, 2}, 4);

    @Test
    void selectsInTheAskedOrderWithRepetition() {
        LabelledImages picked = data.select(4, 0, 0);
        assertArrayEquals(new int[] {2, 2, 2}, picked.labels());
        assertArrayEquals(new long[] {3, 1, 2, 3}, picked.images().shape());
        assertEquals(4, picked.images().getFloat(0, 0, 1, 2));
        assertEquals(0, picked.images().getFloat(2, 0, 1, 2));
        picked.images().addi(100);
        assertEquals(4, data.images().getFloat(4, 0, 0, 0), "a selection is a copy");
    }

    @Test
    void selectsFromImagesWithSeveralChannels() {
        LabelledImages colour = LabelledImages.of("colour", Nd4j.arange(48).castTo(DataType.FLOAT).reshape(4, 3, 2, 2), new int[4], 2);
        LabelledImages picked = colour.select(3, 1);
        assertEquals(colour.images().getFloat(3, 2, 1, 0), picked.images().getFloat(0, 2, 1, 0));
        assertEquals(colour.images().getFloat(1, 1, 0, 1), picked.images().getFloat(1, 1, 0, 1));
    }

    @Test
    void labelsAreACopy() {
        data.labels()[0] = 3;
        assertEquals(2, data.label(0));
        assertArrayEquals(new int[] {1, 1, 3, 0}, data.classCounts());
    }

    @Test
    void oneHotHasASingleOneInEachRow() {
        assertArrayEquals(new long[] {5, 4}, data.oneHot().shape());
        assertArrayEquals(data.labels(), data.oneHot().argMax(1).toIntVector());
        assertEquals(5, data.oneHot().sumNumber().intValue());
    }

    @Test
    void firstTakesWhatThereIs() {
        assertArrayEquals(new int[] {2, 0}, data.first(2).labels());
        assertEquals(5, data.first(100).size());
    }

    @Test
    void printsShapeRangeAndCounts() {
        assertEquals("""
                sample: 5 images, 1 x 2 x 3 (channels, height, width), values from 0.00 to 4.00, 4 classes
                  class  0  1  2  3
                  count  1  1  3  0""", data.toString());
    }

    @Test
    void impossibleValuesAreNamed() {
        assertTrue(message(() -> LabelledImages.of("flat", Nd4j.zeros(DataType.FLOAT, 2, 784), new int[2], 10))
                .contains("must be float [n, channels, height, width], but are float [2, 784]"));
        assertTrue(message(() -> LabelledImages.of("wide", Nd4j.zeros(DataType.DOUBLE, 2, 1, 5, 5), new int[2], 10)).contains("but are double"));
        assertTrue(message(() -> LabelledImages.of("few", Nd4j.zeros(DataType.FLOAT, 2, 1, 5, 5), new int[3], 10)).contains("2 images and 3 labels"));
        assertTrue(message(() -> Samples.with(new int[] {0, 4}, 4)).contains("Label 1 of \"sample\" is 4, but with 4 classes labels are 0 to 3"));
        assertTrue(message(() -> data.select(5)).contains("no image 5 in \"sample\": its images are 0 to 4"));
        assertTrue(message(() -> LabelledImages.of("none", null, new int[2], 10)).contains("\"none\" needs images and labels, but images are null"));
        assertTrue(message(() -> LabelledImages.of("none", data.images(), null, 4)).contains("but labels are null: give an array of float [n,"));
        assertTrue(message(() -> data.withImages(null)).contains("\"sample\" needs images and labels, but images are null"));
        assertTrue(message(() -> data.first(-1)).contains("The first -1 images of \"sample\" were asked for: ask for at least 1"));
        assertTrue(message(() -> data.first(0)).contains("ask for at least 1"));
        assertTrue(message(() -> data.select()).contains("at least one index"));
    }
}
