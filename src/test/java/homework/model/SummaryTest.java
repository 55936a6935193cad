package homework.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Adam;

/** The published numbers of parameters, and tables counted by hand. */
class SummaryTest {

    @Test
    void parametersAreThePublishedOnes() {
        assertEquals(310_346, new TorchConvnet().summary().parameters());
        assertEquals(21_840, new Nyu2017Baseline().summary().parameters());
        assertEquals(21_840, new Nyu2017Baseline().withoutReluOnLogits().summary().parameters());
        assertEquals(308_310, new Mlp().summary().parameters());
        assertEquals(9_231_114, new SmallVgg().summary().parameters());
    }

    @Test
    void runningStatisticsAreNoParameters() {
        MultiLayerNetwork vgg = new SmallVgg().filters(2, 3, 4, 5, 6).build(1);
        Summary summary = Summary.of(vgg, 3, 32, 32);
        assertEquals(2 * (2 + 3 + 4 + 4 + 5 + 5 + 6 + 6), summary.runningStatistics());
        assertEquals(vgg.numParams(), summary.parameters() + summary.runningStatistics());
        assertEquals(0, new TorchConvnet().summary().runningStatistics());
    }

    @Test
    void torchConvnetByHand() {
        List<SummaryRow> rows = new TorchConvnet().dropOutAfterDense(.5).summary().rows();
        assertEquals(List.of(
                new SummaryRow("conv1", "convolution 5x5, tanh", "64x28x28", 1664, 0, 28 * 28 * 64 * 25),
                new SummaryRow("pool1", "L2 pooling 2x2, stride 2", "64x14x14", 0, 0, 0),
                new SummaryRow("norm1", "subtractive normalisation 7x7", "64x14x14", 0, 0, 0),
                new SummaryRow("conv2", "convolution 5x5, tanh", "64x10x10", 102_464, 0, 10 * 10 * 64 * 64 * 25),
                new SummaryRow("pool2", "L2 pooling 2x2, stride 2", "64x5x5", 0, 0, 0),
                new SummaryRow("norm2", "subtractive normalisation 7x7", "64x5x5", 0, 0, 0),
                new SummaryRow("fc1", "dense, tanh", "128", 204_928, 0, 1600 * 128),
                new SummaryRow("dropfc1", "dropout of 50 %", "128", 0, 0, 0),
                new SummaryRow("output", "dense, softmax, negative log-likelihood", "10", 1290, 0, 1280)), rows);
    }

    @Test
    void aLossLayerHasTheOutputsOfTheLayerBefore() {
        List<SummaryRow> rows = new Nyu2017Baseline().summary().rows();
        assertEquals(new SummaryRow("output", "softmax, negative log-likelihood", "10", 0, 0, 0), rows.get(rows.size() - 1));
    }

    @Test
    void shapesOfThePublishedVariants() {
        // Geometry of reports.md for 32x32: pool 3/2 gives 13 and 4, 3/3 gives 9 and 1, filter 3 gives 15 and 6, filter 7 gives 13 and 3.
        TorchConvnet torch = new TorchConvnet();
        assertEquals(List.of("13x13", "4x4"), pooled(torch.pooling(Pooling.l2(3, 2))));
        assertEquals(List.of("9x9", "1x1"), pooled(torch.pooling(Pooling.l2(3, 3))));
        assertEquals(List.of("15x15", "6x6"), pooled(torch.filter(3)));
        assertEquals(List.of("13x13", "3x3"), pooled(torch.filter(7)));
        assertEquals(List.of("16x16", "8x8", "4x4"), pooled(torch.convolutions(64, 64, 64).padding(2)));
        assertEquals(List.of("12x12", "4x4"), pooled(new Nyu2017Baseline()));
        assertEquals(List.of("16x16", "8x8", "4x4", "2x2", "1x1"), pooled(new SmallVgg().filters(1, 1, 1, 1, 1)));
    }

    private static List<String> pooled(NetworkBuilder<?> builder) {
        return builder.summary().rows().stream().filter(row -> row.layer().startsWith("pool")).map(row -> row.output().replaceFirst("\\d+x", ""))
                .toList();
    }

    @Test
    void everyLayerOfEveryVariantIsTold() {
        BuildersTest.variants().forEach((name, builder) -> builder.summary().rows().forEach(row -> {
            assertTrue(row.layer() != null && !row.what().isEmpty(), name + ": " + row);
            assertTrue(!row.what().matches(".*(Layer|Loss|Activation|Dropout).*"), "a class name instead of words: " + row);
        }));
    }

    @Test
    void theTableIsForPeople() {
        String table = new Mlp().inputs(4).hidden(1200).batchNorm().updater(new Adam(1e-3)).summary().toString();
        assertEquals("""
                layer   what it does                             output  parameters  multiply-adds
                input                                                 4
                norm1   batch normalisation                           4           8
                fc1     dense, leakyrelu(a=0.02)                   1200       6,000          4,800
                norm2   batch normalisation                        1200       2,400
                output  dense, softmax, negative log-likelihood      10      12,010         12,000
                total                                                        20,418         16,800
                and 2,408 running means and variances, which no gradient changes
                """, table.replace(System.lineSeparator(), "\n"));
    }

    /** Arabic has other digits than the format of the columns must have. */
    @Test
    void theTableIsTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        String expected = new TorchConvnet().summary().toString();
        try {
            Locale.setDefault(new Locale("ar", "EG"));
            assertEquals(expected, new TorchConvnet().summary().toString());
        } finally {
            Locale.setDefault(before);
        }
    }

    /** The channels are right, but the dense layer was made for larger images. */
    @Test
    void imagesOfAnotherSizeAreTold() {
        assertMessage("Layer fc1 reads 1600 values, but for examples of this shape there are 64x4x4 before it: the network was made for another shape.",
                new TorchConvnet().build(1), 1, 28, 28);
    }

    @Test
    void aWrongInputShapeIsToldWithBoth() {
        MultiLayerNetwork network = new Nyu2017Baseline().build(1);
        assertMessage("The network reads images [1, height, width], but the shape given is [784].", network, 784);
        assertMessage("The network reads images [1, height, width], but the shape given is [3, 28, 28].", network, 3, 28, 28);
        assertMessage("The network reads 12 features, but the shape given is [1, 28, 28].", new Mlp().inputs(12).build(1), 1, 28, 28);
        assertMessage("The shape of one example is expected, channels, height, width or the number of features, not [28, 28].", network, 28, 28);
    }

    private static void assertMessage(String message, MultiLayerNetwork network, long... shape) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> Summary.of(network, shape)).getMessage());
    }
}
