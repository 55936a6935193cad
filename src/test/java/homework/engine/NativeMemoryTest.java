package homework.engine;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.model.L2Pooling;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;

/** The process may not grow with the number of engines that were made and closed. Each of these has some 20 MB of its own. */
class NativeMemoryTest {
    private static final int ENGINES = 50;
    private static final long BOUND = 100L << 20;

    private final Samples samples = Samples.of(8, 3, 40, 40);

    @Test
    void closingFreesIt() {
        MultiLayerNetwork network = Nets.onMaps(3, 40, 40, Nets.convolution(64, 3).build(), Nets.dense(4, Activation.TANH));
        assertDoesNotGrow(() -> {
            try (Engine engine = Engine.of(network, 8, 1)) {
                engine.train(samples.images(), samples.labels(), samples.order(1, 8));
            }
        });
    }

    /** Images of another size than the network was made for: noticed when they come, with the convolution built already. */
    @Test
    void soDoesAFailureWhileItIsBuilt() {
        MultiLayerNetwork network = Nets.onMaps(3, 40, 40, Nets.convolution(64, 3).build(), new L2Pooling(2, 2), Nets.dense(4, Activation.TANH));
        Samples small = Samples.of(64, 3, 30, 30);
        assertDoesNotGrow(() -> {
            try (Engine engine = Engine.of(network, 64, 1)) {
                assertThrows(IllegalArgumentException.class, () -> engine.train(small.images(), small.labels(), small.order(1, 64)));
            }
        });
    }

    @Test
    void nothingIsLeftOfAnEngineThatCouldNotBeMade() {
        MultiLayerNetwork network = Nets.onMaps(3, 40, 40, Nets.convolution(64, 3).build(), new GlobalPoolingLayer());
        assertDoesNotGrow(() -> assertThrows(UnsupportedNetwork.class, () -> Equality.engine(network, 8)));
    }

    private static void assertDoesNotGrow(Runnable engine) {
        for (int i = 0; i < 10; i++) {
            engine.run();
        }
        long before = Pointer.physicalBytes();
        for (int i = 0; i < ENGINES; i++) {
            engine.run();
        }
        long grown = Pointer.physicalBytes() - before;
        assertTrue(grown < BOUND, "grown by " + (grown >> 20) + " MB in " + ENGINES + " engines");
    }
}
