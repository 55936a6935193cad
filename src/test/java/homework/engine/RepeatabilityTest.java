package homework.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import homework.model.TorchConvnet;
import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.learning.config.Adam;

/** The same seed and number of threads give the same bits, dropout included. */
class RepeatabilityTest {
    private static final int BATCH = 5;
    private static final TorchConvnet MODEL = new TorchConvnet().input(1, 16, 16).convolutions(20, 16).filter(3).dense(24)
            .dropOutAfterConvolution(1, .2).dropOutAfterDense(.5).updater(new Adam(1e-3));
    private static final Samples SAMPLES = Samples.drawn(40, 10, 1, MODEL.inputShape());
    private static final int[] ORDER = SAMPLES.order(40, BATCH);

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void sameSeedSameBits(int threads) {
        MultiLayerNetwork first = MODEL.build(1);
        MultiLayerNetwork second = MODEL.build(1);
        assertEquals(train(first, threads, 9, ORDER), train(second, threads, 9, ORDER));
        Identical.check(first, second);
    }

    @Test
    void theSeedOfTheNetworkUnlessTold() {
        MultiLayerNetwork told = MODEL.build(1);
        MultiLayerNetwork notTold = MODEL.build(1);
        train(told, 1, 1, ORDER);
        try (Engine engine = Engine.of(notTold, BATCH, 1)) {
            engine.train(SAMPLES.images(), SAMPLES.labels(), ORDER);
        }
        Identical.check(told, notTold);
    }

    @Test
    void otherSeedOtherMasks() {
        MultiLayerNetwork first = MODEL.build(1);
        MultiLayerNetwork second = MODEL.build(1);
        int[] oneStep = SAMPLES.order(1, BATCH);
        train(first, 1, 9, oneStep);
        train(second, 1, 10, oneStep);
        assertFalse(Arrays.equals(first.params().toFloatVector(), second.params().toFloatVector()));
    }

    /** As after an interruption: another engine, later, goes on where the first one stopped. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void resumedIsUninterrupted(int threads) {
        MultiLayerNetwork whole = MODEL.build(1);
        MultiLayerNetwork resumed = MODEL.build(1);
        train(whole, threads, 9, ORDER);
        int half = 17 * BATCH;
        train(resumed, threads, 9, Arrays.copyOf(ORDER, half));
        train(resumed, threads, 9, Arrays.copyOfRange(ORDER, half, ORDER.length));
        Identical.check(whole, resumed);
    }

    /** Each step, each place of a mask, and each image have their own draws; their share is the probability. */
    @Test
    void masksAreRandom() {
        Masks masks = Masks.random(5);
        int kept = 0;
        float[] earlier = new float[10_000];
        for (int step = 0; step < 20; step++) {
            float[] factors = new float[10_000];
            masks.start(step);
            masks.draw("drop", factors, .7, 1);
            assertFalse(Arrays.equals(earlier, factors), "another step, another mask");
            earlier = factors;
            for (float factor : factors) {
                kept += factor == (float) (1 / .7) ? 1 : 0;
                assertEquals(factor == 0 ? 0 : (float) (1 / .7), factor);
            }
        }
        // Five standard deviations of a share of .7 of 200000.
        assertEquals(.7, kept / 200_000.0, .0052);
    }

    @Test
    void aWholeMapIsOneDraw() {
        Masks masks = Masks.random(5);
        float[] factors = new float[6 * 100];
        masks.start(3);
        masks.draw("drop", factors, .5, 6);
        for (int i = 0; i < factors.length; i++) {
            assertEquals(factors[i / 6 * 6], factors[i]);
        }
    }

    private static Pass train(MultiLayerNetwork network, int threads, long seed, int[] order) {
        try (Engine engine = Engine.of(network, BATCH, threads, seed)) {
            return engine.train(SAMPLES.images(), SAMPLES.labels(), order);
        }
    }
}
