package homework.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/** One step of plain gradient descent with a learning rate of 1: the gradient is what the parameters lose. */
class ClippingTest {
    private static final int EXAMPLES = 4;
    private static final Mlp MLP = new Mlp().inputs(6).hidden(5).initialisation(Initialisation.torch()).learningRate(1).doublePrecision();

    @Test
    void everyEntry() {
        double limit = .03;
        for (int layer = 0; layer < 2; layer++) {
            INDArray gradient = step(MLP, layer);
            INDArray clipped = Transforms.min(Transforms.max(gradient, -limit), limit);
            assertTrue(gradient.minNumber().doubleValue() < -limit && gradient.maxNumber().doubleValue() > limit, "both ends are clipped");
            assertTrue(Transforms.abs(gradient).minNumber().doubleValue() < limit, "and not everything");
            assertClose(clipped, step(MLP.clipValues(limit), layer));
        }
    }

    /** Of the mean over the minibatch: a limit just above its length changes nothing, one below shortens it to the limit. */
    @Test
    void theLengthOfALayersGradient() {
        for (int layer = 0; layer < 2; layer++) {
            INDArray gradient = step(MLP, layer);
            double length = gradient.norm2Number().doubleValue();
            assertClose(gradient, step(MLP.clipNorm(1.01 * length), layer));
            assertClose(gradient.mul(.25), step(MLP.clipNorm(.25 * length), layer));
        }
    }

    /** Weight decay is not clipped: it comes behind. */
    @Test
    void decayComesBehind() {
        INDArray weights = MLP.build(1).getParam("0_W").dup();
        INDArray clipped = step(MLP.clipValues(.03), 0);
        INDArray decayed = step(MLP.clipValues(.03).l2(.5), 0);
        INDArray difference = decayed.sub(clipped);
        assertClose(Nd4j.toFlattened('f', weights).reshape(30).mul(.5), difference.get(NDArrayIndex.interval(0, 30)));
    }

    @Test
    void theLastOneCounts() {
        assertClose(step(MLP.clipNorm(.01), 0), step(MLP.clipValues(.02).clipNorm(.01), 0));
        assertClose(step(MLP.clipValues(.02), 0), step(MLP.clipNorm(.01).clipValues(.02), 0));
    }

    /** DL4J moves them as if by a gradient; far from what they are to become, they would need thousands of steps. */
    @Test
    void runningStatisticsAreNotHeldBack() {
        Mlp normed = MLP.batchNorm();
        for (Mlp clipping : new Mlp[] {normed.clipValues(1e-6), normed.clipNorm(1e-6)}) {
            MultiLayerNetwork network = clipping.build(1);
            MultiLayerNetwork free = normed.build(1);
            DataSet batch = Examples.batch(MLP, network, EXAMPLES, 2);
            batch.setFeatures(batch.getFeatures().add(100));
            network.fit(batch);
            free.fit(batch);
            Examples.assertIdentical(free.getParam("0_mean"), network.getParam("0_mean"));
            Examples.assertIdentical(free.getParam("0_var"), network.getParam("0_var"));
            assertEquals(10, network.getParam("0_mean").meanNumber().doubleValue(), 1);
        }
    }

    @Test
    void impossibleLimitsAreTold() {
        assertMessage("Gradients are clipped at a limit above 0, not 0.0.", () -> MLP.clipValues(0));
        assertMessage("Gradients are clipped at a limit above 0, not -1.0.", () -> MLP.clipNorm(-1));
        assertMessage("Gradients are clipped at a limit above 0, not NaN.", () -> MLP.clipNorm(Double.NaN));
    }

    /** What a layer's parameters lose, in the order of the network's memory. */
    private static INDArray step(Mlp mlp, int layer) {
        MultiLayerNetwork network = mlp.build(1);
        INDArray before = network.getLayer(layer).params().dup();
        network.fit(Examples.batch(MLP, network, EXAMPLES, 2));
        return before.subi(network.getLayer(layer).params()).reshape(before.length());
    }

    private static void assertClose(INDArray expected, INDArray actual) {
        assertArrayEquals(expected.castTo(DataType.DOUBLE).toDoubleVector(), actual.castTo(DataType.DOUBLE).toDoubleVector(), 1e-14);
    }

    private static void assertMessage(String message, Executable executable) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, executable).getMessage());
    }
}
