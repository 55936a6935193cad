package homework.engine;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;

/** A dense layer takes maps as they are, channel by channel. */
class DenseOnMapsTest {
    @Test
    void behindAConvolution() {
        Equality.check(Nets.onMaps(3, 6, 5, Nets.convolution(20, 3).build(), Nets.dense(7, Activation.TANH)), Samples.of(12, 3, 6, 5), 6);
    }

    @Test
    void asTheFirstLayer() {
        Equality.check(Nets.onMaps(3, 6, 5, Nets.dense(7, Activation.TANH)), Samples.of(12, 3, 6, 5), 6);
    }

    /** Softmax regression on pixels. */
    @Test
    void asTheOnlyLayer() {
        Equality.check(Nets.onMaps(3, 6, 5), Samples.of(12, 3, 6, 5), 6);
    }
}
