package homework.engine;

import homework.model.Momentum;
import java.util.Map;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

class UpdaterEqualityTest {
    static IUpdater[] updaters() {
        return new IUpdater[] {new Sgd(.1), new Momentum(.1, .5), new Momentum(.02, .9), new Nesterovs(.1, .5), new Nesterovs(.02, .9),
            new Adam(1e-3), new Adam(.01, .8, .95, 1e-4), new Sgd(new StepSchedule(ScheduleType.ITERATION, .1, .5, 10)),
            new Nesterovs(new MapSchedule(ScheduleType.ITERATION, Map.of(0, .1, 7, .03, 30, .2)), .5),
            new Adam(new StepSchedule(ScheduleType.ITERATION, .01, .5, 10))};
    }

    @ParameterizedTest
    @MethodSource("updaters")
    void withoutDecay(IUpdater updater) {
        Equality.check(Nets.mlp(updater), Samples.of(12, 8), 6);
    }

    @ParameterizedTest
    @MethodSource("updaters")
    void withL2(IUpdater updater) {
        Equality.check(Nets.mlp(Nets.common(updater).l2(.05)), Samples.of(12, 8), 6);
    }

    static IUpdater[] withState() {
        return new IUpdater[] {new Momentum(.1, .5), new Nesterovs(.1, .5), new Adam(1e-3)};
    }

    /** More values than go through the cache at once: the engine moves them in pieces. */
    @ParameterizedTest
    @MethodSource("withState")
    void longArrays(IUpdater updater) {
        Equality.check(Nets.of(Nets.common(updater).l2(.01), InputType.feedForward(300), Nets.dense(257, Activation.TANH), Nets.output()),
                Samples.of(12, 300), 6);
    }

    @Test
    void decayOfBiases() {
        Equality.check(Nets.mlp(Nets.common(new Momentum(.05, .5)).l2(.05).l2Bias(.2)), Samples.of(12, 8), 6);
    }

    @Test
    void differentInEachLayer() {
        Equality.check(mixed(), Samples.of(12, 8), 6);
    }

    /** The first layer's biases have an updater of their own, too. */
    private static MultiLayerNetwork mixed() {
        DenseLayer first = new DenseLayer.Builder().nOut(12).activation(Activation.TANH).updater(new Adam(.01)).biasUpdater(new Sgd(.1)).build();
        DenseLayer second = new DenseLayer.Builder().nOut(10).activation(Activation.TANH).updater(new Nesterovs(.05, .9)).l2(.1).build();
        DenseLayer third = new DenseLayer.Builder().nOut(10).activation(Activation.TANH).updater(new Momentum(.05, .7)).build();
        return Nets.of(Nets.common(new Sgd(.2)), InputType.feedForward(8), first, second, third, Nets.output());
    }
}
