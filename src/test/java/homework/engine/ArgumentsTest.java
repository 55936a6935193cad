package homework.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.learning.config.Adam;

/** What callers get wrong: the message says what was expected and what came, and nothing is trained. The same with DL4J behind it. */
@ParameterizedClass
@ValueSource(strings = {"on", "off"})
class ArgumentsTest {
    private final String oneDnn;
    private final MultiLayerNetwork network = Nets.convnet(new Adam(.01));
    private final MultiLayerNetwork before = network.clone();
    private final Samples good = Samples.of(12, 3, 8, 8);
    private Engine engine;

    ArgumentsTest(String oneDnn) {
        this.oneDnn = oneDnn;
    }

    @BeforeEach
    void make() {
        System.setProperty(OneDnn.SWITCH, oneDnn);
        engine = Engine.of(network, 4, 1);
    }

    @AfterEach
    void nothingWasTrained() {
        System.clearProperty(OneDnn.SWITCH);
        Identical.check(before, network);
        // And the engine is as good as before.
        assertEquals(3, engine.train(good.images(), good.labels(), good.order(1, 12)).steps());
        engine.close();
    }

    @Test
    void networks() {
        MultiLayerNetwork bare = new MultiLayerNetwork(network.getLayerWiseConfigurations().clone());
        says("An engine needs a network with parameters, but this one is null.", () -> Engine.of(null, 4));
        says("An engine needs a network with parameters, but this one has none yet: call network.init() first.", () -> Engine.of(bare, 4));
        says("The batch size must be at least 1, not 0.", () -> Engine.of(network, 0));
        says("The number of threads must be at least 1, not 0.", () -> Engine.of(network, 4, 0));
    }

    @Test
    void images() {
        says("Images must be float [n, channels, height, width] or [n, features], not null.", () -> engine.predict(null));
        says("Images must be float [n, channels, height, width] or [n, features], not [3, 8, 8].",
                () -> engine.predict(Samples.of(3, 8, 8).images()));
        says("The network reads images [n, 3, height, width], but these are [5, 1, 8, 8].", () -> engine.predict(Samples.of(5, 1, 8, 8).images()));
        says("The network reads images [n, 3, height, width], but these are [5, 192].", () -> engine.predict(Samples.of(5, 192).images()));
    }

    @Test
    void rows() {
        MultiLayerNetwork mlp = Nets.mlp(new Adam(.01));
        try (Engine onRows = Engine.of(mlp, 4, 1)) {
            says("The network reads rows [n, features] of 8 values, but these are [5, 9].", () -> onRows.predict(Samples.of(5, 9).images()));
        }
    }

    @Test
    void trainingAndEvaluationLookAtImagesToo() {
        Samples wrong = Samples.of(12, 1, 8, 8);
        says("The network reads images [n, 3, height, width], but these are [12, 1, 8, 8].",
                () -> engine.train(wrong.images(), wrong.labels(), wrong.order(1, 4)));
        says("The network reads images [n, 3, height, width], but these are [12, 1, 8, 8].", () -> engine.evaluate(wrong.images(), wrong.labels()));
    }

    /** Convolutions would take them, the dense layer cannot. */
    @Test
    void imagesOfAnotherSizeAtFirst() {
        for (Samples other : new Samples[] {Samples.of(12, 3, 10, 10), Samples.of(12, 3, 7, 6), Samples.of(12, 3, 2, 2)}) {
            for (int time = 0; time < 2; time++) {
                RuntimeException error = assertThrows(RuntimeException.class,
                        () -> engine.train(other.images(), other.labels(), other.order(1, 4)));
                assertTrue(oneDnn.equals("off") || error instanceof IllegalArgumentException, error.toString());
                assertThrows(RuntimeException.class, () -> engine.predict(other.images()));
            }
        }
    }

    @Test
    void imagesOfAnotherSizeLater() {
        engine.predict(good.images());
        RuntimeException error = assertThrows(RuntimeException.class, () -> engine.predict(Samples.of(4, 3, 10, 10).images()));
        if (oneDnn.equals("on")) {
            assertEquals("This engine was built for images of shape [3, 8, 8], not [3, 10, 10]: make another engine for those.", error.getMessage());
        }
    }

    @Test
    void labels() {
        int[] labels = good.labels();
        int[] few = {0, 1, 2};
        says("There must be one label for each of the 12 images, but there are 3.", () -> engine.train(good.images(), few, new int[] {0}));
        says("There must be one label for each of the 12 images, but there are none (null).", () -> engine.evaluate(good.images(), null));
        labels[7] = 5;
        says("Label 7 is 5, but the network has 5 classes: labels are 0 to 4.", () -> engine.train(good.images(), labels, new int[] {0}));
        labels[7] = -1;
        says("Label 7 is -1, but the network has 5 classes: labels are 0 to 4.", () -> engine.evaluate(good.images(), labels));
        labels[7] = 0;
    }

    @Test
    void orders() {
        says("The order is null: give the places of the examples to train on, 0 to 11.", () -> engine.train(good.images(), good.labels(), null));
        says("The order names example 12, but there are only 0 to 11.", () -> engine.train(good.images(), good.labels(), new int[] {0, 12}));
        says("The order names example -1, but there are only 0 to 11.", () -> engine.train(good.images(), good.labels(), new int[] {-1}));
    }

    private static void says(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
