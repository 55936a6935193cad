package homework.model;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.layers.AbstractLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Subtractive normalisation of the Torch convnet: from every map is subtracted the weighted mean over all maps and a window of size × size
 * pixels around the place. The weights are a separable Gaussian g, {@link #gaussian}; beyond the border they count nothing, so that a
 * constant image becomes 0 everywhere.
 *
 * <p>y[c,i,j] = x[c,i,j] − (1/C) Σ<sub>c'</sub> Σ<sub>a,b</sub> g[a−i] g[b−j] x[c',a,b] / Σ<sub>a,b</sub> g[a−i] g[b−j], the sums over the
 * pixels (a, b) inside the map. The shape [n, c, h, w] stays as it is.
 */
public final class SubtractiveNormalization extends MapLayer {
    private static final long serialVersionUID = 1;

    private final int size;

    /** @throws IllegalArgumentException if the size is not odd and at least 1, since the window must have a centre */
    @JsonCreator
    public SubtractiveNormalization(@JsonProperty("size") int size) {
        if (size < 1 || size % 2 == 0) {
            throw new IllegalArgumentException("Subtractive normalisation needs an odd window size of at least 1, not " + size + ".");
        }
        this.size = size;
    }

    /** Height and width of the window in pixels. */
    public int getSize() {
        return size;
    }

    /** Torch's gaussian1D: σ = 0.25 size, scaled to sum 1; for size 7 about .055 .124 .202 .238 .202 .124 .055. */
    public static double[] gaussian(int size) {
        double[] weights = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double z = (i - (size - 1) / 2.0) / (0.25 * size);
            weights[i] = Math.exp(-z * z / 2);
            sum += weights[i];
        }
        for (int i = 0; i < size; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    @Override
    InputTypeConvolutional output(InputTypeConvolutional maps) {
        return maps;
    }

    @Override
    AbstractLayer<SubtractiveNormalization> computing(NeuralNetConfiguration configuration, DataType type) {
        return new SubtractiveNormalizationLayer(configuration, type);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SubtractiveNormalization that && super.equals(that) && size == that.size;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), size);
    }

    @Override
    public String toString() {
        return "SubtractiveNormalization(" + size + "x" + size + ")";
    }
}
