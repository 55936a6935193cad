package homework.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * What a split draws is drawn: from its own seed, from all the data, and for each class and part anew. Classes and parts have
 * 100 or more examples and about half are taken, so that two draws agree by chance less than once in 10^29.
 */
class SplitDrawTest {
    private static final int CLASSES = 4;
    private static final int OF_EACH = 100;
    /** Labels 0 1 2 3 0 1 2 3 …: example i is number i / 4 of its class. */
    private final LabelledImages data = Samples.with(IntStream.range(0, CLASSES * OF_EACH).map(i -> i % CLASSES).toArray(), CLASSES);

    @Property(tries = 30)
    void subsetOfASplitIsDrawnFromItsOwnSeed(@ForAll long seed) {
        Split whole = Split.random(400, 0.5, 1);
        for (String part : whole.names()) {
            int[] drawn = whole.subset(0.5, seed).indices(part);
            assertArrayEquals(drawn, whole.subset(0.5, seed).indices(part));
            assertOther(drawn, whole.subset(0.5, seed + 1).indices(part), part + " with another seed");
        }
    }

    @Property(tries = 30)
    void subsetOfASplitIsNoPrefixOfItsParts(@ForAll long seed) {
        Split ordered = Split.perClass(data, 50, 25);
        Split half = ordered.subset(0.5, seed);
        for (String part : ordered.names()) {
            int[] all = ordered.indices(part);
            assertOther(Arrays.copyOf(all, all.length / 2), half.indices(part), part);
        }
    }

    @Property(tries = 30)
    void subsetOfASplitIsDrawnForEachPartAnew(@ForAll long seed) {
        Split whole = Split.random(400, 0.5, 1);
        Split half = whole.subset(0.5, seed);
        assertOther(places(half.indices("train"), whole.indices("train")),
                places(half.indices("validation"), whole.indices("validation")), "places in the two parts");
    }

    @Property(tries = 30)
    void subsetOfDataIsASampleFromItsSeed(@ForAll long seed) {
        int[] drawn = Split.subset(data, 0.5, seed).indices("subset");
        assertOther(IntStream.range(0, drawn.length).toArray(), drawn, "the first half");
        assertOther(drawn, Split.subset(data, 0.5, seed + 1).indices("subset"), "another seed");
    }

    @Property(tries = 30)
    void perClassWithASeedIsDrawn(@ForAll long seed) {
        Split first = Split.perClass(data, 50, 25);
        Split drawn = Split.perClass(data, 50, 25, seed);
        Split other = Split.perClass(data, 50, 25, seed + 1);
        for (int c = 0; c < CLASSES; c++) {
            assertOther(numbers(first, "labelled", c), numbers(drawn, "labelled", c), "labelled of class " + c);
            assertOther(numbers(other, "labelled", c), numbers(drawn, "labelled", c), "another seed, class " + c);
        }
        assertEquals(CLASSES, draws(drawn, "labelled"), "each class in an order of its own");
    }

    @Property(tries = 30)
    void stratifiedDrawsEachClassAnew(@ForAll long seed) {
        Split split = Split.stratified(data, 0.5, seed);
        assertEquals(CLASSES, draws(split, "train"));
        assertEquals(CLASSES, draws(split, "validation"));
    }

    @Property(tries = 30)
    void stratifiedPartsMixTheClasses(@ForAll long seed) {
        Split split = Split.stratified(data, 0.5, seed);
        for (String part : split.names()) {
            int[] labels = split.part(part).labels();
            long changes = IntStream.range(1, labels.length).filter(i -> labels[i] != labels[i - 1]).count();
            // Sorted by class there are 3; drawn, three of four neighbours differ: 149 of 199.
            assertTrue(changes > 90, part + " changes its class " + changes + " times");
        }
    }

    // In how many different ways the classes were drawn.
    private long draws(Split split, String part) {
        return IntStream.range(0, CLASSES).mapToObj(c -> set(numbers(split, part, c))).distinct().count();
    }

    // The numbers within their class of the examples of a class in a part.
    private int[] numbers(Split split, String part, int label) {
        return Arrays.stream(split.indices(part)).filter(i -> data.label(i) == label).map(i -> i / CLASSES).toArray();
    }

    private static int[] places(int[] chosen, int[] all) {
        Set<Integer> set = set(chosen);
        return IntStream.range(0, all.length).filter(i -> set.contains(all[i])).toArray();
    }

    private static void assertOther(int[] one, int[] two, String what) {
        assertFalse(set(one).equals(set(two)), () -> "the same " + one.length + " examples again: " + what);
    }

    private static Set<Integer> set(int[] values) {
        return Arrays.stream(values).boxed().collect(Collectors.toSet());
    }
}
