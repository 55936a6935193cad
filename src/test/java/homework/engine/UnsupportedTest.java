package homework.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.model.MultiMarginLoss;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** What the engine has no primitive for is named, and DL4J trains it: with the same result as without the engine. */
class UnsupportedTest {
    static Stream<Arguments> networks() {
        return Stream.of(
                onMaps("GlobalPoolingLayer1 (GlobalPoolingLayer)",
                        () -> Nets.onMaps(3, 6, 6, Nets.convolution(4, 3).build(), new GlobalPoolingLayer())),
                onMaps("LocalResponseNormalization0", () -> Nets.onMaps(3, 6, 6, new LocalResponseNormalization.Builder().build())),
                onMaps("PNORM pooling of layer SubsamplingLayer0", () -> Nets.onMaps(3, 6, 6,
                        new SubsamplingLayer.Builder(PoolingType.PNORM).pnorm(2).kernelSize(2, 2).stride(2, 2).build())),
                onMaps("convolution mode Same of layer ConvolutionLayer0", () -> Nets.onMaps(3, 6, 6,
                        Nets.convolution(4, 2).convolutionMode(ConvolutionMode.Same).build())),
                onMaps("dilation of layer ConvolutionLayer0", () -> Nets.onMaps(3, 6, 6, Nets.convolution(4, 2).dilation(2, 2).build())),
                onMaps("layer ConvolutionLayer0 without bias", () -> Nets.onMaps(3, 6, 6, Nets.convolution(4, 2).hasBias(false).build())),
                onMaps("activation swish of layer ConvolutionLayer0", () -> Nets.onMaps(3, 6, 6,
                        Nets.convolution(4, 2).activation(Activation.SWISH).build())),
                onRows("gradient normalisation RenormalizeL2PerLayer of layer DenseLayer0",
                        () -> Nets.mlp(Nets.common(new Sgd(.1)).gradientNormalization(GradientNormalization.RenormalizeL2PerLayer))),
                onRows("gradient normalisation RenormalizeL2PerParamType of layer DenseLayer0",
                        () -> Nets.mlp(Nets.common(new Sgd(.1)).gradientNormalization(GradientNormalization.RenormalizeL2PerParamType))),
                onRows("gradient normalisation of layer BatchNormalization0, where it holds back the running statistics", () -> Nets.onRows(8,
                        new BatchNormalization.Builder().useLogStd(false).gradientNormalization(GradientNormalization.ClipL2PerLayer).build())),
                onRows("RmsProp", () -> Nets.mlp(new RmsProp(.01))),
                onRows("updater Nesterovs", () -> Nets.mlp(new Nesterovs(.1, new MapSchedule(ScheduleType.ITERATION, Map.of(0, .5))))),
                onRows("L1Regularization", () -> Nets.mlp(Nets.common(new Sgd(.1)).l1(.01))),
                onRows("WeightDecay", () -> Nets.mlp(Nets.common(new Sgd(.1)).weightDecay(.01))),
                onRows("DOUBLE", () -> Nets.mlp(Nets.common(new Sgd(.1)).dataType(DataType.DOUBLE))),
                onRows("gradients that are not divided", () -> Nets.mlp(Nets.common(new Sgd(.01)).miniBatch(false))),
                onRows("logarithms in layer BatchNormalization0", () -> Nets.onRows(8, new BatchNormalization.Builder().useLogStd(true).build())),
                onRows("locked gamma and beta of layer BatchNormalization0", () -> Nets.onRows(8,
                        new BatchNormalization.Builder().useLogStd(false).lockGammaBeta(true).build())),
                onRows("layer normalisation", () -> Nets.onRows(8, new DenseLayer.Builder().nOut(6).hasLayerNorm(true).build())),
                onRows("loss LossMSE() with activation", () -> ending(new OutputLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY))),
                onRows("loss MultiMarginLoss with activation tanh",
                        () -> ending(new OutputLayer.Builder(new MultiMarginLoss()).activation(Activation.TANH))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void isNamedAndTrainedByDl4j(String name, Supplier<MultiLayerNetwork> make, Samples samples) {
        MultiLayerNetwork network = make.get();
        MultiLayerNetwork copy = network.clone();
        try (Engine engine = Engine.of(network, 6, 1)) {
            assertNotNull(engine.whyDl4j(), "is supported after all");
            assertTrue(engine.whyDl4j().contains(name), engine.whyDl4j());
            Pass pass = engine.train(samples.images(), samples.labels(), samples.order(3, 5));
            assertEquals(3, pass.steps());
            assertEquals(15, pass.examples());
            // 15 examples are two batches of 6 and one of 3.
            Dl4j.train(copy, samples, samples.order(3, 5), 6);
            Identical.check(copy, network);
            assertArrayEquals(network.output(samples.images()).castTo(DataType.FLOAT).toFloatMatrix(),
                    engine.predict(samples.images()).toFloatMatrix());
            double loss = engine.evaluate(samples.images(), samples.labels()).loss();
            // DL4J's score is the sum over the examples if it does not divide by their number.
            double score = network.conf().isMiniBatch() ? network.score(samples.all()) : network.score(samples.all()) / samples.size();
            assertEquals(score, loss + network.calcRegularizationScore(false), 1e-4);
        }
    }

    /** What draws at random in DL4J is only named. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("drawing")
    void isNamed(String name, Supplier<MultiLayerNetwork> make) {
        try (Engine engine = Engine.of(make.get(), 6, 1)) {
            assertTrue(engine.whyDl4j().contains(name), engine.whyDl4j());
            Samples samples = Samples.of(12, 8);
            assertEquals(2, engine.train(samples.images(), samples.labels(), samples.order(1, 12)).steps());
        }
    }

    static Stream<Arguments> drawing() {
        return Stream.of(named("weight noise of layer DenseLayer0", () -> Nets.mlp(Nets.common(new Sgd(.1)).weightNoise(new DropConnect(.5)))),
                named("dropout GaussianNoise", () -> Nets.onRows(8, new DenseLayer.Builder().nOut(6).dropOut(new GaussianNoise(.1)).build())));
    }

    /** DL4J numbers layers that have no name. */
    @Test
    void layersWithoutName() {
        MultiLayerNetwork network = new MultiLayerNetwork(Nets.common(new Sgd(.1)).list().layer(new DenseLayer.Builder().nOut(6).build())
                .layer(new DenseLayer.Builder().nOut(6).activation(Activation.SWISH).build()).layer(Nets.output())
                .setInputType(InputType.feedForward(8)).build());
        network.init();
        try (Engine engine = Engine.of(network, 6, 1)) {
            assertEquals("The engine does not support activation swish of layer layer1.", engine.whyDl4j());
        }
    }

    /** Sequences have another shape than the engine's calls take; what turns them into rows is the first thing that it names. */
    @Test
    void recurrentLayers() {
        MultiLayerNetwork network = Nets.of(Nets.common(new Sgd(.1)), InputType.recurrent(4), new LSTM.Builder().nOut(3).build(),
                new GlobalPoolingLayer(), Nets.output());
        try (Engine engine = Engine.of(network, 6, 1)) {
            assertEquals("The engine does not support layer LSTM0 (LSTM).", engine.whyDl4j());
        }
    }

    /** DL4J's other way to read images: rows that it makes maps of. */
    @Test
    void imagesGivenAsRows() {
        MultiLayerNetwork network = Nets.of(Nets.common(new Sgd(.1)), InputType.convolutionalFlat(6, 6, 3), Nets.convolution(4, 3).build(), Nets.output());
        Samples rows = Samples.of(12, 108);
        try (Engine engine = Engine.of(network, 6, 1)) {
            assertEquals("The engine does not support input pre-processor FeedForwardToCnnPreProcessor.", engine.whyDl4j());
            assertEquals(2, engine.train(rows.images(), rows.labels(), rows.order(2, 6)).steps());
            assertEquals(0, Distance.distance(network.output(rows.images()), engine.predict(rows.images())), 1e-5);
        }
    }

    /** A network that does not end with one class for an example. */
    @Test
    void otherEnds() {
        MultiLayerNetwork network = Nets.of(Nets.common(new Sgd(.1)), InputType.recurrent(4), new LSTM.Builder().nOut(3).build(),
                new RnnOutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nOut(Nets.CLASSES).build());
        String message = assertThrows(RuntimeException.class, () -> Engine.of(network, 6)).getMessage();
        assertTrue(message.contains("last layer RnnOutputLayer1 (RnnOutputLayer): it must be an OutputLayer"), message);
    }

    private static Arguments named(String name, Supplier<MultiLayerNetwork> make) {
        return Arguments.of(name, make);
    }

    private static Arguments onMaps(String name, Supplier<MultiLayerNetwork> make) {
        return Arguments.of(name, make, Samples.of(12, 3, 6, 6));
    }

    private static Arguments onRows(String name, Supplier<MultiLayerNetwork> make) {
        return Arguments.of(name, make, Samples.of(12, 8));
    }

    private static MultiLayerNetwork ending(OutputLayer.Builder output) {
        return Nets.of(Nets.common(new Sgd(.1)), InputType.feedForward(8), output.nOut(Nets.CLASSES).build());
    }
}
