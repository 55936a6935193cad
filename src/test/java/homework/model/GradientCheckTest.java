package homework.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** DL4J's own gradient check, in double and over every parameter, of whole networks with our layers and losses. */
class GradientCheckTest {
    private static final DataType BEFORE = Nd4j.dataType();
    private static final TorchConvnet SMALL = new TorchConvnet().input(2, 13, 12).convolutions(3, 2).filter(3).dense(4).classes(3)
            .normalization(5).updater(new NoOp()).doublePrecision();

    @BeforeAll
    static void inDouble() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterAll
    static void asItWas() {
        Nd4j.setDefaultDataTypes(BEFORE, BEFORE);
    }

    @TestFactory
    Stream<DynamicTest> backwardIsTheSlopeOfForward() {
        Map<String, TorchConvnet> networks = new LinkedHashMap<>();
        networks.put("L2 pooling 2/2", SMALL);
        networks.put("L2 pooling 3/2 of padded convolutions", SMALL.padding(1).pooling(Pooling.l2(3, 2)));
        networks.put("normalisation wider than the maps", SMALL.normalization(15));
        networks.put("average pooling", SMALL.pooling(Pooling.average(3, 1)));
        networks.put("multi-margin", SMALL.loss(Loss.MULTI_MARGIN));
        networks.put("signed squared", SMALL.loss(Loss.SIGNED_SQUARED));
        networks.put("L2 decay", SMALL.l2(.1));
        return networks.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
            MultiLayerNetwork network = entry.getValue().build(3);
            assertTrue(check(network, Examples.batch(entry.getValue(), network, 3, 4)));
        }));
    }

    @Test
    void blankCornersWithBiasZero() {
        // Every window of the blank half has norm 0 exactly; its gradient is 0 by definition, and so is the central difference there.
        MultiLayerNetwork network = SMALL.padding(1).pooling(Pooling.l2(3, 2)).initialisation(Initialisation.xavier()).build(3);
        DataSet batch = Examples.batch(SMALL, network, 3, 4);
        batch.getFeatures().get(all(), all(), all(), interval(0, 7)).assign(0);
        INDArray pooled = network.feedForward(batch.getFeatures()).get(2);
        assertTrue(pooled.eq(0).castTo(DataType.DOUBLE).sumNumber().intValue() > 0, "some windows are blank");
        assertTrue(check(network, batch));
    }

    @Test
    void aWrongGradientIsFound() {
        // The check itself: half the gradient must not pass.
        MultiLayerNetwork network = SMALL.loss(Loss.SIGNED_SQUARED).build(3);
        DataSet batch = Examples.batch(SMALL, network, 3, 4);
        OutputLayer output = (OutputLayer) network.getOutputLayer().conf().getLayer();
        output.setLossFn(new HalfTheGradient());
        assertFalse(check(network, batch));
    }

    private static final class HalfTheGradient extends OutputLoss {
        private static final long serialVersionUID = 1;

        @Override
        INDArray losses(INDArray labels, INDArray outputs) {
            return new SignedSquaredLoss().losses(labels, outputs);
        }

        @Override
        INDArray slopes(INDArray labels, INDArray outputs) {
            return new SignedSquaredLoss().slopes(labels, outputs).divi(2);
        }
    }

    private static boolean check(MultiLayerNetwork network, DataSet batch) {
        return GradientCheckUtil.checkGradients(new GradientCheckUtil.MLNConfig().net(network).input(batch.getFeatures()).labels(batch.getLabels())
                .epsilon(1e-6).maxRelError(1e-5).minAbsoluteError(1e-9).exitOnFirstError(true).print(GradientCheckUtil.PrintMode.FAILURES_ONLY));
    }
}
