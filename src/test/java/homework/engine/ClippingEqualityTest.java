package homework.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.model.Mlp;
import homework.model.Momentum;
import homework.model.NetworkBuilder;
import homework.model.Nyu2017Baseline;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;

/** Gradient clipping: before weight decay and the updater, on the mean over the minibatch. */
class ClippingEqualityTest {
    private static final Samples ROWS = Samples.of(12, 8);

    /** Limits that clip at first; the last ones of each kind do so only in some layers, or not any more after some steps. */
    static List<Arguments> clippings() {
        List<Arguments> all = new ArrayList<>();
        for (IUpdater updater : new IUpdater[] {new Sgd(.3), new Momentum(.1, .5), new Nesterovs(.1, .5), new Adam(.01, .9, .999, .1)}) {
            for (double limit : new double[] {.01, .1}) {
                all.add(Arguments.of(GradientNormalization.ClipElementWiseAbsoluteValue, limit, updater));
            }
            for (double limit : new double[] {.02, .4}) {
                all.add(Arguments.of(GradientNormalization.ClipL2PerLayer, limit, updater));
                all.add(Arguments.of(GradientNormalization.ClipL2PerParamType, limit, updater));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("clippings")
    void onRows(GradientNormalization kind, double limit, IUpdater updater) {
        MultiLayerNetwork clipped = Nets.mlp(clipping(kind, limit, updater).l2(.05));
        itClips(Nets.mlp(Nets.common(updater).l2(.05)), clipped, ROWS);
        Equality.check(clipped, ROWS, 6);
    }

    /** Numbers of maps that fill no block: what fills it up must not count, whatever an updater keeps there. */
    @ParameterizedTest
    @MethodSource("clippings")
    void onMaps(GradientNormalization kind, double limit, IUpdater updater) {
        MultiLayerNetwork clipped = maps(clipping(kind, limit, updater));
        Samples samples = Samples.of(12, 3, 6, 6);
        itClips(maps(Nets.common(updater)), clipped, samples);
        Equality.check(clipped, samples, 6);
    }

    private static MultiLayerNetwork maps(NeuralNetConfiguration.Builder common) {
        return Nets.of(common, InputType.convolutional(6, 6, 3), Nets.convolution(20, 3).build(),
                Nets.convolution(5, 3).activation(Activation.TANH).build(), Nets.output());
    }

    /** More values than are added up, and moved, at once. */
    @Test
    void longArrays() {
        for (GradientNormalization kind : List.of(GradientNormalization.ClipElementWiseAbsoluteValue, GradientNormalization.ClipL2PerLayer)) {
            MultiLayerNetwork network = Nets.of(clipping(kind, .01, new Momentum(.1, .5)), InputType.feedForward(300),
                    Nets.dense(257, Activation.TANH), Nets.output());
            Equality.check(network, Samples.of(12, 300), 6);
        }
    }

    @Test
    void differentInEachLayer() {
        DenseLayer values = new DenseLayer.Builder().nOut(12).activation(Activation.TANH)
                .gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue).gradientNormalizationThreshold(.01).build();
        DenseLayer norm = new DenseLayer.Builder().nOut(10).activation(Activation.TANH)
                .gradientNormalization(GradientNormalization.ClipL2PerLayer).gradientNormalizationThreshold(.05).build();
        Equality.check(Nets.of(Nets.common(new Sgd(.2)), InputType.feedForward(8), values, norm, Nets.output()), ROWS, 6);
    }

    static List<NetworkBuilder<?>> builders() {
        Nyu2017Baseline convnet = new Nyu2017Baseline();
        Mlp normed = new Mlp().inputs(20).hidden(10).batchNorm();
        return List.of(convnet.clipValues(.001), convnet.clipNorm(.01), normed.clipValues(.001), normed.clipNorm(.01));
    }

    @ParameterizedTest
    @MethodSource("builders")
    void asTheBuildersHaveIt(NetworkBuilder<?> builder) {
        Equality.check(builder.build(1), Samples.drawn(12, 10, 1, builder.inputShape()), 6);
        try (Engine engine = Engine.of(builder.build(1), 6, 1)) {
            assertNull(engine.whyDl4j());
        }
    }

    /** Where it is not clipped at all, not a bit is changed; and two runs that clip are the same. */
    @Test
    void sameBits() {
        for (double limit : new double[] {1e9, .01}) {
            MultiLayerNetwork one = trained(Nets.mlp(clipping(GradientNormalization.ClipL2PerLayer, limit, new Adam(.01))));
            MultiLayerNetwork other = trained(Nets.mlp(limit > 1 ? Nets.common(new Adam(.01))
                    : clipping(GradientNormalization.ClipL2PerLayer, limit, new Adam(.01))));
            Identical.check(one, other);
        }
    }

    private static MultiLayerNetwork trained(MultiLayerNetwork network) {
        try (Engine engine = Equality.engine(network, 6)) {
            engine.train(ROWS.images(), ROWS.labels(), ROWS.order(20, 6));
        }
        return network;
    }

    private static NeuralNetConfiguration.Builder clipping(GradientNormalization kind, double limit, IUpdater updater) {
        return Nets.common(updater).gradientNormalization(kind).gradientNormalizationThreshold(limit);
    }

    /** Without this an engine that never clips could pass: the first step is another one. */
    private static void itClips(MultiLayerNetwork free, MultiLayerNetwork clipped, Samples samples) {
        assertEquals(free.params(), clipped.params());
        MultiLayerNetwork one = free.clone();
        MultiLayerNetwork other = clipped.clone();
        Dl4j.train(one, samples, samples.order(1, 6), 6);
        Dl4j.train(other, samples, samples.order(1, 6), 6);
        double change = Distance.distance(free.params(), one.params());
        assertTrue(Distance.distance(one.params(), other.params()) > .02 * change, "DL4J clips");
    }
}
