package homework.model;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.layers.AbstractLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * L2 pooling of the Torch convnet ({@code nyu-2015}, {@code nyu-2016}, {@code kit-lab1}): y = √(Σ x²) over a window of kernel × kernel
 * inputs of one map. It is the root of the <em>sum</em>, not of the mean.
 *
 * <p>[n, c, h, w] becomes [n, c, ⌊(h − kernel)/stride⌋ + 1, ⌊(w − kernel)/stride⌋ + 1]: no padding, and a rest at the border that fills
 * no window is not read. ∂y/∂x = x/y; where y is 0 it is defined as 0. (DL4J's own PNORM pooling gives NaN there.)
 */
public final class L2Pooling extends MapLayer {
    private static final long serialVersionUID = 1;

    private final int kernel;
    private final int stride;

    /** @throws IllegalArgumentException if either is less than 1 */
    @JsonCreator
    public L2Pooling(@JsonProperty("kernel") int kernel, @JsonProperty("stride") int stride) {
        if (kernel < 1 || stride < 1) {
            throw new IllegalArgumentException("L2 pooling needs a kernel and a stride of at least 1, not " + kernel + " and " + stride + ".");
        }
        this.kernel = kernel;
        this.stride = stride;
    }

    /** Height and width of the window in pixels. */
    public int getKernel() {
        return kernel;
    }

    /** Pixels from one window to the next. */
    public int getStride() {
        return stride;
    }

    @Override
    InputTypeConvolutional output(InputTypeConvolutional maps) {
        long height = maps.getHeight();
        long width = maps.getWidth();
        if (Math.min(height, width) < kernel) {
            throw new IllegalArgumentException("Layer " + getLayerName() + " (L2 pooling " + kernel + "x" + kernel
                    + ") does not fit into its input of " + height + "x" + width + ".");
        }
        return (InputTypeConvolutional) InputType.convolutional((height - kernel) / stride + 1, (width - kernel) / stride + 1,
                maps.getChannels());
    }

    @Override
    AbstractLayer<L2Pooling> computing(NeuralNetConfiguration configuration, DataType type) {
        return new L2PoolingLayer(configuration, type);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof L2Pooling that && super.equals(that) && kernel == that.kernel && stride == that.stride;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), kernel, stride);
    }

    @Override
    public String toString() {
        return "L2Pooling(" + kernel + "x" + kernel + ", stride " + stride + ")";
    }
}
