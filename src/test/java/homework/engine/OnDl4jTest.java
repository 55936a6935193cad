package homework.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** DL4J where oneDNN could do it. */
class OnDl4jTest {
    private final MultiLayerNetwork network = Nets.convnet(new Adam(.01));
    private final Samples samples = Samples.of(12, 3, 8, 8);

    @Test
    void dl4jTrains() {
        MultiLayerNetwork copy = network.clone();
        try (Engine engine = Engine.onDl4j(network, 5, 1)) {
            assertEquals("DL4J was asked for.", engine.whyDl4j());
            assertTrue(engine.profile(samples.images()).contains(engine.whyDl4j()));
            // 12 examples are two batches of 5 and one of 2.
            assertEquals(3, engine.train(samples.images(), samples.labels(), samples.order(1, 12)).steps());
        }
        // Bit for bit: oneDNN would be close, but not this close.
        Dl4j.train(copy, samples, samples.order(1, 12), 5);
        Identical.check(copy, network);
    }

    @Test
    void whatCannotBeIsTold() {
        assertMessage("An engine needs a network with parameters, but this one is null.", null, 4);
        assertMessage("The batch size must be at least 1, not 0.", network, 0);
        MultiLayerNetwork sequences = Nets.of(Nets.common(new Sgd(.1)), InputType.recurrent(4), new LSTM.Builder().nOut(3).build(),
                new RnnOutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nOut(Nets.CLASSES).build());
        assertMessage("An engine trains networks that classify, but this one has as its last layer RnnOutputLayer1 (RnnOutputLayer): "
                + "it must be an OutputLayer, or a LossLayer behind a DenseLayer.", sequences, 4);
    }

    private static void assertMessage(String message, MultiLayerNetwork network, int batchSize) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> Engine.onDl4j(network, batchSize, 1)).getMessage());
    }
}
