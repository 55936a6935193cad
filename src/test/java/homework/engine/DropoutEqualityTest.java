package homework.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import homework.model.L2Pooling;
import homework.model.SubtractiveNormalization;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;

/** The engine and DL4J are given the same masks. */
class DropoutEqualityTest {
    @Test
    void onRows() {
        Equality.check(Nets.onRows(8, Nets.dense(12, Activation.TANH), new DropoutLayer.Builder(.6).build()), Samples.of(12, 8), 6);
    }

    @Test
    void onMaps() {
        Equality.check(Nets.onMaps(3, 6, 6, Nets.convolution(20, 3).build(), new DropoutLayer.Builder(.5).build(), Nets.convolution(3, 2).build()),
                Samples.of(12, 3, 6, 6), 6);
    }

    @Test
    void onWholeMaps() {
        Equality.check(Nets.onMaps(3, 6, 6, Nets.convolution(20, 3).build(), new DropoutLayer.Builder(new SpatialDropout(.7)).build(),
                Nets.dense(10, Activation.RELU)), Samples.of(12, 3, 6, 6), 6);
    }

    /** DL4J drops the input of a layer that has a dropout itself. */
    @Test
    void ofTheInputOfOtherLayers() {
        DenseLayer dense = new DenseLayer.Builder().nOut(12).activation(Activation.TANH).dropOut(.8).build();
        DenseLayer second = new DenseLayer.Builder().nOut(12).activation(Activation.TANH).dropOut(.5).build();
        Equality.check(Nets.onRows(8, dense, second), Samples.of(12, 8), 6);
    }

    /** DL4J sets it on all layers then, but pooling, normalisation and activation layers do not apply it. */
    @Test
    void ofTheWholeNetwork() {
        MultiLayerNetwork network = Nets.of(Nets.common(new Sgd(.01)).dropOut(.8), InputType.convolutional(8, 8, 3), Nets.convolution(6, 3).build(),
                new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build(), new BatchNormalization.Builder().useLogStd(false).build(),
                new ActivationLayer.Builder().activation(Activation.TANH).build(), new L2Pooling(2, 1), new SubtractiveNormalization(3),
                Nets.dense(10, Activation.TANH), Nets.output());
        Equality.check(network, Samples.of(12, 3, 8, 8), 6);
    }

    @Test
    void onTheInput() {
        Equality.check(Nets.onMaps(3, 6, 6, new DropoutLayer.Builder(.8).build(), Nets.convolution(4, 3).build()), Samples.of(12, 3, 6, 6), 6);
    }

    /** Only training has dropout. */
    @Test
    void noneInPredictions() {
        MultiLayerNetwork network = Nets.onMaps(3, 6, 6, new DropoutLayer.Builder(.8).build(), Nets.convolution(4, 3).build(),
                new DropoutLayer.Builder(new SpatialDropout(.7)).build(), new DenseLayer.Builder().nOut(12).dropOut(.5).build());
        Samples samples = Samples.of(12, 3, 6, 6);
        try (Engine engine = Equality.engine(network, 6)) {
            assertEquals(0, Distance.distance(network.output(samples.images()), engine.predict(samples.images())), 1e-5);
            assertEquals(network.score(samples.all()), engine.evaluate(samples.images(), samples.labels()).loss(), 1e-5);
        }
    }
}
