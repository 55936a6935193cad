package homework.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.MemoryUseMode;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Nesterovs;

/** Every option of every builder: it builds, trains a step without NaN, and survives saving. */
class BuildersTest {

    /** All of 32x32 but narrow, so that hundreds of steps take seconds. */
    static Map<String, NetworkBuilder<?>> variants() {
        Map<String, NetworkBuilder<?>> all = new LinkedHashMap<>();
        TorchConvnet torch = new TorchConvnet().convolutions(3, 4).dense(6);
        all.put("torch", torch);
        all.put("torch, one stage", torch.convolutions(3));
        all.put("torch, three padded stages", torch.convolutions(3, 4, 5).padding(2));
        all.put("torch, three stages of 3x3", torch.convolutions(3, 4, 5).filter(3));
        all.put("torch, filter 7", torch.filter(7));
        all.put("torch, L2 pooling 3/2", torch.pooling(Pooling.l2(3, 2)));
        all.put("torch, L2 pooling 3/3", torch.pooling(Pooling.l2(3, 3)));
        all.put("torch, max pooling", torch.pooling(Pooling.max(2, 2)));
        all.put("torch, padded max pooling", torch.pooling(Pooling.max(3, 2).padded(1)));
        all.put("torch, average pooling", torch.pooling(Pooling.average(3, 2)));
        all.put("torch, ReLU", torch.activation(Activation.RELU));
        all.put("torch, sigmoid", torch.activation(Activation.SIGMOID));
        all.put("torch, normalisation 15", torch.normalization(15));
        all.put("torch, no normalisation", torch.withoutNormalization());
        all.put("torch, dropout", torch.dropOutAfterConvolution(1, .5).dropOutAfterConvolution(2, .25).dropOutAfterDense(.5));
        all.put("torch, multi-margin", torch.loss(Loss.MULTI_MARGIN));
        all.put("torch, signed squared", torch.loss(Loss.SIGNED_SQUARED));
        all.put("torch, momentum and L2", torch.updater(new Momentum(.01, .9)).l2(1e-3));
        all.put("torch, conjugate gradient", torch.algorithm(OptimizationAlgorithm.CONJUGATE_GRADIENT));
        all.put("torch, L-BFGS", torch.algorithm(OptimizationAlgorithm.LBFGS));
        all.put("torch, 2x20x24, 4 classes", torch.input(2, 20, 24).classes(4));
        all.put("torch, Xavier", torch.initialisation(Initialisation.xavier()));
        all.put("torch, double", torch.doublePrecision());
        all.put("nyu-2017", new Nyu2017Baseline());
        all.put("nyu-2017, no ReLU on the logits", new Nyu2017Baseline().withoutReluOnLogits());
        all.put("nyu-2017, no dropout, He, Nesterov", new Nyu2017Baseline().dropOut(0, 0).initialisation(Initialisation.he())
                .updater(new Nesterovs(.01, .5)));
        Mlp mlp = new Mlp().inputs(12).hidden(7);
        all.put("mlp", mlp);
        all.put("mlp, tuned", mlp.hidden(8, 7, 6).batchNorm().dropOut(.2).updater(new Adam(1e-3)).initialisation(Initialisation.torch()));
        all.put("mlp, batch norm and momentum", mlp.batchNorm().updater(new Momentum(.01, .9)));
        all.put("mlp, ReLU, 3 classes", mlp.slope(0).classes(3));
        all.put("mlp, softmax regression", mlp.hidden());
        all.put("vgg", new SmallVgg().filters(2, 3, 4, 5, 6));
        all.put("vgg, 1x28x28, 7 classes", new SmallVgg().filters(2, 3, 4, 5, 6).input(1, 28, 28).classes(7));
        return all;
    }

    @TestFactory
    Stream<DynamicTest> trainsAStep() {
        return variants().entrySet().stream().map(variant -> DynamicTest.dynamicTest(variant.getKey(), () -> {
            MultiLayerNetwork network = variant.getValue().build(1);
            DataSet batch = Examples.batch(variant.getValue(), network, 5, 2);
            INDArray before = network.params().dup();
            network.fit(batch);
            assertNotEquals(before, network.params(), "a step changes the parameters");
            assertTrue(Double.isFinite(network.score()), "score " + network.score());
            assertFalse(network.params().isNaN().any(), "NaN in the parameters");
            INDArray output = network.output(batch.getFeatures());
            assertArrayEquals(batch.getLabels().shape(), output.shape());
            assertFalse(output.isNaN().any(), "NaN in the output");
        }));
    }

    @TestFactory
    Stream<DynamicTest> survivesSaving(@TempDir Path folder) {
        return variants().entrySet().stream().map(variant -> DynamicTest.dynamicTest(variant.getKey(), () -> {
            MultiLayerNetwork network = variant.getValue().build(1);
            DataSet batch = Examples.batch(variant.getValue(), network, 5, 2);
            network.fit(batch);
            MultiLayerConfiguration configuration = network.getLayerWiseConfigurations();
            assertEquals(configuration, MultiLayerConfiguration.fromJson(configuration.toJson()));

            File file = folder.resolve("network.zip").toFile();
            network.save(file, true);
            MultiLayerNetwork restored = ModelSerializer.restoreMultiLayerNetwork(file, true);
            Examples.assertIdentical(network.output(batch.getFeatures()), restored.output(batch.getFeatures()));
            if (network.updaterState() != null) {
                Examples.assertIdentical(network.updaterState(), restored.updaterState());
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> learnsABatchByHeart() {
        Map<String, NetworkBuilder<?>> all = new LinkedHashMap<>();
        TorchConvnet torch = new TorchConvnet().convolutions(4, 6).dense(16).updater(new Adam(1e-2));
        for (Loss loss : Loss.values()) {
            all.put(loss.toString(), torch.loss(loss));
        }
        all.put("nyu-2017", new Nyu2017Baseline().dropOut(0, 0).withoutReluOnLogits().updater(new Momentum(.05, .9)));
        all.put("mlp", new Mlp().inputs(12).initialisation(Initialisation.torch()).updater(new Momentum(.2, .5)));
        all.put("vgg", new SmallVgg().filters(4, 6, 8, 8, 8).updater(new Adam(1e-2)));
        return all.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
            MultiLayerNetwork network = entry.getValue().build(1);
            DataSet batch = Examples.batch(entry.getValue(), network, 8, 2);
            double before = network.score(batch);
            for (int step = 0; step < 40; step++) {
                network.fit(batch);
            }
            assertTrue(network.score(batch) < before / 4, before + " fell only to " + network.score(batch));
        }));
    }

    @Test
    void trainingWithDropoutIsDecidedByTheSeed() {
        TorchConvnet builder = new TorchConvnet().convolutions(3).dropOutAfterConvolution(1, .5).learningRate(.1);
        INDArray first = trained(builder, 3);
        Examples.assertIdentical(first, trained(builder, 3));
        assertNotEquals(first, trained(builder, 4));
    }

    private static INDArray trained(NetworkBuilder<?> builder, long seed) {
        MultiLayerNetwork network = builder.build(seed);
        DataSet batch = Examples.batch(builder, network, 4, 2);
        for (int step = 0; step < 3; step++) {
            network.fit(batch);
        }
        return network.params();
    }

    @Test
    void dl4jsOwnCopyAndReportsKnowTheLayers() {
        TorchConvnet builder = new TorchConvnet().convolutions(3, 4).dense(6);
        MultiLayerNetwork network = builder.build(1);
        INDArray images = Examples.batch(builder, network, 2, 2).getFeatures();
        Examples.assertIdentical(network.output(images), network.clone().output(images));
        assertTrue(network.summary().contains("L2Pooling"));
        InputType input = InputType.convolutional(32, 32, 1);
        long bytes = network.getLayerWiseConfigurations().getMemoryReport(input).getTotalMemoryBytes(1, MemoryUseMode.TRAINING, CacheMode.NONE);
        assertTrue(bytes > 4 * network.numParams(), bytes + " bytes");
    }

    @Test
    void aBuilderIsNotChangedByItsMethodsNorByItsNetworks() {
        TorchConvnet base = new TorchConvnet().convolutions(3, 4).dense(6);
        base.dropOutAfterConvolution(1, .5).filter(3).learningRate(7).activation(Activation.RELU);
        MultiLayerNetwork first = base.build(1);
        first.setLearningRate(3);
        MultiLayerNetwork second = base.build(1);
        assertEquals(1e-3, second.getLearningRate(0));
        Examples.assertIdentical(first.params(), second.params());
        assertEquals(8, second.getnLayers(), "no dropout layer");
    }

    @Test
    void theSeedDecides() {
        Mlp mlp = new Mlp().inputs(12);
        Examples.assertIdentical(mlp.build(1).params(), mlp.build(1).params());
        assertNotEquals(mlp.build(1).params(), mlp.build(2).params());
    }
}
