package homework.model;

import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;

/**
 * The convnet of {@code uva-2019}: convolutions 3×3 that keep the size, each followed by batch normalisation and ReLU, in five blocks of
 * 64, 128, 256 twice, 512 twice and 512 twice, each block closed by max pooling 3×3 with stride 2 and padding 1; then one dense layer.
 * Images 3×32×32; 9,231,114 trained parameters; Adam 1e-4 (batch 32); PyTorch's initialisation.
 *
 * <p>DL4J's running variance divides the squared deviations of the n values of a channel by n, PyTorch's by n − 1.
 */
public final class SmallVgg extends NetworkBuilder<SmallVgg> {
    private static final int[] CONVOLUTIONS = {1, 1, 2, 2, 2};
    private static final Pooling POOLING = Pooling.max(3, 2).padded(1);

    private int[] input = {3, 32, 32};
    private int[] widths = {64, 128, 256, 512, 512};
    private int classes = 10;

    /** The published model. */
    public SmallVgg() {
        super(new Adam(1e-4), Initialisation.torch());
    }

    /** Shape of one image; 3×32×32 unless told. */
    public SmallVgg input(int channels, int height, int width) {
        int[] shape = Check.positive(new int[] {channels, height, width}, "Channels, height and width");
        return with(copy -> copy.input = shape);
    }

    /** Filters in each of the five blocks; 64, 128, 256, 512, 512 unless told. */
    public SmallVgg filters(int... blocks) {
        int[] checked = Check.positive(blocks, "The number of filters");
        if (checked.length != CONVOLUTIONS.length) {
            throw new IllegalArgumentException("There are " + CONVOLUTIONS.length + " blocks, but " + checked.length + " numbers of filters.");
        }
        return with(copy -> copy.widths = checked);
    }

    /** Classes; 10 unless told. */
    public SmallVgg classes(int number) {
        return with(copy -> copy.classes = Check.positive(number, "The number of classes"));
    }

    @Override
    LayerStack layers() {
        LayerStack stack = LayerStack.onImages(input[0], input[1], input[2]);
        for (int block = 0; block < widths.length; block++) {
            for (int i = 0; i < CONVOLUTIONS[block]; i++) {
                String place = (block + 1) + (CONVOLUTIONS[block] == 1 ? "" : i == 0 ? "a" : "b");
                stack.convolution("conv" + place, widths[block], 3, 1, Activation.IDENTITY).batchNorm("norm" + place, 1e-5, .9)
                        .activation("relu" + place, Activation.RELU);
            }
            stack.pooling("pool" + (block + 1), POOLING);
        }
        return stack.output("output", classes, Loss.NEGATIVE_LOG_LIKELIHOOD);
    }
}
