package homework.engine;

import homework.model.L2Pooling;
import java.util.Arrays;
import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Small networks, each around one part. No parameter starts at 0 or 1, so that no term of a formula is without effect. */
final class Nets {
    static final int CLASSES = 5;

    private Nets() {
    }

    /** The layers on images [channels, height, width] and an output layer behind them; plain gradient descent. */
    static MultiLayerNetwork onMaps(int channels, int height, int width, Layer... hidden) {
        return of(common(new Sgd(.01)), InputType.convolutional(height, width, channels), withOutput(hidden));
    }

    static MultiLayerNetwork onRows(int features, Layer... hidden) {
        return of(common(new Sgd(.01)), InputType.feedForward(features), withOutput(hidden));
    }

    /** Dense layers of 12 and 5 on rows of 8. */
    static MultiLayerNetwork mlp(IUpdater updater) {
        return mlp(common(updater));
    }

    static MultiLayerNetwork mlp(NeuralNetConfiguration.Builder common) {
        return of(common, InputType.feedForward(8), withOutput(dense(12, Activation.TANH)));
    }

    /** A little of everything: convolution, batch normalisation, pooling and dense on images [3, 8, 8]. */
    static MultiLayerNetwork convnet(IUpdater updater) {
        return of(common(updater), InputType.convolutional(8, 8, 3), withOutput(convolution(6, 3).activation(Activation.TANH).build(),
                new BatchNormalization.Builder().useLogStd(false).build(), new L2Pooling(2, 2), dense(10, Activation.RELU)));
    }

    static NeuralNetConfiguration.Builder common(IUpdater updater) {
        return new NeuralNetConfiguration.Builder().seed(7).updater(updater).activation(Activation.IDENTITY);
    }

    static MultiLayerNetwork of(NeuralNetConfiguration.Builder common, InputType input, Layer... layers) {
        NeuralNetConfiguration.ListBuilder list = common.list();
        for (int i = 0; i < layers.length; i++) {
            layers[i].setLayerName(layers[i].getClass().getSimpleName() + i);
            list.layer(layers[i]);
        }
        MultiLayerNetwork network = new MultiLayerNetwork(list.setInputType(input).build());
        network.init();
        network.params().addi(noise(network.params()));
        return network;
    }

    private static INDArray noise(INDArray parameters) {
        Random random = new Random(3);
        float[] values = new float[(int) parameters.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = .1f * (float) random.nextGaussian();
        }
        return Nd4j.createFromArray(values).castTo(parameters.dataType()).reshape(parameters.shape());
    }

    private static Layer[] withOutput(Layer... hidden) {
        Layer[] all = Arrays.copyOf(hidden, hidden.length + 1);
        all[hidden.length] = output();
        return all;
    }

    static ConvolutionLayer.Builder convolution(int filters, int kernel) {
        return new ConvolutionLayer.Builder(kernel, kernel).nOut(filters);
    }

    static DenseLayer dense(int units, Activation activation) {
        return new DenseLayer.Builder().nOut(units).activation(activation).build();
    }

    static OutputLayer output() {
        return new OutputLayer.Builder(LossFunction.NEGATIVELOGLIKELIHOOD).nOut(CLASSES).activation(Activation.SOFTMAX).build();
    }
}
