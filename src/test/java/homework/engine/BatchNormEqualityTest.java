package homework.engine;

import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Nesterovs;

/** Trained parameters and running statistics. */
class BatchNormEqualityTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 16, 20})
    void onMaps(int maps) {
        Equality.check(Nets.onMaps(3, 6, 6, Nets.convolution(maps, 3).build(), norm(1e-5, .9)), Samples.of(12, 3, 6, 6), 6);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 16, 20})
    void onRows(int units) {
        Equality.check(Nets.onRows(8, Nets.dense(units, Activation.SIGMOID), norm(1e-5, .9)), Samples.of(12, 8), 6);
    }

    @Test
    void otherEpsilonAndDecay() {
        Equality.check(Nets.onRows(8, Nets.dense(6, Activation.TANH), norm(.5, .6)), Samples.of(12, 8), 6);
    }

    @Test
    void asTheFirstLayer() {
        Equality.check(Nets.onRows(8, norm(1e-5, .9)), Samples.of(12, 8), 6);
    }

    @Test
    void asTheFirstLayerOnMaps() {
        Equality.check(Nets.onMaps(3, 6, 6, norm(1e-5, .9), Nets.convolution(4, 3).build()), Samples.of(12, 3, 6, 6), 6);
    }

    /** The running statistics are no parameters to a momentum. */
    @Test
    void withMomentum() {
        MultiLayerNetwork network = Nets.convnet(new Nesterovs(.01, .9));
        Equality.check(network, Samples.of(12, 3, 8, 8), 6);
    }

    private static BatchNormalization norm(double epsilon, double decay) {
        return new BatchNormalization.Builder().eps(epsilon).decay(decay).useLogStd(false).build();
    }
}
