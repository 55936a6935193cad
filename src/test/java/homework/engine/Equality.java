package homework.engine;

import static org.junit.jupiter.api.Assertions.assertNull;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Trains a network with the engine and a copy of it with DL4J, and compares them after the first and after the fiftieth step. */
final class Equality {
    private static final int STEPS = 50;

    private Equality() {
    }

    static void check(MultiLayerNetwork network, Samples samples, int batchSize) {
        check(network, samples, batchSize, 1);
    }

    static void check(MultiLayerNetwork network, Samples samples, int batchSize, int threads) {
        Distance distance = new Distance(network.clone());
        MultiLayerNetwork copy = network.clone();
        Dl4j dl4j = new Dl4j(copy, new KnownMasks());
        try (Engine engine = engine(network, batchSize, threads)) {
            int[] first = samples.order(1, batchSize);
            dl4j.train(samples, first, batchSize);
            engine.train(samples.images(), samples.labels(), first);
            distance.check(copy, network, 1, Distance.ONE_STEP);
            int[] more = samples.order(STEPS - 1, batchSize);
            dl4j.train(samples, more, batchSize);
            engine.train(samples.images(), samples.labels(), more);
            distance.check(copy, network, STEPS, Distance.FIFTY_STEPS);
        }
    }

    /** On oneDNN, with one thread and the masks that DL4J is given. */
    static Engine engine(MultiLayerNetwork network, int batchSize) {
        return engine(network, batchSize, 1);
    }

    private static Engine engine(MultiLayerNetwork network, int batchSize, int threads) {
        Engine engine = new OneDnnEngine(network, batchSize, threads, new KnownMasks());
        assertNull(engine.whyDl4j());
        return engine;
    }
}
