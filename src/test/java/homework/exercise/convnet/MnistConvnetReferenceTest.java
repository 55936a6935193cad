package homework.exercise.convnet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.gradient.GradientCheck;
import homework.gradient.GradientReport;
import homework.gradient.Values;
import homework.model.L2Pooling;
import homework.model.SubtractiveNormalization;
import java.util.Arrays;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The reference answers against the layers of homework.model in double, and against finite differences. */
class MnistConvnetReferenceTest {
    private static final double CLOSE = 1e-12;
    private static final LayerWorkspaceMgr PLAIN = LayerWorkspaceMgr.noWorkspaces();

    @ParameterizedTest
    @CsvSource({"1, 4, 4, 2, 2", "3, 9, 7, 3, 2", "2, 8, 11, 3, 3", "2, 5, 6, 2, 1", "1, 7, 5, 2, 3"})
    void l2Pooling(int channels, int height, int width, int size, int stride) {
        double[][][] x = NormalMaps.of(1, channels, height, width);
        double[][][] y = L2PoolKnown.l2Pool(x, size, stride);
        double[][][] gradient = NormalMaps.of(2, channels, y[0].length, y[0][0].length);
        double[][][] dx = L2PoolBackwardKnown.backward(x, size, stride, gradient);
        L2Pooling pooling = new L2Pooling(size, stride);
        Layer layer = pooling.instantiate(configuration(pooling), null, 0, null, false, DataType.DOUBLE);
        same(layer.activate(batch(x), true, PLAIN), y);
        same(layer.backpropGradient(batch(gradient), PLAIN).getSecond(), dx);
        right(GradientCheck.ofArrays("l2Pool", v -> L2PoolKnown.l2Pool(maps(v), size, stride)).at(Nd4j.createFromArray(x))
                .upstream(Nd4j.createFromArray(gradient)).backward((v, g) -> dx));
    }

    @ParameterizedTest
    @CsvSource({"1, 5, 5, 3", "3, 8, 6, 5", "2, 7, 9, 7", "4, 4, 3, 7", "2, 3, 3, 15"})
    void subtractiveNormalisation(int channels, int height, int width, int size) {
        double[] g = SubtractiveNormalization.gaussian(size);
        double[][][] x = NormalMaps.of(3, channels, height, width);
        double[][][] gradient = NormalMaps.of(4, channels, height, width);
        double[][][] dx = SubtractMeanBackwardKnown.backward(gradient, g);
        SubtractiveNormalization normalization = new SubtractiveNormalization(size);
        Layer layer = normalization.instantiate(configuration(normalization), null, 0, null, false, DataType.DOUBLE);
        same(layer.activate(batch(x), true, PLAIN), SubtractMeanKnown.subtract(x, g));
        same(layer.backpropGradient(batch(gradient), PLAIN).getSecond(), dx);
        right(GradientCheck.ofArrays("subtractMean", v -> SubtractMeanKnown.subtract(maps(v), g)).at(Nd4j.createFromArray(x))
                .upstream(Nd4j.createFromArray(gradient)).backward((v, d) -> dx));
    }

    private static NeuralNetConfiguration configuration(org.deeplearning4j.nn.conf.layers.Layer layer) {
        return new NeuralNetConfiguration.Builder().dataType(DataType.DOUBLE).layer(layer).build();
    }

    /** One image as a batch of one. */
    private static INDArray batch(double[][][] maps) {
        return Nd4j.createFromArray(maps).reshape(1, maps.length, maps[0].length, maps[0][0].length);
    }

    private static double[][][] maps(INDArray array) {
        double[][][] maps = new double[(int) array.size(0)][][];
        Arrays.setAll(maps, c -> array.get(NDArrayIndex.point(c)).toDoubleMatrix());
        return maps;
    }

    private static void same(INDArray expected, double[][][] got) {
        assertArrayEquals(expected.ravel().toDoubleVector(), Values.of(got).toArray(), CLOSE);
    }

    private static void right(GradientReport report) {
        assertTrue(report.isRight(), report.toString());
    }
}
