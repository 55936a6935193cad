package homework.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.engine.Engine;
import homework.engine.Pass;
import homework.model.Loss;
import homework.model.Mlp;
import homework.model.Momentum;
import homework.model.NetworkBuilder;
import homework.model.Nyu2017Baseline;
import homework.model.Pooling;
import homework.model.SmallVgg;
import homework.model.TorchConvnet;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Nesterovs;

/** Every network of the reports comes back from its file to the last bit, and training goes on from it as if nothing had happened. */
class NetworkFileTest {
    private static final int IMAGES = 12;
    private static final int BATCH = 4;
    private static final int EPOCHS = 3;

    static Stream<Named<NetworkBuilder<?>>> networks() {
        TorchConvnet small = new TorchConvnet().input(1, 16, 16).convolutions(6, 8).filter(3).dense(12);
        Stream<Named<NetworkBuilder<?>>> losses = Stream.of(Loss.values()).map(loss -> Named.of("convnet, " + loss, small.loss(loss)));
        return Stream.concat(losses, Stream.of(
                Named.of("convnet, dropout, Adam", small.dropOutAfterConvolution(1, .2).dropOutAfterDense(.5).updater(new Adam(1e-3))),
                Named.of("convnet, other pooling, Nesterov", small.pooling(Pooling.l2(3, 2)).updater(new Nesterovs(.01, .9))),
                Named.of("convnet, weight decay, momentum", small.l2(1e-3).updater(new Momentum(.01, .5))),
                Named.of("nyu-2017", new Nyu2017Baseline()), Named.of("nyu-2017, no ReLU at the end", new Nyu2017Baseline().withoutReluOnLogits()),
                Named.of("MLP", new Mlp()), Named.of("MLP, batch normalisation, dropout, Adam",
                        new Mlp().inputs(30).hidden(20, 10).batchNorm().dropOut(.3).updater(new Adam(1e-3))),
                Named.of("VGG", new SmallVgg().filters(4, 6, 8, 8, 8))));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void goesOnFromTheFile(NetworkBuilder<?> builder, @TempDir Path folder) {
        MultiLayerNetwork network = builder.build(3);
        INDArray images = images(builder);
        train(network, images);
        network.setEpochCount(EPOCHS);
        Path file = folder.resolve("new/network.zip");
        assertEquals(file, NetworkFile.save(network, file));
        MultiLayerNetwork loaded = NetworkFile.load(file);
        assertIdentical(network, loaded, images);
        assertEquals(EPOCHS, loaded.getEpochCount());
        assertEquals(IMAGES / BATCH, loaded.getIterationCount());
        assertEquals(train(network, images), train(loaded, images));
        assertIdentical(network, loaded, images);
    }

    /** By DL4J's own call, as its users know it. */
    @ParameterizedTest
    @MethodSource("networks")
    void isReadByDl4jToo(NetworkBuilder<?> builder, @TempDir Path folder) throws Exception {
        MultiLayerNetwork network = builder.build(3);
        INDArray images = images(builder);
        train(network, images);
        Path file = NetworkFile.save(network, folder.resolve("network.zip"));
        assertIdentical(network, MultiLayerNetwork.load(file.toFile(), true), images);
    }

    private static INDArray images(NetworkBuilder<?> builder) {
        long[] shape = LongStream.concat(LongStream.of(IMAGES), LongStream.of(builder.inputShape())).toArray();
        Random random = new Random(1);
        float[] values = new float[(int) LongStream.of(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Nd4j.createFromArray(values).reshape('c', shape);
    }

    private static Pass train(MultiLayerNetwork network, INDArray images) {
        try (Engine engine = Engine.of(network, BATCH, 1)) {
            return engine.train(images, IntStream.range(0, IMAGES).map(i -> i % 10).toArray(), IntStream.range(0, IMAGES).toArray());
        }
    }

    private static void assertIdentical(MultiLayerNetwork expected, MultiLayerNetwork actual, INDArray images) {
        assertArrayEquals(expected.params().toFloatVector(), actual.params().toFloatVector(), "parameters");
        assertArrayEquals(expected.output(images).ravel().toFloatVector(), actual.output(images).ravel().toFloatVector(), "outputs");
        assertEquals(expected.getIterationCount(), actual.getIterationCount(), "steps");
        assertEquals(expected.getLayerWiseConfigurations(), actual.getLayerWiseConfigurations(), "layers, loss and updater");
        INDArray state = expected.getUpdater().getStateViewArray();
        if (state == null) {
            assertEquals(null, actual.getUpdater().getStateViewArray());
        } else {
            assertTrue(state.norm1Number().doubleValue() > 0, "there is something to keep");
            assertArrayEquals(state.toFloatVector(), actual.getUpdater().getStateViewArray().toFloatVector(), "updater state");
        }
    }
}
