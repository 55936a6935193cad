package homework.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import homework.model.TorchConvnet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Engines side by side, and ND4J beside them. */
class ThreadsTest {
    private static final TorchConvnet MODEL = new TorchConvnet().input(1, 16, 16).convolutions(20, 16).filter(3).dense(24)
            .dropOutAfterDense(.5);
    private static final Samples SAMPLES = Samples.drawn(40, 10, 1, MODEL.inputShape());

    @Test
    void twoAtOnceAreAsTwoAlone() throws Exception {
        MultiLayerNetwork first = trained(1, 1);
        MultiLayerNetwork second = trained(2, 2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 5; round++) {
                Future<MultiLayerNetwork> one = two.submit(() -> trained(1, 1));
                Future<MultiLayerNetwork> other = two.submit(() -> trained(2, 2));
                Identical.check(first, one.get());
                Identical.check(second, other.get());
            }
        } finally {
            two.shutdown();
        }
    }

    @Test
    void twoEnginesInOneThreadTakeTurns() {
        MultiLayerNetwork first = MODEL.build(1);
        MultiLayerNetwork second = MODEL.build(2);
        try (Engine one = Engine.of(first, 4, 1); Engine other = Engine.of(second, 4, 2)) {
            for (int half = 0; half < 2; half++) {
                one.train(SAMPLES.images(), SAMPLES.labels(), SAMPLES.order(20, 4));
                other.train(SAMPLES.images(), SAMPLES.labels(), SAMPLES.order(20, 4));
            }
        }
        Identical.check(trained(1, 1), first);
        Identical.check(trained(2, 2), second);
    }

    /** OpenMP's number of threads of this Java thread, which is ND4J's too, is as it was, also after an error. */
    @Test
    void theNumberOfThreadsStays() {
        int before = OpenMp.threads();
        OpenMp.setThreads(3);
        try {
            trained(1, 1);
            assertEquals(3, OpenMp.threads());
            try (Engine engine = Engine.of(MODEL.build(1), 4, 1)) {
                Samples wrong = Samples.drawn(4, 10, 1, 1, 15, 15);
                engine.predict(SAMPLES.images());
                assertThrows(IllegalArgumentException.class, () -> engine.predict(wrong.images()));
            }
            assertEquals(3, OpenMp.threads());
        } finally {
            OpenMp.setThreads(before);
        }
    }

    @Test
    void nd4jCalculatesAsBefore() {
        INDArray a = Samples.of(200, 300).images();
        INDArray b = Samples.of(300, 200).images();
        INDArray before = a.mmul(b);
        MultiLayerNetwork network = MODEL.build(1);
        INDArray outputs = network.output(SAMPLES.images());
        trained(1, 1);
        assertEquals(DataType.FLOAT, Nd4j.dataType());
        assertEquals(0, Distance.distance(before, a.mmul(b)));
        assertEquals(0, Distance.distance(outputs, network.output(SAMPLES.images())));
    }

    private static MultiLayerNetwork trained(long seed, int threads) {
        MultiLayerNetwork network = MODEL.build(seed);
        try (Engine engine = Engine.of(network, 4, threads)) {
            for (int half = 0; half < 2; half++) {
                engine.train(SAMPLES.images(), SAMPLES.labels(), SAMPLES.order(20, 4));
            }
        }
        return network;
    }
}
