package homework.data;

import static homework.data.Samples.message;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MinibatchesTest {

    @Property(tries = 100)
    void everyImageOccursOnceAnEpochInBatchesOfTheAskedSize(@ForAll @IntRange(min = 1, max = 120) int n,
            @ForAll @IntRange(min = 1, max = 50) int batchSize, @ForAll @IntRange(min = 0, max = 30) int epoch, @ForAll long seed) {
        LabelledImages data = Samples.drawn(n, 10, seed);
        Minibatches batches = Minibatches.of(data, batchSize, seed);
        List<Integer> met = new ArrayList<>();
        int count = 0;
        for (LabelledImages batch : batches.epoch(epoch)) {
            count++;
            assertEquals(count < batches.count() ? batchSize : n - (batches.count() - 1) * batchSize, batch.size());
            for (int k = 0; k < batch.size(); k++) {
                int i = batch.images().getInt(k, 0, 0, 0);
                assertEquals(data.label(i), batch.label(k));
                met.add(i);
            }
        }
        assertEquals(batches.count(), count);
        assertArrayEquals(batches.order(epoch), met.stream().mapToInt(i -> i).toArray());
        assertEquals(IntStream.range(0, n).boxed().toList(), met.stream().sorted().toList());
    }

    @Property(tries = 100)
    void orderDependsOnSeedAndEpochAlone(@ForAll @IntRange(min = 30, max = 300) int n, @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 1000) int epoch) {
        Minibatches batches = Minibatches.of(Samples.drawn(n, 10, 1), 7, seed);
        assertArrayEquals(batches.order(epoch), Minibatches.of(Samples.drawn(n, 3, 2), 9, seed).order(epoch));
        assertFalse(Arrays.equals(batches.order(epoch), batches.order(epoch + 1)), "reshuffled each epoch");
        assertFalse(Arrays.equals(batches.order(epoch), Minibatches.of(Samples.drawn(n, 10, 1), 7, seed + 1).order(epoch)));
    }

    @Example
    void anEpochCanBeWalkedTwice() {
        Iterable<LabelledImages> epoch = Minibatches.of(Samples.drawn(10, 10, 1), 4, 1).epoch(0);
        assertArrayEquals(epoch.iterator().next().labels(), epoch.iterator().next().labels());
    }

    @Example
    void printsCountSizeAndSeed() {
        assertEquals("Minibatches: 3 of 4 from sample (10 images, the last batch has 2), reshuffled each epoch, seed 8",
                Minibatches.of(Samples.drawn(10, 10, 1), 4, 8).toString());
    }

    @Example
    void impossibleRequestsAreNamed() {
        LabelledImages data = Samples.drawn(10, 10, 1);
        assertTrue(message(() -> Minibatches.of(data, 0, 1)).contains("batch size of at least 1"));
        assertTrue(message(() -> Minibatches.of(data, 4, 1).epoch(-1)).contains("counted from 0"));
    }
}
