package homework.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Bounds and moments of what each initialisation draws, on the published networks. */
class InitialisationTest {

    @Test
    void torchIsUniformByTheInputsOfOneOutput() {
        MultiLayerNetwork network = new TorchConvnet().build(1);
        assertUniform(network.getParam("0_W"), 25);
        assertUniform(network.getParam("3_W"), 64 * 25);
        assertUniform(network.getParam("6_W"), 1600);
        assertUniform(network.getParam("7_W"), 128);
        // 64 and 128 biases, from the same intervals as their weights.
        assertUniform(network.getParam("0_b"), 25);
        assertUniform(network.getParam("3_b"), 64 * 25);
        assertUniform(network.getParam("6_b"), 1600);
    }

    private static void assertUniform(INDArray values, int fanIn) {
        double bound = 1 / Math.sqrt(fanIn);
        double largest = values.amaxNumber().doubleValue();
        assertTrue(largest <= bound, largest + " above the bound " + bound);
        assertTrue(largest > bound * (1 - 12.0 / values.length()), "the largest, " + largest + ", is far from the bound " + bound);
        assertMoments(values, bound / Math.sqrt(3), 1.8);
    }

    /** Mean 0 and this standard deviation, each within five standard errors; kurtosis 3 for normal, 1.8 for uniform values. */
    private static void assertMoments(INDArray values, double sd, double kurtosis) {
        double n = values.length();
        double mean = values.meanNumber().doubleValue();
        double square = values.mul(values).meanNumber().doubleValue();
        assertEquals(0, mean / sd, 5 / Math.sqrt(n));
        assertEquals(1, square / (sd * sd), 5 * Math.sqrt((kurtosis - 1) / n));
    }

    @Test
    void xavierAndHeAreNormal() {
        MultiLayerNetwork xavier = new TorchConvnet().initialisation(Initialisation.xavier()).build(1);
        assertMoments(xavier.getParam("3_W"), Math.sqrt(2.0 / (64 * 25 + 64 * 25)), 3);
        assertMoments(xavier.getParam("0_W"), Math.sqrt(2.0 / (25 + 64 * 25)), 3);
        assertMoments(xavier.getParam("6_W"), Math.sqrt(2.0 / (1600 + 128)), 3);
        MultiLayerNetwork he = new TorchConvnet().initialisation(Initialisation.he()).build(1);
        assertMoments(he.getParam("3_W"), Math.sqrt(2.0 / (64 * 25)), 3);
        assertMoments(he.getParam("7_W"), Math.sqrt(2.0 / 128), 3);
        for (MultiLayerNetwork network : new MultiLayerNetwork[] {xavier, he}) {
            assertEquals(0, network.getParam("0_b").norm1Number().doubleValue());
            assertEquals(0, network.getParam("6_b").norm1Number().doubleValue());
        }
    }

    @Test
    void theMlpStartsWithTinyWeights() {
        MultiLayerNetwork network = new Mlp().build(1);
        assertMoments(network.getParam("0_W"), 1e-4, 3);
        assertMoments(network.getParam("1_W"), 1e-4, 3);
        assertEquals(0, network.getParam("0_b").norm1Number().doubleValue() + network.getParam("1_b").norm1Number().doubleValue());
    }

    @Test
    void batchNormalisationStartsAsTheIdentity() {
        MultiLayerNetwork network = new Mlp().inputs(6).batchNorm().build(1);
        assertEquals(Nd4j.ones(6), network.getParam("0_gamma"));
        assertEquals(Nd4j.zeros(6), network.getParam("0_beta"));
        assertEquals(Nd4j.zeros(6), network.getParam("0_mean"));
        assertEquals(Nd4j.ones(6), network.getParam("0_var"));
    }

    @Test
    void drawsAreThoseOfOneGeneratorInTheOrderOfTheLayers() {
        // So they cannot depend on threads or on what ND4J drew before: the first weights and biases can be told from the seed alone.
        Nd4j.rand(7);
        MultiLayerNetwork network = new TorchConvnet().convolutions(2).build(5);
        Random random = new Random(new SplittableRandom(5).nextLong());
        INDArray weights = network.getParam("0_W");
        for (int i = 0; i < 50; i++) {
            assertEquals((2 * random.nextDouble() - 1) / 5, weights.getDouble(i / 25, 0, i / 5 % 5, i % 5), 1e-8);
        }
        assertEquals((2 * random.nextDouble() - 1) / 5, network.getParam("0_b").getDouble(0), 1e-8);
    }

    @Test
    void theSavedConfigurationAloneStartsAlike() {
        // DL4J draws its weights from the same distribution, but knows no random biases.
        MultiLayerConfiguration saved = MultiLayerConfiguration.fromJson(new TorchConvnet().build(1).getLayerWiseConfigurations().toJson());
        MultiLayerNetwork anew = new MultiLayerNetwork(saved);
        anew.init();
        assertUniform(anew.getParam("3_W"), 64 * 25);
        assertEquals(0, anew.getParam("3_b").norm1Number().doubleValue());
    }

    @Test
    void noSpreadIsAnError() {
        assertEquals("The standard deviation must be above 0, not 0.0: with equal weights all units of a layer stay equal.",
                assertThrows(IllegalArgumentException.class, () -> Initialisation.normal(0)).getMessage());
    }
}
