package homework.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** With oneDNN, and without it by DL4J. */
class DivergenceTest {
    private final Samples samples = Samples.of(12, 3, 8, 8);

    @AfterEach
    void switchedOnAgain() {
        System.clearProperty(OneDnn.SWITCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void anEnormousLearningRate(String oneDnn) {
        MultiLayerNetwork network = Nets.convnet(new Sgd(1e30));
        DivergedException diverged = diverged(oneDnn, network, samples, 20);
        assertEquals(1e30, diverged.learningRate());
        assertTrue(diverged.step() <= 3, diverged.getMessage());
        assertFinite(network);
    }

    /** Steps that could be made are kept, or at least a part of them; the number of the step counts them all. */
    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void aLearningRateThatGrowsLater(String oneDnn) {
        MultiLayerNetwork network = Nets.convnet(new Nesterovs(new MapSchedule.Builder(ScheduleType.ITERATION).add(0, .01).add(30, 1e35).build()));
        DivergedException diverged = diverged(oneDnn, network, samples, 60);
        assertEquals(1e35, diverged.learningRate(), 1e30);
        assertTrue(diverged.step() >= 30 && diverged.step() <= 33, diverged.getMessage());
        assertFinite(network);
    }

    /** Not even the step after which nothing follows leaves its parameters behind. */
    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void inTheLastStep(String oneDnn) {
        MultiLayerNetwork network = Nets.convnet(new Sgd(Double.MAX_VALUE));
        diverged(oneDnn, network, samples, 1);
        assertFinite(network);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void anInfiniteInput(String oneDnn) {
        MultiLayerNetwork network = Nets.onMaps(3, 8, 8, Nets.convolution(4, 3).build(), Nets.dense(10, Activation.TANH));
        MultiLayerNetwork before = network.clone();
        Samples broken = Samples.of(12, 3, 8, 8);
        broken.images().putScalar(5, Float.POSITIVE_INFINITY);
        DivergedException diverged = diverged(oneDnn, network, broken, 1);
        assertEquals(0, diverged.step());
        assertEquals(.01, diverged.learningRate());
        assertEquals("the input", diverged.layer());
        assertArrayEquals(before.params().toFloatVector(), network.params().toFloatVector());
    }

    /** A ReLU makes 0 of what is not a number, so that the loss does not show it. */
    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void anImageThatIsNoNumberBehindAReLU(String oneDnn) {
        MultiLayerNetwork network = Nets.onMaps(3, 8, 8, Nets.convolution(4, 3).activation(Activation.RELU).build(), Nets.dense(10, Activation.RELU));
        Samples broken = Samples.of(12, 3, 8, 8);
        broken.images().putScalar(5, Float.NaN);
        assertEquals("the input", diverged(oneDnn, network, broken, 4).layer());
        assertFinite(network);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void theMessageSaysIt(String oneDnn) {
        DivergedException diverged = diverged(oneDnn, Nets.mlp(new Sgd(1e38)), Samples.of(12, 8), 20);
        assertTrue(diverged.getMessage().contains("step " + diverged.step()), diverged.getMessage());
        assertTrue(diverged.getMessage().contains("1.0E38"), diverged.getMessage());
        assertTrue(diverged.getMessage().contains(diverged.layer()), diverged.getMessage());
    }

    /** The updater's state is the last good one, too. */
    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void trainingCanGoOnWithASmallerRate(String oneDnn) {
        MultiLayerNetwork network = Nets.of(Nets.common(new Nesterovs(1e30, .9)), InputType.feedForward(8), Nets.dense(12, Activation.IDENTITY),
                Nets.dense(12, Activation.IDENTITY), Nets.output());
        Samples rows = Samples.of(12, 8);
        diverged(oneDnn, network, rows, 20);
        network.setLearningRate(1e-20);
        try (Engine engine = Engine.of(network, 6, 1)) {
            assertEquals(10, engine.train(rows.images(), rows.labels(), rows.order(10, 6)).steps());
        }
        assertFinite(network);
    }

    private static DivergedException diverged(String oneDnn, MultiLayerNetwork network, Samples samples, int steps) {
        System.setProperty(OneDnn.SWITCH, oneDnn);
        try (Engine engine = Engine.of(network, 6, 1)) {
            return assertThrows(DivergedException.class, () -> engine.train(samples.images(), samples.labels(), samples.order(steps, 6)));
        }
    }

    private static void assertFinite(MultiLayerNetwork network) {
        for (float value : network.params().toFloatVector()) {
            assertTrue(Float.isFinite(value), "the parameters are finite");
        }
    }
}
