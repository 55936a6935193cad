package homework.data;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The bundled digits are worth learning: too hard for a linear classifier, within reach of a small convnet. */
@Tag("slow")
class DigitsDifficultyTest {
    private final Digits digits = Digits.load();

    @Test
    void linearClassifierStaysBelow97() {
        MultiLayerNetwork linear = network(new NeuralNetConfiguration.Builder().seed(1).updater(new Adam(8e-3)).list()
                .layer(output(784)).build());
        LabelledImages train = digits.train();
        LabelledImages test = digits.test();
        double best = 0;
        for (int epoch = 0; epoch < 14; epoch++) {
            if (epoch == 10) {
                linear.setLearningRate(1e-3);
            }
            fit(linear, train, 500, epoch);
            best = Math.max(best, accuracy(linear, test));
        }
        double trained = accuracy(linear, train);
        System.out.printf(Locale.ROOT, "bundled digits, linear classifier: test accuracy %.2f at best, training accuracy %.2f%n", best, trained);
        assertTrue(best < 97, "best " + best);
        // It did learn what it can, so the bound is no accident of bad training.
        assertTrue(trained > 92, "trained " + trained);
    }

    @Test
    void smallConvnetGetsAbove97() {
        MultiLayerNetwork convnet = network(new NeuralNetConfiguration.Builder().seed(1).updater(new Adam(3e-3)).weightInit(WeightInit.RELU)
                .list()
                .layer(new ConvolutionLayer.Builder(5, 5).stride(2, 2).nOut(10).activation(Activation.RELU).build())
                .layer(new ConvolutionLayer.Builder(3, 3).stride(2, 2).nOut(20).activation(Activation.RELU).build())
                .layer(new DenseLayer.Builder().nOut(64).activation(Activation.RELU).build())
                .layer(output(64)).setInputType(InputType.convolutional(28, 28, 1)).build());
        for (int epoch = 0; epoch < 3; epoch++) {
            if (epoch == 2) {
                convnet.setLearningRate(5e-4);
            }
            fit(convnet, digits.train(), 100, epoch);
        }
        double accuracy = accuracy(convnet, digits.test());
        System.out.printf(Locale.ROOT, "bundled digits, small convnet: test accuracy %.2f%n", accuracy);
        assertTrue(accuracy > 97, "accuracy " + accuracy);
    }

    private static OutputLayer output(int inputs) {
        return new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(inputs).nOut(10).build();
    }

    private static MultiLayerNetwork network(MultiLayerConfiguration configuration) {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }

    private static void fit(MultiLayerNetwork network, LabelledImages train, int batchSize, int epoch) {
        for (LabelledImages batch : Minibatches.of(train, batchSize, 1).epoch(epoch)) {
            network.fit(input(network, batch), batch.oneHot());
        }
    }

    private static double accuracy(MultiLayerNetwork network, LabelledImages data) {
        int[] predicted = network.output(input(network, data)).argMax(1).toIntVector();
        int right = 0;
        for (int i = 0; i < predicted.length; i++) {
            right += predicted[i] == data.label(i) ? 1 : 0;
        }
        return 100.0 * right / predicted.length;
    }

    // A dense first layer reads rows, a convolution reads images.
    private static INDArray input(MultiLayerNetwork network, LabelledImages data) {
        return network.getLayer(0) instanceof org.deeplearning4j.nn.layers.convolution.ConvolutionLayer
                ? data.images() : data.images().reshape(data.size(), 784);
    }
}
