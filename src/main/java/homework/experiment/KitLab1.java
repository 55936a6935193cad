package homework.experiment;

import static homework.experiment.Sweep.Axes.ERROR;

import homework.model.Pooling;
import homework.model.TorchConvnet;
import java.util.List;
import org.nd4j.linalg.activations.Activation;

/** The figures of {@code kit-lab1}: 4200 images, validated on 1800, 15 epochs, one image a step unless that is what varies. */
final class KitLab1 {
    private static final int SEEDS = 5;
    private static final int EPOCHS = 15;
    private static final Images IMAGES = new Images(Images.Part.TENTH, 7);
    private static final TorchConvnet SMALL = new TorchConvnet();
    private static final TorchConvnet MIDDLE = SMALL.convolutions(128, 128).dense(256);
    private static final TorchConvnet FINAL = MIDDLE.pooling(Pooling.l2(3, 2)).dropOutAfterConvolution(1, .5).dropOutAfterConvolution(2, .5)
            .dropOutAfterDense(.5);

    private KitLab1() {
    }

    static List<Sweep> sweeps() {
        return List.of(
                sweep("preprocessing", "Contrast normalisation of the images")
                        .curve("none", on(SMALL).images(new Images(Images.Part.TENTH, 0)), SEEDS)
                        .curve("gaussian 7", on(SMALL), SEEDS),
                sweep("fig1", "Width of the layers")
                        .curve("64-64-128", on(SMALL), SEEDS)
                        .curve("128-128-256", on(MIDDLE), SEEDS)
                        .curve("256-256-512", on(SMALL.convolutions(256, 256).dense(512)), SEEDS),
                sweep("fig2", "Convolution layers")
                        .curve("1 layer", on(SMALL.convolutions(64)), SEEDS)
                        .curve("2 layers", on(SMALL), SEEDS)
                        .curve("3 layers", on(SMALL.convolutions(64, 64, 64).padding(0, 0, 2)), SEEDS)
                        .curve("3 layers, all padded", on(SMALL.convolutions(64, 64, 64).padding(2)), SEEDS),
                batches("fig3", "Batch size, learning rate 0.001", 0),
                batches("fig3-scaled", "Batch size, learning rate 0.001 for each image", 1),
                sweep("fig4", "Optimiser")
                        .curve("SGD", on(MIDDLE), SEEDS)
                        .curve("conjugate gradient", on(MIDDLE).conjugateGradient(2), SEEDS),
                sweep("fig5", "Non-linearity")
                        .curve("tanh", on(SMALL), SEEDS)
                        .curve("ReLU", on(SMALL.activation(Activation.RELU)), SEEDS)
                        .curve("sigmoid", on(SMALL.activation(Activation.SIGMOID)), SEEDS),
                sweep("fig6", "Pooling, size/stride")
                        .curve("2/2", on(SMALL), SEEDS)
                        .curve("3/3", on(SMALL.pooling(Pooling.l2(3, 3))), SEEDS)
                        .curve("3/2", on(SMALL.pooling(Pooling.l2(3, 2))), SEEDS),
                sweep("fig7", "Filter size")
                        .curve("filter 5", on(SMALL), SEEDS)
                        .curve("filter 3", on(SMALL.filter(3)), SEEDS)
                        .curve("filter 7", on(SMALL.filter(7)), SEEDS),
                dropout("fig8", "Dropout, training error"),
                dropout("fig9", "Dropout, validation error"),
                sweep("final", "The final model")
                        .curve("final model", on(FINAL).images(new Images(Images.Part.SEVENTY_PERCENT, 7)), 1)
                        .curve("on 4200 images", on(FINAL), SEEDS));
    }

    private static Sweep batches(String figure, String title, int scaled) {
        Sweep sweep = sweep(figure, title);
        for (int size : new int[] {1, 16, 32, 64, 128}) {
            sweep = sweep.curve("batch " + size, on(scaled == 0 ? MIDDLE : MIDDLE.learningRate(.001 * size)).batchSize(size), SEEDS);
        }
        return sweep;
    }

    private static Sweep dropout(String figure, String title) {
        return sweep(figure, title)
                .curve("none", on(SMALL), SEEDS)
                .curve("dense", on(SMALL.dropOutAfterDense(.5)), SEEDS)
                .curve("conv2", on(SMALL.dropOutAfterConvolution(2, .5)), SEEDS)
                .curve("conv1", on(SMALL.dropOutAfterConvolution(1, .5)), SEEDS)
                .curve("all three", on(SMALL.dropOutAfterConvolution(1, .5).dropOutAfterConvolution(2, .5).dropOutAfterDense(.5)), SEEDS);
    }

    private static Experiment on(TorchConvnet model) {
        return Experiment.of(IMAGES, model, EPOCHS);
    }

    private static Sweep sweep(String figure, String title) {
        return new Sweep("kit-lab1/" + figure, title, ERROR);
    }
}
