package homework.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import homework.model.Mlp;
import homework.model.NetworkBuilder;
import homework.model.Nyu2017Baseline;
import homework.model.SmallVgg;
import homework.model.TorchConvnet;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.learning.config.Adam;

/** What a step leaves on the Java heap: 1000 steps more may not cost more than 1000 times 1 KB. */
class AllocationTest {
    private static final int LIMIT = 1024;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static List<NetworkBuilder<?>> models() {
        return List.of(new TorchConvnet().input(1, 16, 16).convolutions(4, 4).filter(3).dense(8).dropOutAfterDense(.5), new Nyu2017Baseline(),
                new Mlp().inputs(20).hidden(10, 10).batchNorm().dropOut(.2).updater(new Adam(1e-3)),
                new SmallVgg().input(3, 16, 16).filters(4, 4, 4, 4, 4));
    }

    @ParameterizedTest
    @MethodSource("models")
    void underOneKilobyteAStep(NetworkBuilder<?> model) {
        Samples samples = Samples.drawn(8, 10, 1, model.inputShape());
        try (Engine engine = Engine.of(model.build(1), 2, 1)) {
            allocated(engine, samples, 100);
            long few = allocated(engine, samples, 100);
            long many = allocated(engine, samples, 1100);
            long each = (many - few) / 1000;
            assertTrue(each < LIMIT, each + " bytes a step");
        }
    }

    private static long allocated(Engine engine, Samples samples, int steps) {
        int[] order = samples.order(steps, 2);
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        engine.train(samples.images(), samples.labels(), order);
        return THREADS.getThreadAllocatedBytes(thread) - before;
    }
}
