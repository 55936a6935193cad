package homework.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

/** Changed while an engine is in use, as a notebook lowers it after some epochs. */
class LearningRateTest {
    private final Samples samples = Samples.of(12, 8);
    private final int[] order = samples.order(5, 6);

    @Test
    void setBetweenCalls() {
        MultiLayerNetwork network = Nets.mlp(new Sgd(.1));
        MultiLayerNetwork copy = network.clone();
        Distance distance = new Distance(network.clone());
        try (Engine engine = Equality.engine(network, 6)) {
            for (double rate : new double[] {.05, .02, .3}) {
                network.setLearningRate(rate);
                copy.setLearningRate(rate);
                engine.train(samples.images(), samples.labels(), order);
                Dl4j.train(copy, samples, order, 6);
            }
        }
        distance.check(copy, network, 15, Distance.FIFTY_STEPS);
    }

    @Test
    void setForOneLayer() {
        MultiLayerNetwork network = Nets.mlp(new Sgd(.1));
        MultiLayerNetwork copy = network.clone();
        Distance distance = new Distance(network.clone());
        try (Engine engine = Equality.engine(network, 6)) {
            for (int layer = 0; layer < 2; layer++) {
                engine.train(samples.images(), samples.labels(), order);
                Dl4j.train(copy, samples, order, 6);
                network.setLearningRate(layer, .02);
                copy.setLearningRate(layer, .02);
            }
            engine.train(samples.images(), samples.labels(), order);
            Dl4j.train(copy, samples, order, 6);
        }
        distance.check(copy, network, 15, Distance.FIFTY_STEPS);
    }

    /** DL4J makes another updater and moves the state into new arrays: the engine must not go on writing into the old ones. */
    @Test
    void setForAnUpdaterWithState() {
        MultiLayerNetwork network = Nets.mlp(new Adam(.01));
        try (Engine engine = Equality.engine(network, 6)) {
            engine.train(samples.images(), samples.labels(), order);
            network.setLearningRate(.1);
            MultiLayerNetwork before = network.clone();
            IllegalStateException error = assertThrows(IllegalStateException.class,
                    () -> engine.train(samples.images(), samples.labels(), order));
            assertTrue(error.getMessage().endsWith("make another engine."), error.getMessage());
            Identical.check(before, network);
        }
    }

    @Test
    void scheduledByEpochs() {
        MultiLayerNetwork network = Nets.mlp(new Sgd(new StepSchedule(ScheduleType.EPOCH, .2, .1, 1)));
        MultiLayerNetwork copy = network.clone();
        Distance distance = new Distance(network.clone());
        try (Engine engine = Equality.engine(network, 6)) {
            for (int epoch = 0; epoch < 3; epoch++) {
                engine.train(samples.images(), samples.labels(), order);
                network.incrementEpochCount();
                Dl4j.train(copy, samples, order, 6);
                copy.incrementEpochCount();
            }
        }
        assertEquals(3, network.getEpochCount());
        distance.check(copy, network, 15, Distance.FIFTY_STEPS);
    }
}
