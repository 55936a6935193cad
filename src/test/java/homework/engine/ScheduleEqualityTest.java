package homework.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.model.Momentum;
import homework.training.LearningRates;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ISchedule;

/** Each schedule of the learning rate with each updater; the fifty steps that are compared see all of its parts. */
class ScheduleEqualityTest {
    private static final Samples SAMPLES = Samples.of(12, 8);
    private static final List<Function<ISchedule, IUpdater>> UPDATERS = List.of(Sgd::new, rates -> new Momentum(rates, .5),
            rates -> new Nesterovs(rates, .5), Adam::new);

    /** An updater that follows a schedule, and the same with a rate that does not. */
    static List<Arguments> schedules() {
        ISchedule fixed = LearningRates.constant(.1);
        List<Arguments> all = new ArrayList<>();
        for (Function<ISchedule, IUpdater> updater : UPDATERS) {
            for (ISchedule schedule : List.of(LearningRates.constant(.05), LearningRates.step(.1, .5, 12), LearningRates.torchDecay(.1, .05),
                    LearningRates.cosine(.1, 40), LearningRates.warmUp(10, fixed), LearningRates.warmUp(10, LearningRates.cosine(.1, 60)))) {
                all.add(Arguments.of(updater.apply(schedule), updater.apply(fixed)));
            }
        }
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schedules")
    void followed(IUpdater updater, IUpdater other) {
        MultiLayerNetwork network = Nets.mlp(updater);
        MultiLayerNetwork start = network.clone();
        MultiLayerNetwork unlike = Nets.mlp(other);
        Equality.check(network, SAMPLES, 6);
        // Without the schedule the parameters end elsewhere, so far that the comparison would have found it.
        Dl4j.train(unlike, SAMPLES, SAMPLES.order(50, 6), 6);
        double change = Distance.distance(start.params(), network.params());
        assertTrue(Distance.distance(network.params(), unlike.params()) > 10 * Distance.FIFTY_STEPS * change);
    }
}
