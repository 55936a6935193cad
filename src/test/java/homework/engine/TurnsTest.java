package homework.engine;

import java.util.Arrays;
import java.util.function.Consumer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

/** The engine and DL4J take turns with one network: updater state, running statistics and the count of steps go on. */
class TurnsTest {
    private static final int BATCH = 6;
    private static final Samples SAMPLES = Samples.of(24, 3, 8, 8);
    private static final int[] ORDER = SAMPLES.order(30, BATCH);

    static IUpdater[] updaters() {
        return new IUpdater[] {new Adam(1e-3), new Nesterovs(.01, .9), new Sgd(new StepSchedule(ScheduleType.ITERATION, .05, .3, 10))};
    }

    @ParameterizedTest
    @MethodSource("updaters")
    void dl4jGoesOnAfterTheEngine(IUpdater updater) {
        check(updater, network -> {
            engine(network, 0, 15);
            dl4j(network, 15, 30);
        });
    }

    @ParameterizedTest
    @MethodSource("updaters")
    void theEngineGoesOnAfterDl4j(IUpdater updater) {
        check(updater, network -> {
            dl4j(network, 0, 15);
            engine(network, 15, 30);
        });
    }

    /** One engine, with DL4J in between. */
    @ParameterizedTest
    @MethodSource("updaters")
    void theSameEngineGoesOn(IUpdater updater) {
        check(updater, network -> {
            try (Engine engine = Equality.engine(network, BATCH)) {
                engine.train(SAMPLES.images(), SAMPLES.labels(), part(0, 10));
                dl4j(network, 10, 20);
                engine.train(SAMPLES.images(), SAMPLES.labels(), part(20, 30));
            }
        });
    }

    private static void check(IUpdater updater, Consumer<MultiLayerNetwork> turns) {
        MultiLayerNetwork network = Nets.convnet(updater);
        MultiLayerNetwork dl4jAlone = network.clone();
        Distance distance = new Distance(network.clone());
        turns.accept(network);
        dl4j(dl4jAlone, 0, 30);
        distance.check(dl4jAlone, network, 30, Distance.FIFTY_STEPS);
    }

    private static void engine(MultiLayerNetwork network, int from, int to) {
        try (Engine engine = Equality.engine(network, BATCH)) {
            engine.train(SAMPLES.images(), SAMPLES.labels(), part(from, to));
        }
    }

    private static void dl4j(MultiLayerNetwork network, int from, int to) {
        Dl4j.train(network, SAMPLES, part(from, to), BATCH);
    }

    private static int[] part(int from, int to) {
        return Arrays.copyOfRange(ORDER, from * BATCH, to * BATCH);
    }
}
