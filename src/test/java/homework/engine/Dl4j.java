package homework.engine;

import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** The reference: DL4J's own training, step by step as {@link Engine#train} takes its examples. */
final class Dl4j {
    private final MultiLayerNetwork network;
    private final Masks masks;

    /** @param masks from which the network's dropout draws */
    Dl4j(MultiLayerNetwork network, Masks masks) {
        this.network = network;
        this.masks = masks;
        MaskedDropout.into(network, masks);
    }

    void train(Samples samples, int[] order, int batchSize) {
        for (int from = 0; from < order.length; from += batchSize) {
            masks.start(network.getIterationCount());
            network.fit(samples.batch(Arrays.copyOfRange(order, from, Math.min(from + batchSize, order.length))));
        }
    }

    /** Without dropout. */
    static void train(MultiLayerNetwork network, Samples samples, int[] order, int batchSize) {
        new Dl4j(network, new KnownMasks()).train(samples, order, batchSize);
    }
}
