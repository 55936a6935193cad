package homework.bench;

import homework.model.Initialisation;
import homework.model.Mlp;
import homework.model.Nyu2017Baseline;
import homework.model.SmallVgg;
import homework.model.TorchConvnet;
import java.util.Arrays;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.learning.config.Adam;

/** What is trained: a network, the size of its batches and the kind of images it reads. */
enum Workload {
    TORCH_CONVNET_1("torch-convnet", 1, 10_000, 3, Source.DIGITS_PADDED, seed -> new TorchConvnet().build(seed)),
    TORCH_CONVNET_64("torch-convnet", 64, 9_984, 3, Source.DIGITS_PADDED, seed -> new TorchConvnet().build(seed)),
    TORCH_CONVNET_2000("torch-convnet", 2_000, 2_000, 3, Source.DIGITS_PADDED, seed -> new TorchConvnet().build(seed)),
    LENET_64("lenet", 64, 9_984, 3, Source.DIGITS, LeNet::build),
    NYU_2017_64("nyu-2017", 64, 9_984, 0, Source.DIGITS, seed -> new Nyu2017Baseline().build(seed)),
    MLP_500("mlp", 500, 5_000, 3, Source.COLOUR_ROWS, seed -> new Mlp().hidden(1000, 500, 200, 50).updater(new Adam(1e-3))
            .initialisation(Initialisation.torch()).build(seed)),
    SMALL_VGG_32("small-vgg", 32, 3_200, 2, Source.COLOUR, seed -> new SmallVgg().build(seed));

    private final String net;
    private final int batch;
    private final int examples;
    private final int checkedSteps;
    private final Source source;
    private final LongFunction<MultiLayerNetwork> builder;

    Workload(String net, int batch, int examples, int checkedSteps, Source source, LongFunction<MultiLayerNetwork> builder) {
        this.net = net;
        this.batch = batch;
        this.examples = examples;
        this.checkedSteps = checkedSteps;
        this.source = source;
        this.builder = builder;
    }

    /**
     * The workload of a start file's name, such as {@code torch-convnet-64}.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Workload named(String key) {
        return Arrays.stream(values()).filter(workload -> workload.key().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no workload " + key + ". There are: "
                        + Arrays.stream(values()).map(Workload::key).collect(Collectors.joining(", "))));
    }

    /** The network's name and the batch size, which is also the name of its start file. */
    String key() {
        return net + "-" + batch;
    }

    /** The name by which the rivals know the network. */
    String net() {
        return net;
    }

    /** Images in a step. */
    int batch() {
        return batch;
    }

    /** Images in the start file, a multiple of the batch size. */
    int examples() {
        return examples;
    }

    /**
     * Training steps whose losses must agree between contenders; none with dropout, which each draws in its own way, and
     * two where Adam divides gradients that are all but 0 by their own size, which enlarges rounding.
     */
    int checkedSteps() {
        return checkedSteps;
    }

    /** Where its images come from. */
    Source source() {
        return source;
    }

    /** The network, initialised from the seed. */
    MultiLayerNetwork network(long seed) {
        return builder.apply(seed);
    }
}
