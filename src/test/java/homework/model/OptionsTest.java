package homework.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

/** What the options do to the network, and what they say when they cannot. */
class OptionsTest {

    @Test
    void optionsAreSeenInTheNetwork() {
        assertEquals(List.of(
                "conv1: convolution 3x3, padding 1, relu", "pool1: max pooling 3x3, stride 2, padding 1", "drop1: dropout of 25 %",
                "conv2: convolution 3x3, padding 1, relu", "pool2: max pooling 3x3, stride 2, padding 1",
                "fc1: dense, relu", "dropfc1: dropout of 50 %", "output: dense, tanh, squared error on ±1"),
                rows(new TorchConvnet().convolutions(4, 5).filter(3).padding(1).pooling(Pooling.max(3, 2).padded(1)).withoutNormalization()
                        .activation(Activation.RELU).dropOutAfterConvolution(1, .25).dropOutAfterDense(.5).loss(Loss.SIGNED_SQUARED)));
        assertEquals(List.of("conv1: convolution 5x5, sigmoid", "pool1: average pooling 2x2, stride 2",
                "norm1: subtractive normalisation 9x9", "fc1: dense, sigmoid", "output: dense, multi-margin loss"),
                rows(new TorchConvnet().convolutions(4).pooling(Pooling.average(2, 2)).normalization(9).activation(Activation.SIGMOID)
                        .loss(Loss.MULTI_MARGIN)));
        assertEquals(List.of("conv1: convolution 5x5, relu", "pool1: max pooling 2x2, stride 2", "conv2: convolution 5x5, relu",
                "pool2: max pooling 2x2, stride 2", "drop2: dropout of whole channels, 50 %", "fc1: dense, relu", "dropfc1: dropout of 50 %",
                "fc2: dense, relu", "output: softmax, negative log-likelihood"), rows(new Nyu2017Baseline()));
        assertEquals(List.of("norm1: batch normalisation", "drop1: dropout of 10 %", "fc1: dense, leakyrelu(a=0.02)",
                "norm2: batch normalisation", "drop2: dropout of 10 %", "output: dense, softmax, negative log-likelihood"),
                rows(new Mlp().inputs(5).hidden(3).batchNorm().dropOut(.1)));
        assertEquals(List.of("conv1", "norm1", "relu1", "pool1", "conv2", "norm2", "relu2", "pool2",
                "conv3a", "norm3a", "relu3a", "conv3b", "norm3b", "relu3b", "pool3", "conv4a", "norm4a", "relu4a", "conv4b", "norm4b", "relu4b",
                "pool4", "conv5a", "norm5a", "relu5a", "conv5b", "norm5b", "relu5b", "pool5", "output"),
                new SmallVgg().filters(1, 1, 1, 1, 1).summary().rows().stream().map(SummaryRow::layer).toList());
    }

    private static List<String> rows(NetworkBuilder<?> builder) {
        return builder.summary().rows().stream().map(row -> row.layer() + ": " + row.what()).toList();
    }

    @Test
    void publishedUpdaters() {
        assertEquals(new Sgd(1e-3), updater(new TorchConvnet()));
        assertEquals(new Momentum(.01, .5), updater(new Nyu2017Baseline()));
        assertEquals(new Sgd(2e-3), updater(new Mlp()));
        assertEquals(new Adam(1e-4), updater(new SmallVgg().filters(1, 1, 1, 1, 1)));
        assertEquals(new Sgd(.5), updater(new TorchConvnet().learningRate(.5)));
        MultiLayerNetwork network = new Mlp().algorithm(OptimizationAlgorithm.CONJUGATE_GRADIENT).build(1);
        assertEquals(OptimizationAlgorithm.CONJUGATE_GRADIENT, network.getLayerWiseConfigurations().getConf(0).getOptimizationAlgo());
    }

    private static Object updater(NetworkBuilder<?> builder) {
        return ((BaseLayer) builder.build(1).getLayer(0).conf().getLayer()).getIUpdater();
    }

    @Test
    void batchNormalisationIsPyTorchs() {
        for (Layer layer : new Layer[] {
                new SmallVgg().filters(1, 1, 1, 1, 1).build(1).getLayer(1), new Mlp().inputs(4).batchNorm().build(1).getLayer(0)}) {
            BatchNormalization norm = (BatchNormalization) layer.conf().getLayer();
            assertEquals(1e-5, norm.getEps());
            assertEquals(.9, norm.getDecay());
            assertTrue(!norm.isUseLogStd());
        }
    }

    @Test
    void dropoutTakesTheProbabilityToDrop() {
        MultiLayerNetwork network = new TorchConvnet().dropOutAfterConvolution(1, .25).convolutions(4).dense(2000).dropOutAfterDense(.9).build(1);
        List<INDArray> activations = network.feedForward(Nd4j.rand(DataType.FLOAT, 5, 1, 32, 32), true);
        assertEquals(.25, zeros(activations.get(4)), .03);
        assertEquals(.9, zeros(activations.get(6)), .02);
        // Nothing is dropped when it is used.
        assertEquals(0, zeros(network.feedForward(Nd4j.rand(DataType.FLOAT, 5, 1, 32, 32), false).get(6)));
    }

    @Test
    void channelDropoutDropsWholeMaps() {
        INDArray dropped = new Nyu2017Baseline().dropOut(.25, 0).build(1).feedForward(Nd4j.rand(DataType.FLOAT, 200, 1, 28, 28), true).get(5);
        INDArray before = new Nyu2017Baseline().dropOut(0, 0).build(1).feedForward(Nd4j.rand(DataType.FLOAT, 200, 1, 28, 28), true).get(4);
        double silent = zeros(before.sum(2, 3));
        assertEquals(silent + (1 - silent) * .25, zeros(dropped.sum(2, 3)), .03);
    }

    private static double zeros(INDArray values) {
        return values.eq(0).castTo(DataType.DOUBLE).meanNumber().doubleValue();
    }

    @Test
    void averagesDivideByTheWindowAndPaddingWinsNoMaximum() {
        INDArray images = Examples.normal(DataType.DOUBLE, 1, 1, 1, 32, 32).subi(9);
        TorchConvnet identity = new TorchConvnet().convolutions(1).filter(1).activation(Activation.IDENTITY).doublePrecision();
        INDArray average = pooled(identity.pooling(Pooling.average(3, 2)), images);
        assertEquals(images.get(all(), all(), interval(4, 7), interval(2, 5)).meanNumber().doubleValue(), average.getDouble(0, 0, 2, 1), 1e-13);
        // All pixels are negative: a padding of zeros would show as a maximum of 0 along the border.
        INDArray maximum = pooled(identity.pooling(Pooling.max(3, 2).padded(1)), images);
        assertEquals(images.get(all(), all(), interval(0, 2), interval(0, 2)).maxNumber().doubleValue(), maximum.getDouble(0, 0, 0, 0), 1e-13);
        assertTrue(maximum.maxNumber().doubleValue() < 0);
    }

    /** Maps after the pooling, with the identity as the only filter. */
    private static INDArray pooled(TorchConvnet builder, INDArray images) {
        MultiLayerNetwork network = builder.build(1);
        network.getParam("0_W").assign(1);
        network.getParam("0_b").assign(0);
        return network.feedForward(images).get(2);
    }

    @Test
    void decayIsHalfTheSumOfSquaredWeights() {
        Mlp mlp = new Mlp().inputs(4).hidden(3).initialisation(Initialisation.torch()).doublePrecision();
        MultiLayerNetwork plain = mlp.build(1);
        DataSet batch = Examples.batch(mlp, plain, 5, 2);
        INDArray w1 = plain.getParam("0_W");
        INDArray w2 = plain.getParam("1_W");
        double squares = w1.mul(w1).sumNumber().doubleValue() + w2.mul(w2).sumNumber().doubleValue();
        assertEquals(plain.score(batch) + .1 / 2 * squares, mlp.l2(.1).build(1).score(batch), 1e-12);
    }

    @Test
    void impossibleGeometriesNameTheLayerAndTheSizes() {
        String advice = ". Pad the convolutions (a padding of (size − 1)/2 keeps the maps' size), "
                + "or use smaller filters or windows, or fewer layers.";
        TorchConvnet three = new TorchConvnet().convolutions(64, 64, 64);
        assertMessage("Layer pool3 (L2 pooling 2x2, stride 2) does not fit: the maps before it are only 1x1. "
                + "Sizes: input 32x32, conv1 28x28, pool1 14x14, conv2 10x10, pool2 5x5, conv3 1x1" + advice, () -> three.build(1));
        assertMessage("Layer conv3 (convolution 5x5) does not fit: the maps before it are only 4x4. "
                + "Sizes: input 32x32, conv1 28x28, pool1 13x13, conv2 9x9, pool2 4x4" + advice, () -> three.pooling(Pooling.max(3, 2)).build(1));
        // What the message advises works.
        assertArrayEquals(new long[] {1, 10}, three.padding(2).build(1).output(Nd4j.zeros(1, 1, 32, 32)).shape());
        assertArrayEquals(new long[] {1, 10}, three.filter(3).build(1).output(Nd4j.zeros(1, 1, 32, 32)).shape());
    }

    @Test
    void impossibleOptionsAreTold() {
        TorchConvnet torch = new TorchConvnet();
        assertMessage("The number of convolution layers must be at least 1, not 0.", () -> torch.convolutions());
        assertMessage("The number of filters must be at least 1, not 0.", () -> torch.convolutions(64, 0));
        assertMessage("The probability to drop a value must be from 0 to below 1, not 1.0.", () -> torch.dropOutAfterDense(1));
        assertMessage("Dropout can be set after convolution 1 to 2, not 3; call convolutions(...) first.",
                () -> torch.dropOutAfterConvolution(3, .5));
        assertMessage("Subtractive normalisation needs an odd window size of at least 1, not 4.", () -> torch.normalization(4));
        assertMessage("Only max pooling can be padded here, not L2 pooling.", () -> torch.pooling(Pooling.l2(2, 2).padded(1)));
        assertMessage("Pooling needs a size and a stride of at least 1 and a padding from 0 to below the size, not 0, 2 and 0.",
                () -> Pooling.max(0, 2));
        assertMessage("The padding must be 0 or more, not -1.", () -> torch.padding(-1));
        assertMessage("There are 5 blocks, but 2 numbers of filters.", () -> new SmallVgg().filters(64, 128));
    }

    private static void assertMessage(String message, Executable executable) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, executable).getMessage());
    }
}
