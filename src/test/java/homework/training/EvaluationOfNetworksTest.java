package homework.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.data.Digits;
import homework.data.LabelledImages;
import homework.data.Padding;
import homework.engine.Engine;
import homework.engine.Pass;
import homework.model.Initialisation;
import homework.model.Loss;
import homework.model.Mlp;
import homework.model.Nyu2017Baseline;
import homework.model.TorchConvnet;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.factory.Nd4j;

/** Evaluations of real networks agree with what engine and DL4J say of them. */
class EvaluationOfNetworksTest {
    private static final LabelledImages DIGITS = Padding.to32(Digits.load().test()).first(300);

    @ParameterizedTest
    @EnumSource
    void agreesWithEngineAndDl4j(Loss loss) {
        MultiLayerNetwork network = new TorchConvnet().convolutions(4, 4).dense(8).loss(loss).build(1);
        Evaluation evaluation = Evaluation.of(network, DIGITS);
        try (Engine engine = Engine.of(network, 1)) {
            Pass pass = engine.evaluate(DIGITS.images(), DIGITS.labels());
            assertEquals(pass.error(), evaluation.error(), 1e-12);
            assertEquals(pass.samplingError(), evaluation.samplingError(), 1e-12);
            assertEquals(loss == Loss.NEGATIVE_LOG_LIKELIHOOD ? pass.loss() : Double.NaN, evaluation.loss(), 1e-5);
            assertArrayEquals(evaluation.predictions(), Evaluation.of(engine, DIGITS).predictions(), "the engine is still open");
        }
        assertArrayEquals(network.output(DIGITS.images()).argMax(1).toIntVector(), evaluation.predictions());
        Mistake worst = evaluation.worst(1).get(0);
        assertEquals(network.output(DIGITS.images()).getDouble(worst.index(), worst.predicted()), worst.output(), 1e-5);
        assertEquals(loss == Loss.NEGATIVE_LOG_LIKELIHOOD ? Outputs.PROBABILITIES : Outputs.SCORES, worst.outputs());
    }

    /** A ReLU on the logits makes many equal outputs; whoever counts must choose among them as the engine does. */
    @Test
    void choosesAmongEqualOutputsAsTheEngineDoes() {
        LabelledImages digits = Digits.load().test().first(300);
        MultiLayerNetwork network = new Nyu2017Baseline().build(1);
        try (Engine engine = Engine.of(network, 1)) {
            assertEquals(engine.evaluate(digits.images(), digits.labels()).error(), Evaluation.of(engine, digits).error(), 1e-12);
        }
    }

    /** What a fit trains on images, an evaluation measures on images. */
    @Test
    void aPerceptronOnRowsReadsImages() {
        MultiLayerNetwork network = new Mlp().inputs(1024).hidden(8).initialisation(Initialisation.torch()).build(1);
        Evaluation evaluation = Evaluation.of(network, DIGITS);
        assertArrayEquals(network.output(DIGITS.images().reshape('c', 300, 1024)).argMax(1).toIntVector(), evaluation.predictions());
    }

    @Test
    void namesImagesThatDoNotFit() {
        MultiLayerNetwork network = new TorchConvnet().build(1);
        LabelledImages colour = LabelledImages.of("colour", Nd4j.zeros(2, 3, 32, 32), new int[2], 10);
        String message = assertThrows(IllegalArgumentException.class, () -> Evaluation.of(network, colour)).getMessage();
        assertTrue(message.contains("reads images [n, 1, height, width]"), message);
    }
}
