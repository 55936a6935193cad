package homework.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import homework.model.Nyu2017Baseline;
import homework.training.LearningRates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * A training is the same to the last bit however its steps are cut into calls, and whatever happens between them. With dropout of values and
 * of whole maps, and Adam on a schedule; by oneDNN and by DL4J.
 */
@ParameterizedClass
@ValueSource(booleans = {false, true})
class CutTest {
    private static final int BATCH = 5;
    private static final int STEPS = 12;
    private static final Nyu2017Baseline MODEL = new Nyu2017Baseline().dropOut(.3, .5)
            .updater(new Adam(LearningRates.warmUp(8, LearningRates.cosine(.01, 20))));
    private static final Samples SAMPLES = Samples.drawn(40, 10, 1, MODEL.inputShape());
    private static final int[] ORDER = SAMPLES.order(STEPS, BATCH);

    private final boolean onDl4j;
    private final MultiLayerNetwork whole = MODEL.build(1);
    private final MultiLayerNetwork cut = MODEL.build(1);

    CutTest(boolean onDl4j) {
        this.onDl4j = onDl4j;
        train(whole, 3, 0, STEPS);
    }

    @Test
    void intoCallsOfOneEngine() {
        try (Engine engine = engine(cut, 3)) {
            Pass first = engine.train(SAMPLES.images(), SAMPLES.labels(), steps(0, 5));
            Pass second = engine.train(SAMPLES.images(), SAMPLES.labels(), steps(5, STEPS));
            assertEquals(STEPS, first.steps() + second.steps());
        }
        Identical.check(whole, cut);
    }

    @Test
    void intoSingleStepsOfOneEngineEach() {
        for (int step = 0; step < STEPS; step++) {
            train(cut, 3, step, step + 1);
        }
        Identical.check(whole, cut);
    }

    @Test
    void savedAndLoadedBetween(@TempDir Path folder) throws IOException {
        train(cut, 3, 0, 5);
        cut.save(folder.resolve("network.zip").toFile(), true);
        MultiLayerNetwork loaded = MultiLayerNetwork.load(folder.resolve("network.zip").toFile(), true);
        train(loaded, 3, 5, STEPS);
        Identical.check(whole, loaded);
    }

    /** Predictions, other networks and whoever else draws from ND4J's generator. */
    @Test
    void withOtherWorkBetween() {
        try (Engine engine = engine(cut, 3)) {
            for (int from : new int[] {0, 5}) {
                engine.train(SAMPLES.images(), SAMPLES.labels(), steps(from, from == 0 ? 5 : STEPS));
                engine.evaluate(SAMPLES.images(), SAMPLES.labels());
                train(MODEL.build(8), 8, 0, 2);
                Nd4j.rand(3, 3);
            }
        }
        Identical.check(whole, cut);
    }

    /** The masks matter: they are others for another seed, and for another step. */
    @Test
    void anotherSeedIsAnotherTraining() {
        train(cut, 4, 0, STEPS);
        assertFalse(Arrays.equals(whole.params().toFloatVector(), cut.params().toFloatVector()));
        MultiLayerNetwork first = MODEL.learningRate(.1).build(1);
        MultiLayerNetwork second = first.clone();
        second.setIterationCount(1);
        train(first, 3, 0, 1);
        train(second, 3, 0, 1);
        assertFalse(Arrays.equals(first.params().toFloatVector(), second.params().toFloatVector()));
    }

    private void train(MultiLayerNetwork network, long seed, int from, int to) {
        try (Engine engine = engine(network, seed)) {
            engine.train(SAMPLES.images(), SAMPLES.labels(), steps(from, to));
        }
    }

    private Engine engine(MultiLayerNetwork network, long seed) {
        Engine engine = onDl4j ? Engine.onDl4j(network, BATCH, seed) : Engine.of(network, BATCH, 1, seed);
        assertEquals(onDl4j, engine.whyDl4j() != null);
        return engine;
    }

    private static int[] steps(int from, int to) {
        return Arrays.copyOfRange(ORDER, from * BATCH, to * BATCH);
    }
}
