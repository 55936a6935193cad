package homework.engine;

import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** Each activation inside a convolution and a dense layer, and in a layer of its own on maps and on rows. */
class ActivationEqualityTest {
    static IActivation[] activations() {
        return new IActivation[] {new ActivationIdentity(), new ActivationTanH(), new ActivationSigmoid(), new ActivationReLU(),
            new ActivationLReLU(.02), new ActivationLReLU(.3), new ActivationLReLU(0)};
    }

    @ParameterizedTest
    @MethodSource("activations")
    void insideLayers(IActivation activation) {
        ConvolutionLayer convolution = Nets.convolution(6, 3).activation(activation).build();
        DenseLayer dense = new DenseLayer.Builder().nOut(10).activation(activation).build();
        Equality.check(Nets.onMaps(3, 6, 6, convolution, dense), Samples.of(12, 3, 6, 6), 6);
    }

    @ParameterizedTest
    @MethodSource("activations")
    void inLayersOfTheirOwn(IActivation activation) {
        DenseLayer dense = new DenseLayer.Builder().nOut(10).activation(new ActivationIdentity()).build();
        Equality.check(Nets.onMaps(3, 6, 6, Nets.convolution(6, 3).build(), new ActivationLayer.Builder().activation(activation).build(), dense,
                new ActivationLayer.Builder().activation(activation).build()), Samples.of(12, 3, 6, 6), 6);
    }
}
