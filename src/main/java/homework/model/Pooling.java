package homework.model;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;

/**
 * A kind of pooling with its window and stride in pixels: from h pixels ⌊(h + 2 padding − size)/stride⌋ + 1 are left.
 *
 * @param kind what is taken over the window
 * @param size height and width of the window
 * @param stride pixels from one window to the next
 * @param padding pixels added on every side, which win no maximum; 0 for L2 and average pooling
 */
public record Pooling(Kind kind, int size, int stride, int padding) {

    /** Root of the sum of squares, maximum, or mean over the window. */
    public enum Kind {
        L2, MAX, AVERAGE
    }

    public Pooling {
        if (size < 1 || stride < 1 || padding < 0 || padding >= size) {
            throw new IllegalArgumentException("Pooling needs a size and a stride of at least 1 and a padding from 0 to below the size, not "
                    + size + ", " + stride + " and " + padding + ".");
        }
        if (padding > 0 && kind != Kind.MAX) {
            throw new IllegalArgumentException("Only max pooling can be padded here, not " + kind + " pooling.");
        }
    }

    /** Root of the sum of squares, see {@link L2Pooling}. */
    public static Pooling l2(int size, int stride) {
        return new Pooling(Kind.L2, size, stride, 0);
    }

    /** Maximum. */
    public static Pooling max(int size, int stride) {
        return new Pooling(Kind.MAX, size, stride, 0);
    }

    /** Mean over size · size pixels. */
    public static Pooling average(int size, int stride) {
        return new Pooling(Kind.AVERAGE, size, stride, 0);
    }

    /** The same with that many pixels added on every side; for max pooling alone. */
    public Pooling padded(int pixels) {
        return new Pooling(kind, size, stride, pixels);
    }

    Layer layer() {
        if (kind == Kind.L2) {
            return new L2Pooling(size, stride);
        }
        return new SubsamplingLayer.Builder(kind == Kind.MAX ? PoolingType.MAX : PoolingType.AVG).kernelSize(size, size)
                .stride(stride, stride).padding(padding, padding).convolutionMode(ConvolutionMode.Truncate).build();
    }

    @Override
    public String toString() {
        String name = switch (kind) {
            case L2 -> "L2";
            case MAX -> "max";
            case AVERAGE -> "average";
        };
        return name + " pooling " + size + "x" + size + ", stride " + stride + (padding == 0 ? "" : ", padding " + padding);
    }
}
