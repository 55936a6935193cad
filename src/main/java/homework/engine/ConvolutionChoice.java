package homework.engine;

import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_winograd;

import java.util.function.IntFunction;
import org.bytedeco.dnnl.primitive_desc;

/**
 * Which of oneDNN's convolutions is the fastest for given sizes. A fixed rule, not a measurement: another choice would change the last
 * digits from run to run.
 */
final class ConvolutionChoice {
    /** A tile of Winograd's algorithm F(4×4, 3×3): outputs along one side. */
    private static final long TILE = 4;
    private static final long FEWEST_CHANNELS = 32;
    private static final long FEWEST_TILES = 16;
    /** How much padding to blocks of 16 must waste, against blocks of 8, before the kernels for 8 are faster though they do less at once. */
    private static final double WASTE = 1.45;
    private static final long MOST_CHANNELS_OF_IMAGES = 4;

    private final long in;
    private final long out;
    private final boolean winograd;

    /**
     * @param weights [out, in, height, width]
     * @param output [n, out, height, width]
     */
    ConvolutionChoice(long[] weights, Window window, long[] output) {
        out = weights[0];
        in = weights[1];
        boolean threeByThree = window.height() == 3 && window.width() == 3 && window.strideHeight() == 1 && window.strideWidth() == 1;
        boolean wholeTiles = output[2] >= TILE && output[3] >= TILE
                && output[0] * blocks(output[2], TILE) * blocks(output[3], TILE) >= FEWEST_TILES;
        winograd = threeByThree && wholeTiles && Math.min(in, out) >= FEWEST_CHANNELS;
    }

    /** @param describe makes the description of a forward pass for an algorithm */
    <P extends primitive_desc> P forward(IntFunction<P> describe) {
        return narrowIsFaster() ? narrow(describe) : toData(describe);
    }

    /** @param describe makes the description of a pass to the weights for an algorithm */
    <P extends primitive_desc> P toWeights(IntFunction<P> describe) {
        return narrowIsFaster() ? narrow(describe) : toData(describe);
    }

    /** Images have so few channels that these are not padded to blocks. */
    private boolean narrowIsFaster() {
        return in > MOST_CHANNELS_OF_IMAGES && waste(in) * waste(out) > WASTE;
    }

    /** How many times as much is calculated with channels in blocks of 16 as with blocks of 8. */
    private static double waste(long channels) {
        return 2.0 * blocks(channels, 16) / blocks(channels, 8);
    }

    /**
     * The kernels for blocks of 8 are never faster here.
     *
     * @param describe makes the description of a pass to the data for an algorithm
     */
    <P extends primitive_desc> P toData(IntFunction<P> describe) {
        if (winograd) {
            try {
                return describe.apply(dnnl_convolution_winograd);
            } catch (RuntimeException e) {
                // This processor has no such kernel.
                return describe.apply(dnnl_convolution_direct);
            }
        }
        return describe.apply(dnnl_convolution_direct);
    }

    private static <P extends primitive_desc> P narrow(IntFunction<P> describe) {
        P description = describe.apply(dnnl_convolution_direct);
        do {
            if (Workshop.implementation(description).equals("jit:avx2")) {
                return description;
            }
        } while (description.next_impl());
        return describe.apply(dnnl_convolution_direct);
    }

    private static long blocks(long length, long block) {
        return (length + block - 1) / block;
    }
}
