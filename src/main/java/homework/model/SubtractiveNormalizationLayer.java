package homework.model;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Computes {@link SubtractiveNormalization}. With A[i][a] = g[a − i], rows divided by their sums, the local mean of the maps' mean M is
 * A M Bᵀ (A for the rows of M, B for its columns): the border correction is separable as the filter is. So y = x − A M Bᵀ, and backwards
 * dx = dy − (1/C) Aᵀ (Σ dy) B.
 */
final class SubtractiveNormalizationLayer extends WeightlessLayer<SubtractiveNormalization> {
    private static final long serialVersionUID = 1;

    SubtractiveNormalizationLayer(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        INDArray means = filter(input.mean(1), weights(input.size(2)), weights(input.size(3)));
        return workspaces.leverageTo(ArrayType.ACTIVATIONS, subtractFromEveryMap(input, means));
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray means = filter(epsilon.mean(1), weights(epsilon.size(2)).transpose(), weights(epsilon.size(3)).transpose());
        return new Pair<>(new DefaultGradient(), workspaces.leverageTo(ArrayType.ACTIVATION_GRAD, subtractFromEveryMap(epsilon, means)));
    }

    private static INDArray subtractFromEveryMap(INDArray maps, INDArray means) {
        return maps.sub(means.reshape(means.size(0), 1, means.size(1), means.size(2)));
    }

    /** A M Bᵀ for each image M of [n, h, w]; A is [h, h], B is [w, w]. */
    private static INDArray filter(INDArray images, INDArray a, INDArray b) {
        long n = images.size(0);
        long h = images.size(1);
        long w = images.size(2);
        INDArray rows = images.dup('c').reshape('c', n * h, w).mmul(b.transpose()).dup('c').reshape('c', n, h, w);
        INDArray columns = rows.permute(0, 2, 1).dup('c').reshape('c', n * w, h).mmul(a.transpose()).dup('c').reshape('c', n, w, h);
        return columns.permute(0, 2, 1).dup('c');
    }

    /** The filter along one side as a matrix [length, length] whose rows sum to 1. */
    private INDArray weights(long length) {
        double[] gaussian = SubtractiveNormalization.gaussian(layerConf().getSize());
        int half = gaussian.length / 2;
        double[][] rows = new double[(int) length][(int) length];
        for (int i = 0; i < length; i++) {
            double sum = 0;
            for (int a = Math.max(0, i - half); a <= Math.min(length - 1, i + half); a++) {
                rows[i][a] = gaussian[a - i + half];
                sum += rows[i][a];
            }
            for (int a = 0; a < length; a++) {
                rows[i][a] /= sum;
            }
        }
        return Nd4j.createFromArray(rows).castTo(dataType);
    }
}
