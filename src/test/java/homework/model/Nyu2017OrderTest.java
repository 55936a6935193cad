package homework.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.lossfunctions.impl.LossNegativeLogLikelihood;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The baseline applies ReLU before pooling, the report after it: the same function with the same gradient. And its ReLU on the logits. */
class Nyu2017OrderTest {
    private static final Nyu2017Baseline OURS = new Nyu2017Baseline().dropOut(0, 0).doublePrecision();

    @Test
    void reluBeforePoolingIsReluAfterIt() {
        MultiLayerNetwork ours = OURS.withoutReluOnLogits().build(1);
        MultiLayerNetwork published = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().dataType(DataType.DOUBLE)
                .activation(Activation.IDENTITY).list()
                .layer(new ConvolutionLayer.Builder(5, 5).nOut(10).build()).layer(pooling()).layer(relu())
                .layer(new ConvolutionLayer.Builder(5, 5).nOut(20).build()).layer(pooling()).layer(relu())
                .layer(new DenseLayer.Builder().nOut(50).activation(Activation.RELU).build())
                .layer(new OutputLayer.Builder(new LossNegativeLogLikelihood()).nOut(10).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutional(28, 28, 1)).build());
        published.init();
        published.setParams(ours.params());
        DataSet batch = Examples.batch(OURS, ours, 6, 2);
        assertArrayEquals(gradient(published, batch), gradient(ours, batch), 1e-13);
        assertEquals(published.score(), ours.score(), 1e-13);
    }

    private static SubsamplingLayer pooling() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build();
    }

    private static ActivationLayer relu() {
        return new ActivationLayer.Builder().activation(Activation.RELU).build();
    }

    private static double[] gradient(MultiLayerNetwork network, DataSet batch) {
        network.setInput(batch.getFeatures());
        network.setLabels(batch.getLabels());
        network.computeGradientAndScore();
        return network.getFlattenedGradients().toDoubleVector();
    }

    @Test
    void reluOnTheLogitsComesBeforeSoftmax() {
        MultiLayerNetwork quirk = OURS.build(1);
        MultiLayerNetwork plain = OURS.withoutReluOnLogits().build(1);
        Examples.assertIdentical(plain.params(), quirk.params());
        INDArray images = Examples.batch(OURS, plain, 6, 2).getFeatures();
        INDArray logits = Transforms.log(plain.output(images));
        // Softmax forgets a constant; it is the logit that the last dense layer of the quirky network computes before its ReLU.
        INDArray hidden = quirk.feedForward(images).get(5);
        INDArray exact = hidden.mmul(plain.getParam("5_W")).addiRowVector(plain.getParam("5_b"));
        assertArrayEquals(Transforms.softmax(exact).dup('c').data().asDouble(), Transforms.exp(logits).dup('c').data().asDouble(), 1e-12);
        INDArray expected = Transforms.softmax(Transforms.relu(exact));
        assertArrayEquals(expected.dup('c').data().asDouble(), quirk.output(images).dup('c').data().asDouble(), 1e-12);
    }
}
