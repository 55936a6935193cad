package homework.engine;

import homework.model.Initialisation;
import homework.model.Loss;
import homework.model.Mlp;
import homework.model.Momentum;
import homework.model.NetworkBuilder;
import homework.model.Nyu2017Baseline;
import homework.model.Pooling;
import homework.model.SmallVgg;
import homework.model.TorchConvnet;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;

/** Every model of the course: the published ones where DL4J is fast enough for it, small ones with every option. */
class BuildersEqualityTest {
    private static final TorchConvnet SMALL = new TorchConvnet().input(2, 16, 16).convolutions(5, 6).filter(3).dense(12).classes(4)
            .learningRate(.02);
    private static final SmallVgg VGG = new SmallVgg().input(3, 16, 16).filters(3, 4, 5, 17, 4);

    @Test
    void publishedTorchConvnet() {
        check(new TorchConvnet(), 8, 1);
    }

    @Test
    void onTwoThreads() {
        MultiLayerNetwork network = VGG.updater(new Sgd(1e-3)).build(1);
        Equality.check(network, Samples.drawn(16, 10, 1, VGG.inputShape()), 16, 2);
    }

    @Test
    void publishedBaselineOf2017() {
        check(new Nyu2017Baseline(), 16, 4);
        check(new Nyu2017Baseline().withoutReluOnLogits().dropOut(.2, 0), 16, 4);
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void torchConvnetWithEachLoss(Loss loss) {
        check(SMALL.loss(loss), 12, 3);
    }

    @ParameterizedTest
    @EnumSource(names = {"TANH", "RELU", "SIGMOID"})
    void torchConvnetWithEachActivation(Activation activation) {
        check(SMALL.activation(activation), 12, 3);
    }

    @Test
    void torchConvnetWithOtherPoolings() {
        check(SMALL.pooling(Pooling.l2(3, 2)), 12, 3);
        check(SMALL.pooling(Pooling.max(3, 2)).withoutNormalization(), 12, 3);
        check(SMALL.pooling(Pooling.average(2, 2)).normalization(3), 12, 3);
    }

    @Test
    void torchConvnetWithOneAndThreeStages() {
        check(SMALL.convolutions(17), 12, 3);
        check(SMALL.convolutions(4, 5, 7).padding(1), 12, 2);
    }

    @Test
    void torchConvnetWithDropoutAndDecay() {
        check(SMALL.dropOutAfterConvolution(1, .2).dropOutAfterConvolution(2, .3).dropOutAfterDense(.5).l2(1e-2)
                .updater(new Nesterovs(.01, .9)), 12, 3);
    }

    @Test
    void mlp() {
        check(new Mlp().inputs(30).hidden(20, 10).classes(4).learningRate(.1).initialisation(Initialisation.torch()), 20, 5);
        check(new Mlp().inputs(30).hidden().classes(4).updater(new Momentum(.1, .9)).l2(.01), 20, 5);
    }

    @Test
    void mlpWithBatchNormAndDropout() {
        check(new Mlp().inputs(30).hidden(20, 10).classes(4).batchNorm().dropOut(.2).updater(new Adam(1e-3))
                .initialisation(Initialisation.torch()), 20, 10);
    }

    @Test
    void vgg() {
        check(VGG.updater(new Sgd(1e-3)), 16, 16);
    }

    /**
     * The biases in front of batch normalisation have gradient 0 on paper. With the usual ε of 1e-8 Adam makes whole steps of the rounding that
     * is there instead, in DL4J as here; with this one it does not.
     */
    @Test
    void vggWithAdam() {
        check(VGG.updater(new Adam(1e-3, .9, .999, 1e-3)), 16, 16);
    }

    private static void check(NetworkBuilder<?> builder, int examples, int batchSize) {
        MultiLayerNetwork network = builder.build(1);
        int classes = (int) network.getParam(lastDense(network)).length();
        Equality.check(network, Samples.drawn(examples, classes, 1, builder.inputShape()), batchSize);
    }

    /** The biases of the last layer that has any. */
    private static String lastDense(MultiLayerNetwork network) {
        int last = network.getnLayers() - 1;
        return (network.getLayer(last).paramTable().isEmpty() ? last - 1 : last) + "_b";
    }
}
