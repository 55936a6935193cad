package homework.experiment;

import static homework.experiment.Sweep.Axes.ACCURACY;
import static homework.experiment.Sweep.Axes.ERROR;
import static homework.experiment.Sweep.Axes.ERROR_TO_20;
import static homework.experiment.Sweep.Axes.TRAINING_ERROR;
import static homework.experiment.Sweep.Axes.VALIDATION_ERROR;

import homework.model.Pooling;
import homework.model.TorchConvnet;
import java.util.List;
import org.nd4j.linalg.activations.Activation;

/**
 * The figures of {@code kit-lab1}: 4200 images, validated on 1800, 15 epochs, one image a step unless that is what varies.
 *
 * <p>The report does not say how its images were prepared. Figures 1 to 4 agree with plain images, 5 to 9 with contrast normalised ones:
 * the two sweeps "plain" and "normalised" show the first epoch of both.
 */
final class KitLab1 {
    private static final int SEEDS = 5;
    /** A run by conjugate gradient takes half an hour, ten times as long as one by gradient descent: it goes on searching with images that have no error left to lower. */
    private static final int FEW = 2;
    private static final int EPOCHS = 15;
    private static final Images PLAIN = new Images(Images.Part.TENTH, 0);
    private static final Images NORMALISED = PLAIN.normalized(7);
    private static final TorchConvnet SMALL = new TorchConvnet();
    private static final TorchConvnet MIDDLE = SMALL.convolutions(128, 128).dense(256);
    private static final TorchConvnet LARGE = SMALL.convolutions(256, 256).dense(512);
    /** The report does not say how it made room for a third pooling: here the third convolution is padded. */
    private static final TorchConvnet DEEP = SMALL.convolutions(64, 64, 64).padding(0, 0, 2);
    private static final TorchConvnet FINAL = MIDDLE.pooling(Pooling.l2(3, 2)).dropOutAfterConvolution(1, .5).dropOutAfterConvolution(2, .5)
            .dropOutAfterDense(.5);

    private KitLab1() {
    }

    static List<Sweep> sweeps() {
        return List.of(
                sweep("fig1", "Width of the layers")
                        .curve("64-64-128", on(PLAIN, SMALL), SEEDS)
                        .curve("128-128-256", on(PLAIN, MIDDLE), SEEDS)
                        .curve("256-256-512", on(PLAIN, LARGE), SEEDS),
                sweep("fig2", "Convolution layers")
                        .curve("1 layer", on(PLAIN, SMALL.convolutions(64)), SEEDS)
                        .curve("2 layers", on(PLAIN, SMALL), SEEDS)
                        .curve("3 layers", on(PLAIN, DEEP), SEEDS)
                        .curve("3 layers all padded", on(PLAIN, SMALL.convolutions(64, 64, 64).padding(2)), SEEDS, "fig2/3 layers"),
                batches("fig3", "Batch size, learning rate 0.001", false),
                batches("fig3-scaled", "Batch size, learning rate 0.001 for each image", true),
                sweep("fig4", "Optimiser")
                        .curve("SGD", on(PLAIN, MIDDLE), SEEDS)
                        .curve("conjugate gradient", on(PLAIN, MIDDLE).conjugateGradient(2), FEW),
                sweep("fig5", "Non-linearity")
                        .curve("tanh", on(NORMALISED, SMALL), SEEDS)
                        .curve("ReLU", on(NORMALISED, SMALL.activation(Activation.RELU)), SEEDS)
                        .curve("sigmoid", on(NORMALISED, SMALL.activation(Activation.SIGMOID)), SEEDS),
                new Sweep("kit-lab1/fig6", "Pooling, size/stride", ERROR_TO_20)
                        .curve("2/2", on(NORMALISED, SMALL), SEEDS)
                        .curve("3/3", on(NORMALISED, SMALL.pooling(Pooling.l2(3, 3))), SEEDS)
                        .curve("3/2", on(NORMALISED, SMALL.pooling(Pooling.l2(3, 2))), SEEDS),
                new Sweep("kit-lab1/fig7", "Filter size", ERROR_TO_20)
                        .curve("filter 5", on(NORMALISED, SMALL), SEEDS)
                        .curve("filter 3", on(NORMALISED, SMALL.filter(3)), SEEDS)
                        .curve("filter 7", on(NORMALISED, SMALL.filter(7)), SEEDS),
                dropout("fig8", "Dropout, training error", TRAINING_ERROR),
                dropout("fig9", "Dropout, validation error", VALIDATION_ERROR),
                new Sweep("kit-lab1/final", "The final model", ACCURACY)
                        .curve("final model", on(NORMALISED, FINAL).images(new Images(Images.Part.SEVENTY_PERCENT, 7)), 1)
                        .curve("on 4200 images", on(NORMALISED, FINAL), SEEDS, null),
                firstEpochs("plain", "First epoch, images without contrast normalisation", PLAIN),
                firstEpochs("normalised", "First epoch, contrast normalised images", NORMALISED));
    }

    /** Networks of figures 1 to 7, an epoch each. */
    private static Sweep firstEpochs(String name, String title, Images images) {
        return sweep(name, title)
                .curve("64-64-128", on(images, SMALL).epochs(1), SEEDS, "fig1/64-64-128")
                .curve("128-128-256", on(images, MIDDLE).epochs(1), SEEDS, "fig1/128-128-256")
                .curve("3 layers", on(images, DEEP).epochs(1), SEEDS, "fig2/3 layers")
                .curve("ReLU", on(images, SMALL.activation(Activation.RELU)).epochs(1), SEEDS, "fig5/ReLU")
                .curve("pooling 3/2", on(images, SMALL.pooling(Pooling.l2(3, 2))).epochs(1), SEEDS, "fig6/3/2")
                .curve("filter 3", on(images, SMALL.filter(3)).epochs(1), SEEDS, "fig7/filter 3")
                .curve("filter 7", on(images, SMALL.filter(7)).epochs(1), SEEDS, "fig7/filter 7");
    }

    private static Sweep batches(String figure, String title, boolean scaled) {
        Sweep sweep = sweep(figure, title);
        for (int size : new int[] {1, 16, 32, 64, 128}) {
            // At batch 1 the two are the same.
            sweep = sweep.curve("batch " + size, on(PLAIN, scaled ? MIDDLE.learningRate(.001 * size) : MIDDLE).batchSize(size), SEEDS,
                    scaled && size > 1 ? null : "fig3/batch " + size);
        }
        return sweep;
    }

    private static Sweep dropout(String figure, String title, Sweep.Axes axes) {
        return new Sweep("kit-lab1/" + figure, title, axes)
                .curve("none", on(NORMALISED, SMALL), SEEDS)
                .curve("dense", on(NORMALISED, SMALL.dropOutAfterDense(.5)), SEEDS)
                .curve("conv2", on(NORMALISED, SMALL.dropOutAfterConvolution(2, .5)), SEEDS)
                .curve("conv1", on(NORMALISED, SMALL.dropOutAfterConvolution(1, .5)), SEEDS)
                .curve("all three", on(NORMALISED, SMALL.dropOutAfterConvolution(1, .5).dropOutAfterConvolution(2, .5).dropOutAfterDense(.5)), SEEDS);
    }

    private static Experiment on(Images images, TorchConvnet model) {
        return Experiment.of(images, model, EPOCHS);
    }

    private static Sweep sweep(String figure, String title) {
        return new Sweep("kit-lab1/" + figure, title, ERROR);
    }
}
