package homework.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * The convnet of {@code nyu-2015}, {@code nyu-2016} and {@code kit-lab1}: stages of convolution, activation, pooling and subtractive
 * normalisation, then a dense layer and the output.
 *
 * <p>As published it reads images 1×32×32 and has two stages of 64 filters 5×5, tanh, L2 pooling 2×2, stride 2, normalisation over 7×7,
 * a dense layer of 128, 10 classes, negative log-likelihood, Torch's initialisation, plain SGD with learning rate 1e-3 (one image a step):
 * 310,346 parameters.
 *
 * <pre>{@code new TorchConvnet().convolutions(128, 128).dense(256).pooling(Pooling.l2(3, 2)).build(seed)}</pre>
 */
public final class TorchConvnet extends NetworkBuilder<TorchConvnet> {
    private int[] input = {1, 32, 32};
    private int[] widths = {64, 64};
    private double[] droppedAfter = {0, 0};
    private int dense = 128;
    private double droppedAfterDense;
    private int classes = 10;
    private int filter = 5;
    private int[] paddings = {0};
    private Pooling pooling = Pooling.l2(2, 2);
    private int normalization = 7;
    private Activation activation = Activation.TANH;
    private Loss loss = Loss.NEGATIVE_LOG_LIKELIHOOD;

    /** The published model. */
    public TorchConvnet() {
        super(new Sgd(1e-3), Initialisation.torch());
    }

    /** Shape of one image; 1×32×32 unless told. */
    public TorchConvnet input(int channels, int height, int width) {
        int[] shape = Check.positive(new int[] {channels, height, width}, "Channels, height and width");
        return with(copy -> copy.input = shape);
    }

    /** Filters of each convolution layer, one number a layer; 64, 64 unless told. Dropout set after a layer stays with it. */
    public TorchConvnet convolutions(int... filters) {
        int[] checked = Check.positive(filters, "The number of filters");
        Check.positive(checked.length, "The number of convolution layers");
        return with(copy -> {
            copy.widths = checked;
            copy.droppedAfter = Arrays.copyOf(droppedAfter, checked.length);
            copy.paddings = paddings.length == 1 ? paddings : Arrays.copyOf(paddings, checked.length);
        });
    }

    /** Units of the dense layer; 128 unless told. */
    public TorchConvnet dense(int units) {
        return with(copy -> copy.dense = Check.positive(units, "The number of units"));
    }

    /** Classes; 10 unless told. */
    public TorchConvnet classes(int number) {
        return with(copy -> copy.classes = Check.positive(number, "The number of classes"));
    }

    /** Height and width of all filters; 5 unless told. */
    public TorchConvnet filter(int size) {
        return with(copy -> copy.filter = Check.positive(size, "The filter size"));
    }

    /**
     * Zeros around the input of the convolutions, in pixels: one number for all of them, or one for each; 0 unless told. (filter − 1)/2 keeps
     * the size of the maps: three stages with 5×5 filters need padding, for without it the third would pool maps of 1×1.
     */
    public TorchConvnet padding(int... pixels) {
        if (pixels.length != 1 && pixels.length != widths.length) {
            throw new IllegalArgumentException("One padding for all convolutions is expected, or " + widths.length + ", one for each, not "
                    + pixels.length + "; call convolutions(...) first.");
        }
        int[] checked = pixels.clone();
        for (int each : checked) {
            Check.notNegative(each, "The padding");
        }
        return with(copy -> copy.paddings = checked);
    }

    /** Pooling of every stage; {@code Pooling.l2(2, 2)} unless told. */
    public TorchConvnet pooling(Pooling value) {
        return with(copy -> copy.pooling = Objects.requireNonNull(value));
    }

    /** Subtractive normalisation over size × size pixels after every pooling; 7 unless told. */
    public TorchConvnet normalization(int size) {
        // The layer itself checks the size.
        return with(copy -> copy.normalization = new SubtractiveNormalization(size).getSize());
    }

    /** Without subtractive normalisation. */
    public TorchConvnet withoutNormalization() {
        return with(copy -> copy.normalization = 0);
    }

    /** Activation of the convolution layers and the dense layer; tanh unless told. */
    public TorchConvnet activation(Activation value) {
        return with(copy -> copy.activation = Objects.requireNonNull(value));
    }

    /**
     * Dropout on the output of a stage, behind pooling and normalisation.
     *
     * @param stage 1 for the first convolution layer
     * @param probability to <em>drop</em> a value, from 0 to below 1; what is kept is divided by 1 − probability
     */
    public TorchConvnet dropOutAfterConvolution(int stage, double probability) {
        if (stage < 1 || stage > widths.length) {
            throw new IllegalArgumentException("Dropout can be set after convolution 1 to " + widths.length + ", not " + stage
                    + "; call convolutions(...) first.");
        }
        return with(copy -> {
            copy.droppedAfter = droppedAfter.clone();
            copy.droppedAfter[stage - 1] = Check.dropped(probability);
        });
    }

    /** Dropout on the output of the dense layer, with the probability to <em>drop</em> a value. */
    public TorchConvnet dropOutAfterDense(double probability) {
        return with(copy -> copy.droppedAfterDense = Check.dropped(probability));
    }

    /** Loss, and with it the activation of the output layer; negative log-likelihood unless told. */
    public TorchConvnet loss(Loss value) {
        return with(copy -> copy.loss = Objects.requireNonNull(value));
    }

    @Override
    LayerStack layers() {
        LayerStack stack = LayerStack.onImages(input[0], input[1], input[2]);
        for (int i = 0; i < widths.length; i++) {
            int stage = i + 1;
            stack.convolution("conv" + stage, widths[i], filter, paddings[i % paddings.length], activation).pooling("pool" + stage, pooling);
            if (normalization > 0) {
                stack.add("norm" + stage, new SubtractiveNormalization(normalization));
            }
            stack.dropOut("drop" + stage, droppedAfter[i]);
        }
        return stack.dense("fc1", dense, activation.getActivationFunction()).dropOut("dropfc1", droppedAfterDense)
                .output("output", classes, loss);
    }

    /** Every option in one line, always in the same words: two builders with the same text build the same network from the same seed. */
    @Override
    public String toString() {
        return "input " + input[0] + "x" + input[1] + "x" + input[2] + "; convolutions " + list(widths) + "; filter " + filter + "; padding "
                + list(IntStream.range(0, widths.length).map(i -> paddings[i % paddings.length]).toArray()) + "; " + pooling
                + "; normalization " + normalization + "; " + activation.name().toLowerCase(Locale.ROOT) + "; dense " + dense + "; dropped "
                + DoubleStream.concat(DoubleStream.of(droppedAfter), DoubleStream.of(droppedAfterDense)).mapToObj(String::valueOf)
                        .collect(Collectors.joining(" ")) + "; classes " + classes + "; " + loss + "; " + settings();
    }

    private static String list(int[] numbers) {
        return IntStream.of(numbers).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }
}
