package homework.data;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;

/**
 * A data set cut into minibatches, reshuffled for every epoch. The order of an epoch depends on the seed and the number of
 * the epoch alone, so training that resumes at epoch 7 meets the same batches as training that never stopped.
 *
 * <pre>{@code
 * Minibatches batches = Minibatches.of(train, 64, 1);
 * for (int epoch = 0; epoch < 10; epoch++) {
 *     for (LabelledImages batch : batches.epoch(epoch)) { … }
 * }
 * }</pre>
 */
public final class Minibatches {
    private final LabelledImages data;
    private final int batchSize;
    private final long seed;

    private Minibatches(LabelledImages data, int batchSize, long seed) {
        this.data = data;
        this.batchSize = batchSize;
        this.seed = seed;
    }

    /** @throws DataException if the data is empty or the batch size is below 1 */
    public static Minibatches of(LabelledImages data, int batchSize, long seed) {
        if (batchSize < 1 || data.size() == 0) {
            throw new DataException("Minibatches need a batch size of at least 1 and at least one image, but batch size " + batchSize
                    + " and " + data.size() + " images of \"" + data.name() + "\" came.");
        }
        return new Minibatches(data, batchSize, seed);
    }

    /** The number of minibatches in an epoch; the last one may be shorter than the others. */
    public int count() {
        return (data.size() + batchSize - 1) / batchSize;
    }

    public int batchSize() {
        return batchSize;
    }

    public long seed() {
        return seed;
    }

    /** All indices of the data in the order of this epoch (0, 1, …). */
    public int[] order(int epoch) {
        if (epoch < 0) {
            throw new DataException("Epochs are counted from 0, but epoch " + epoch + " was asked for.");
        }
        return Shuffle.order(data.size(), Shuffle.seed(seed, epoch));
    }

    /** The minibatches of an epoch (0, 1, …), each copied when it is reached; every image occurs in exactly one. */
    public Iterable<LabelledImages> epoch(int epoch) {
        int[] order = order(epoch);
        return () -> batches(order);
    }

    private Iterator<LabelledImages> batches(int[] order) {
        return IntStream.range(0, count())
                .mapToObj(b -> Arrays.copyOfRange(order, b * batchSize, Math.min(order.length, (b + 1) * batchSize)))
                .map(data::select)
                .iterator();
    }

    @Override
    public String toString() {
        int last = data.size() - (count() - 1) * batchSize;
        return "Minibatches: " + count() + " of " + batchSize + " from " + data.name() + " (" + data.size() + " images"
                + (last == batchSize ? "" : ", the last batch has " + last) + "), reshuffled each epoch, seed " + seed;
    }
}
