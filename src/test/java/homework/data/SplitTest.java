package homework.data;

import static homework.data.Samples.message;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class SplitTest {

    @Property(tries = 200)
    void randomPartsAreOfTheAskedSizeDisjointAndComplete(@ForAll @IntRange(min = 20, max = 2000) int n,
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double fraction, @ForAll long seed) {
        Split split = Split.random(n, fraction, seed);
        assertEquals(Math.round(fraction * n), split.indices("train").length);
        assertCovers(n, split);
    }

    @Property(tries = 200)
    void sameSeedSameSplitOtherSeedOtherSplit(@ForAll @IntRange(min = 50, max = 500) int n, @ForAll long seed) {
        assertArrayEquals(Split.random(n, 0.7, seed).indices("train"), Split.random(n, 0.7, seed).indices("train"));
        assertFalse(Arrays.equals(Split.random(n, 0.7, seed).indices("train"), Split.random(n, 0.7, seed + 1).indices("train")));
    }

    @Property(tries = 100)
    void stratifiedPartsKeepTheShareOfEachClass(@ForAll @IntRange(min = 1, max = 5) int classes,
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double fraction, @ForAll long seed) {
        int[] labels = IntStream.range(0, 60 * classes + 7).map(i -> i % classes).toArray();
        LabelledImages data = Samples.with(labels, classes);
        Split split = Split.stratified(data, fraction, seed);
        assertCovers(data.size(), split);
        int[] train = split.part("train").classCounts();
        for (int c = 0; c < classes; c++) {
            assertEquals(Math.round(fraction * data.classCounts()[c]), train[c], "class " + c);
        }
        assertArrayEquals(split.indices("validation"), Split.stratified(data, fraction, seed).indices("validation"));
        assertFalse(Arrays.equals(split.indices("train"), Split.stratified(data, fraction, seed + 1).indices("train")));
    }

    @Property(tries = 100)
    void perClassPartsCountExactlyAndKeepTheOrderOfTheData(@ForAll @IntRange(min = 1, max = 5) int labelled,
            @ForAll @IntRange(min = 0, max = 5) int validation, @ForAll long seed) {
        LabelledImages data = Samples.drawn(120, 3, seed);
        Split split = Split.perClass(data, labelled, validation);
        assertCovers(data.size(), split);
        for (int c = 0; c < 3; c++) {
            int[] ofClass = of(c, data, IntStream.range(0, data.size()).toArray());
            assertArrayEquals(Arrays.copyOf(ofClass, labelled), of(c, data, split.indices("labelled")));
            assertArrayEquals(Arrays.copyOfRange(ofClass, labelled, labelled + validation), of(c, data, split.indices("validation")));
            assertArrayEquals(Arrays.copyOfRange(ofClass, labelled + validation, ofClass.length), of(c, data, split.indices("unlabelled")));
        }
        Split drawn = Split.perClass(data, labelled, validation, seed);
        assertCovers(data.size(), drawn);
        assertEquals(3 * labelled, drawn.indices("labelled").length);
        assertArrayEquals(drawn.indices("labelled"), Split.perClass(data, labelled, validation, seed).indices("labelled"));
    }

    @Property(tries = 100)
    void subsetOfASplitTakesFromEachPartOnlyItsOwn(@ForAll @IntRange(min = 100, max = 1000) int n, @ForAll long seed) {
        Split whole = Split.random(n, 0.7, seed);
        Split tenth = whole.subset(0.1, seed);
        for (String part : List.of("train", "validation")) {
            assertEquals(Math.round(0.1 * whole.indices(part).length), tenth.indices(part).length);
            List<Integer> all = Arrays.stream(whole.indices(part)).boxed().toList();
            assertTrue(all.containsAll(Arrays.stream(tenth.indices(part)).boxed().toList()));
        }
    }

    @Example
    void sizesOfThePublishedSplits() {
        Split lab = Split.random(60000, 0.7, 1);
        assertEquals(42000, lab.indices("train").length);
        assertEquals(18000, lab.indices("validation").length);
        Split tenth = lab.subset(0.1, 1);
        assertEquals(4200, tenth.indices("train").length);
        assertEquals(1800, tenth.indices("validation").length);
    }

    @Example
    void subsetOfDataIsASampleAndTheRest() {
        LabelledImages data = Samples.drawn(200, 10, 3);
        Split split = Split.subset(data, 0.1, 5);
        assertEquals(List.of("subset", "rest"), split.names());
        assertEquals(20, split.part("subset").size());
        assertCovers(200, split);
    }

    @Example
    void partHasTheImagesOfItsIndices() {
        LabelledImages data = Samples.drawn(50, 10, 3);
        Split split = Split.random(data, 0.5, 9);
        LabelledImages train = split.part("train");
        int[] indices = split.indices("train");
        for (int k = 0; k < indices.length; k++) {
            assertEquals(indices[k], train.images().getFloat(k, 0, 1, 2));
            assertEquals(data.label(indices[k]), train.label(k));
        }
        assertEquals("sample, train", train.name());
    }

    @Example
    void indicesAreACopy() {
        Split split = Split.random(10, 0.5, 1);
        split.indices("train")[0] = -1;
        assertTrue(split.indices("train")[0] >= 0);
    }

    @Example
    void printsOriginSeedSizesAndClassCounts() {
        LabelledImages data = Samples.with(new int[] {0, 0, 0, 0, 1, 1, 1, 1}, 2);
        assertEquals("""
                Split: 75 % of each class of sample, seed 42
                  class          0 1
                  train       6  3 3
                  validation  2  1 1""", Split.stratified(data, 0.75, 42).toString());
        assertEquals("""
                Split: of each class of sample the first 1, the next 2, the rest, nothing drawn
                  class          0 1
                  labelled    2  1 1
                  validation  4  2 2
                  unlabelled  2  1 1""", Split.perClass(data, 1, 2).toString());
        assertEquals("""
                Split: 70 % of 120 examples at random, seed 5
                  train       84
                  validation  36""", Split.random(120, 0.7, 5).toString());
        assertTrue(Split.random(100, 0.7, 5).subset(0.1, 6).toString()
                .startsWith("Split: 10 % of each part of: 70 % of 100 examples at random (seed 5), seed 6"));
    }

    @Example
    void linesOfASplitAsLargeAsMnistAreAlignedAndShorterThan80() {
        String[] lines = Split.random(Samples.with(IntStream.range(0, 60000).map(i -> i % 10).toArray(), 10), 0.7, 1).toString().split("\\R");
        assertEquals(4, lines.length);
        for (String line : Arrays.copyOfRange(lines, 1, 4)) {
            assertEquals(lines[1].length(), line.length(), line);
            assertTrue(line.length() < 80, line);
        }
        assertTrue(lines[2].matches("  train       42000  4\\d{3}( 4\\d{3}){9}"), lines[2]);
    }

    @Example
    void impossibleRequestsAreNamed() {
        LabelledImages data = Samples.with(new int[] {0, 0, 0, 0, 1}, 2);
        for (double fraction : new double[] {0, 1, -0.1, 70, Double.NaN}) {
            assertTrue(message(() -> Split.random(data, fraction, 1)).contains("must lie between 0 and 1"), "" + fraction);
            assertTrue(message(() -> Split.stratified(data, fraction, 1)).contains("but is " + fraction), "" + fraction);
            assertTrue(message(() -> Split.subset(data, fraction, 1)).contains("write 0.7 for 70 %"), "" + fraction);
        }
        assertTrue(message(() -> Split.random(3, 0.01, 1)).contains("1 % of the data, which has 3 examples, leaves one side empty"));
        assertTrue(message(() -> Split.stratified(data, 0.5, 1)).contains("50 % of class 1 of sample, which has 1 example, leaves"));
        assertTrue(message(() -> Split.perClass(data, 2, 1)).contains("Class 1 of sample has 1 example, too few for 2 labelled and 1"));
        assertTrue(message(() -> Split.perClass(Samples.with(new int[] {0, 2, 2}, 3), 1, 0))
                .startsWith("Class 1 of sample has no examples, but 1 labelled and 0 validation examples of each of its 3 classes"));
        assertTrue(message(() -> Split.random(-3, 0.5, 1)).contains("2 or more examples, but -3 were given: give the number"));
        assertTrue(message(() -> Split.random(0, 0.5, 1)).contains("which has 0 examples, leaves one side empty"));
        assertTrue(message(() -> Split.perClass(data, 0, 1)).contains("needs at least 1 labelled"));
        assertTrue(message(() -> Split.random(data, 0.5, 1).part("test")).contains("no part \"test\" in this split: it has train, validation"));
        assertTrue(message(() -> Split.random(5, 0.5, 1).part("train")).contains("it has indices only"));
    }

    private static void assertCovers(int n, Split split) {
        int[] all = split.names().stream().flatMapToInt(part -> Arrays.stream(split.indices(part))).sorted().toArray();
        assertArrayEquals(IntStream.range(0, n).toArray(), all, "every example in exactly one part");
    }

    private static int[] of(int label, LabelledImages data, int[] indices) {
        return Arrays.stream(indices).filter(i -> data.label(i) == label).toArray();
    }
}
