package homework.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nd4j.linalg.learning.config.Adam;

class ClosedTest {
    private final MultiLayerNetwork network = Nets.mlp(new Adam(.01));
    private final Samples samples = Samples.of(12, 8);

    @Test
    void twiceIsOnce() {
        Engine engine = trained();
        engine.close();
        engine.close();
        Dl4j.train(network, samples, samples.order(1, 6), 6);
    }

    @Test
    void beforeAnythingWasBuilt() {
        Engine engine = Equality.engine(network, 6);
        engine.close();
        engine.close();
    }

    @Test
    void useAfterwardsIsAnError() {
        Engine engine = trained();
        engine.close();
        MultiLayerNetwork before = network.clone();
        assertClosed(() -> engine.train(samples.images(), samples.labels(), samples.order(1, 6)));
        assertClosed(() -> engine.predict(samples.images()));
        assertClosed(() -> engine.evaluate(samples.images(), samples.labels()));
        Identical.check(before, network);
    }

    private Engine trained() {
        Engine engine = Equality.engine(network, 6);
        engine.train(samples.images(), samples.labels(), samples.order(2, 6));
        return engine;
    }

    private static void assertClosed(Executable use) {
        assertEquals("This engine has been closed: make another one with Engine.of.", assertThrows(IllegalStateException.class, use).getMessage());
    }
}
