package homework.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import homework.model.Mlp;
import homework.model.NetworkBuilder;
import homework.model.Nyu2017Baseline;
import homework.model.TorchConvnet;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.learning.config.Adam;

/** -Dhomework.onednn=off, as on a machine without natives: the same calls, the same numbers, by DL4J. */
class SwitchedOffTest {
    @AfterEach
    void switchedOnAgain() {
        System.clearProperty(OneDnn.SWITCH);
    }

    /** With Adam's usual ε the rounding of gradients that are 0 on paper, in front of batch normalisation, becomes whole steps. */
    static List<NetworkBuilder<?>> models() {
        return List.of(new TorchConvnet().input(1, 16, 16).convolutions(4, 5).filter(3).dense(8), new Nyu2017Baseline().dropOut(0, 0),
                new Mlp().inputs(30).hidden(10).batchNorm().updater(new Adam(1e-3, .9, .999, 1e-3)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void theSameNumbers(NetworkBuilder<?> model) {
        Samples samples = Samples.drawn(27, 10, 1, model.inputShape());
        MultiLayerNetwork here = model.build(1);
        MultiLayerNetwork there = model.build(1);
        Distance distance = new Distance(model.build(1));
        int[] order = samples.order(1, 50);
        try (Engine engine = Engine.of(here, 9, 1); Engine dl4j = off(there, 9)) {
            assertNull(engine.whyDl4j());
            same(engine.train(samples.images(), samples.labels(), order), dl4j.train(samples.images(), samples.labels(), order));
            same(engine.evaluate(samples.images(), samples.labels()), dl4j.evaluate(samples.images(), samples.labels()));
            assertArrayEquals(engine.predict(samples.images()).dup('c').data().asFloat(), dl4j.predict(samples.images()).dup('c').data().asFloat(),
                    1e-5f);
        }
        distance.check(there, here, 6, Distance.FIFTY_STEPS);
    }

    @Test
    void saysWhy() {
        try (Engine engine = off(Nets.mlp(new Adam(.01)), 4)) {
            assertEquals("oneDNN is switched off (-Dhomework.onednn=off).", engine.whyDl4j());
        }
    }

    /** DL4J's listeners are as they were. */
    @Test
    void listenersStay() {
        MultiLayerNetwork network = Nets.mlp(new Adam(.01));
        ScoreListener listener = new ScoreListener();
        network.setListeners(listener);
        Samples samples = Samples.of(12, 8);
        try (Engine engine = off(network, 4)) {
            engine.train(samples.images(), samples.labels(), samples.order(1, 12));
        }
        assertEquals(List.of(listener), List.copyOf(network.getListeners()));
    }

    private static Engine off(MultiLayerNetwork network, int batchSize) {
        System.setProperty(OneDnn.SWITCH, "off");
        Engine engine = Engine.of(network, batchSize, 1);
        System.clearProperty(OneDnn.SWITCH);
        assertNotNull(engine.whyDl4j());
        return engine;
    }

    private static void same(Pass expected, Pass actual) {
        assertEquals(expected.loss(), actual.loss(), 1e-4);
        assertEquals(expected.correct(), actual.correct());
        assertEquals(expected.examples(), actual.examples());
        assertEquals(expected.steps(), actual.steps());
    }
}
