package homework.engine;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** How many images go through the network at once. */
final class Chunks {
    /** Images at once where nothing is trained. */
    static final int TO_PREDICT = 32;

    private Chunks() {
    }

    /** Images of a minibatch that go forward and back together. */
    static int toTrain(MultiLayerNetwork network, int batchSize, int threads) {
        return Integer.getInteger("homework.chunk", batchSize);
    }
}
