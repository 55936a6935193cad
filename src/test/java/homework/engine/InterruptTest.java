package homework.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.learning.config.Adam;

class InterruptTest {
    private static final int BATCH = 4;
    private final MultiLayerNetwork network = Nets.mlp(new Adam(.001));
    private final MultiLayerNetwork copy = network.clone();
    private final Samples samples = Samples.of(40, 8);

    @AfterEach
    void notInterruptedAnyMore() {
        Thread.interrupted();
        System.clearProperty(OneDnn.SWITCH);
    }

    /** From another thread, while far more steps are to be made than there is time for. */
    @Test
    void endsAfterTheStepItIsIn() throws InterruptedException {
        AtomicReference<Pass> pass = new AtomicReference<>();
        AtomicBoolean interrupted = new AtomicBoolean();
        int[] order = samples.order(5_000_000, BATCH);
        Thread thread = new Thread(() -> {
            try (Engine engine = Equality.engine(network, BATCH)) {
                pass.set(engine.train(samples.images(), samples.labels(), order));
                interrupted.set(Thread.currentThread().isInterrupted());
            }
        });
        thread.start();
        Thread.sleep(500);
        thread.interrupt();
        thread.join(10_000);
        int steps = pass.get().steps();
        assertTrue(steps > 0 && steps < 5_000_000, steps + " steps");
        assertEquals(steps * BATCH, pass.get().examples());
        assertEquals(steps, network.getIterationCount());
        assertTrue(interrupted.get(), "the thread is still interrupted");
        // Exactly these steps were made.
        try (Engine engine = Equality.engine(copy, BATCH)) {
            engine.train(samples.images(), samples.labels(), samples.order(steps, BATCH));
        }
        Identical.check(copy, network);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void interruptedBeforehandNothingIsTrained(String oneDnn) {
        System.setProperty(OneDnn.SWITCH, oneDnn);
        Thread.currentThread().interrupt();
        try (Engine engine = Engine.of(network, BATCH, 1)) {
            assertEquals(new Pass(0, 0, 0, 0), engine.train(samples.images(), samples.labels(), samples.order(3, BATCH)));
            assertTrue(Thread.interrupted(), "the thread is still interrupted");
            Identical.check(copy, network);
            assertEquals(3, engine.train(samples.images(), samples.labels(), samples.order(3, BATCH)).steps());
        }
    }
}
