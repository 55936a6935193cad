package homework.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** L2 pooling and subtractive normalisation against the loops of their definitions, forward and backward. */
class MapLayersTest {
    private static final LayerWorkspaceMgr PLAIN = LayerWorkspaceMgr.noWorkspaces();

    @ParameterizedTest
    @CsvSource({"1, 1, 4, 4, 2, 2", "2, 3, 9, 7, 3, 2", "2, 2, 8, 11, 3, 3", "1, 4, 6, 5, 3, 1",
        "3, 1, 5, 5, 2, 3", "2, 2, 3, 4, 3, 5", "1, 2, 4, 3, 1, 1"})
    void l2PoolingIsItsDefinition(int n, int c, int h, int w, int kernel, int stride) {
        for (DataType type : new DataType[] {DataType.DOUBLE, DataType.FLOAT}) {
            INDArray x = Examples.normal(type, 1, n, c, h, w);
            Layer layer = layer(new L2Pooling(kernel, stride), type);
            INDArray y = layer.activate(x, true, PLAIN);
            assertClose(Naive.l2(x, kernel, stride, null), y);
            INDArray dy = Examples.normal(type, 2, y.shape());
            assertClose(Naive.l2(x, kernel, stride, dy), layer.backpropGradient(dy, PLAIN).getSecond());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 5, 5, 3", "2, 3, 8, 6, 5", "2, 2, 7, 9, 7", "1, 4, 4, 3, 7", "2, 2, 3, 3, 15", "3, 2, 4, 5, 1", "1, 2, 1, 6, 3"})
    void subtractiveNormalizationIsItsDefinition(int n, int c, int h, int w, int size) {
        for (DataType type : new DataType[] {DataType.DOUBLE, DataType.FLOAT}) {
            INDArray x = Examples.normal(type, 3, n, c, h, w);
            Layer layer = layer(new SubtractiveNormalization(size), type);
            assertClose(Naive.subtractive(x, size), layer.activate(x, true, PLAIN));
            INDArray dy = Examples.normal(type, 4, n, c, h, w);
            assertClose(Naive.subtractiveBackward(dy, size), layer.backpropGradient(dy, PLAIN).getSecond());
        }
    }

    @Test
    void theLayoutInMemoryDoesNotMatter() {
        INDArray x = Examples.normal(DataType.DOUBLE, 5, 2, 3, 6, 7);
        // The same numbers with the first index fastest, and as a window of something larger.
        INDArray window = Nd4j.zeros(DataType.DOUBLE, 2, 3, 8, 9).get(all(), all(), interval(1, 7), interval(1, 8)).assign(x);
        INDArray dy = Examples.normal(DataType.DOUBLE, 6, 2, 3, 2, 3);
        for (INDArray same : new INDArray[] {x.dup('f'), window}) {
            Layer pooling = layer(new L2Pooling(3, 2), DataType.DOUBLE);
            assertClose(Naive.l2(x, 3, 2, null), pooling.activate(same, true, PLAIN));
            assertClose(Naive.l2(x, 3, 2, dy), pooling.backpropGradient(dy.dup('f'), PLAIN).getSecond());
            Layer normalization = layer(new SubtractiveNormalization(5), DataType.DOUBLE);
            assertClose(Naive.subtractive(x, 5), normalization.activate(same, true, PLAIN));
            assertClose(Naive.subtractiveBackward(x, 5), normalization.backpropGradient(same, PLAIN).getSecond());
            assertClose(x, same);
        }
    }

    @Test
    void aWindowOfZerosHasGradientZero() {
        for (DataType type : new DataType[] {DataType.DOUBLE, DataType.FLOAT}) {
            // The left half is blank, and windows 3/2 reach over its edge.
            INDArray x = Examples.normal(type, 7, 1, 2, 9, 9);
            x.get(all(), all(), all(), interval(0, 5)).assign(0);
            Layer layer = layer(new L2Pooling(3, 2), type);
            INDArray y = layer.activate(x, true, PLAIN);
            assertEquals(0, y.getDouble(0, 0, 0, 0));
            INDArray dy = Nd4j.ones(type, y.shape());
            INDArray dx = layer.backpropGradient(dy, PLAIN).getSecond();
            assertTrue(!dx.isNaN().any() && !dx.isInfinite().any(), dx.toString());
            assertEquals(0, dx.get(all(), all(), all(), interval(0, 5)).norm1Number().doubleValue());
            assertClose(Naive.l2(x, 3, 2, dy), dx);
        }
    }

    @Test
    void aConstantImageBecomesZeroUpToTheBorder() {
        INDArray y = layer(new SubtractiveNormalization(7), DataType.DOUBLE).activate(Nd4j.ones(DataType.DOUBLE, 2, 3, 9, 5).muli(4), false, PLAIN);
        assertEquals(0, y.norm1Number().doubleValue(), 1e-12);
    }

    @Test
    void layersAreEqualWhenTheirNumbersAre() {
        assertEquals(new L2Pooling(3, 2), new L2Pooling(3, 2));
        assertNotEquals(new L2Pooling(3, 2), new L2Pooling(2, 2));
        assertNotEquals(new L2Pooling(3, 2), new L2Pooling(3, 3));
        assertEquals(new SubtractiveNormalization(7), new SubtractiveNormalization(7));
        assertNotEquals(new SubtractiveNormalization(7), new SubtractiveNormalization(9));
    }

    @Test
    void torchsGaussian() {
        assertArrayEquals(new double[] {.055, .124, .202, .238, .202, .124, .055}, SubtractiveNormalization.gaussian(7), .0006);
    }

    @Test
    void impossibleWindowsAreTold() {
        assertMessage("L2 pooling needs a kernel and a stride of at least 1, not 2 and 0.", () -> new L2Pooling(2, 0));
        assertMessage("Subtractive normalisation needs an odd window size of at least 1, not 6.", () -> new SubtractiveNormalization(6));
        L2Pooling pooling = new L2Pooling(3, 2);
        pooling.setLayerName("pool3");
        assertMessage("Layer pool3 (L2 pooling 3x3) does not fit into its input of 1x2.",
                () -> pooling.getOutputType(0, InputType.convolutional(1, 2, 8)));
        assertMessage("Layer pool3 (L2Pooling) needs maps [channels, height, width], but its input is [5].",
                () -> pooling.getOutputType(0, InputType.feedForward(5)));
        assertMessage("Layer pool3 (L2Pooling) needs maps with the channels first, NCHW, but they are NHWC.",
                () -> pooling.getOutputType(0, InputType.convolutional(9, 9, 1, CNN2DFormat.NHWC)));
    }

    private static void assertMessage(String message, Executable executable) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, executable).getMessage());
    }

    private static Layer layer(MapLayer layer, DataType type) {
        NeuralNetConfiguration configuration = new NeuralNetConfiguration.Builder().dataType(type).layer(layer).build();
        return layer.instantiate(configuration, null, 0, null, false, type);
    }

    private static void assertClose(INDArray expected, INDArray actual) {
        assertArrayEquals(expected.shape(), actual.shape());
        assertEquals(expected.dataType(), actual.dataType());
        double tolerance = expected.dataType() == DataType.DOUBLE ? 1e-13 : 5e-6;
        assertArrayEquals(expected.dup('c').data().asDouble(), actual.dup('c').data().asDouble(), tolerance);
    }
}
