package homework.experiment;

import homework.data.LabelledImages;
import homework.model.TorchConvnet;
import homework.training.Fit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * One training, as a value: on which images, of which network, in which way, for how long, from which seed.
 *
 * @param images what is trained on and measured
 * @param model the network, with loss and learning rate
 * @param batchSize images a step
 * @param conjugateGradient iterations of Torch's conjugate gradient a step; 0 for plain gradient descent
 * @param epochs to train
 * @param seed of split, initialisation, order and dropout
 */
public record Experiment(Images images, TorchConvnet model, int batchSize, int conjugateGradient, int epochs, long seed) {

    public Experiment {
        Objects.requireNonNull(images);
        Objects.requireNonNull(model);
        if (batchSize < 1 || conjugateGradient < 0 || epochs < 1 || seed < 0) {
            throw new IllegalArgumentException("An experiment needs a batch size and epochs of at least 1, 0 or more iterations of conjugate "
                    + "gradient and a seed of at least 0, not " + batchSize + ", " + epochs + ", " + conjugateGradient + " and " + seed + ".");
        }
    }

    /** One image a step, seed 1. */
    public static Experiment of(Images images, TorchConvnet model, int epochs) {
        return new Experiment(images, model, 1, 0, epochs, 1);
    }

    /** With another network. */
    public Experiment model(TorchConvnet other) {
        return new Experiment(images, other, batchSize, conjugateGradient, epochs, seed);
    }

    /** With other images. */
    public Experiment images(Images other) {
        return new Experiment(other, model, batchSize, conjugateGradient, epochs, seed);
    }

    /** With so many images a step. */
    public Experiment batchSize(int size) {
        return new Experiment(images, model, size, conjugateGradient, epochs, seed);
    }

    /** By conjugate gradient, so many iterations a step. */
    public Experiment conjugateGradient(int iterations) {
        return new Experiment(images, model, batchSize, iterations, epochs, seed);
    }

    /** For so many epochs. */
    public Experiment epochs(int number) {
        return new Experiment(images, model, batchSize, conjugateGradient, number, seed);
    }

    /** From this seed. */
    public Experiment seed(long number) {
        return new Experiment(images, model, batchSize, conjugateGradient, epochs, number);
    }

    /**
     * All that decides a row of results but for seed and epoch, in one line. The number of epochs is not in it: the first three epochs of a
     * training of thirty are those of a training of three, and serve both.
     */
    public String content() {
        return images + " | " + model + " | batch " + batchSize
                + (conjugateGradient == 0 ? "" : "; conjugate gradient, " + conjugateGradient + " iterations");
    }

    /** The first twelve hexadecimal digits of the SHA-256 of {@link #content}: changes with the definition, and with nothing else. */
    public String id() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /** The training itself, on one thread. */
    Fit fit(MultiLayerNetwork network, LabelledImages train, LabelledImages heldOut) {
        Fit fit = Fit.of(network, train, seed).validation(heldOut).batchSize(batchSize).epochs(epochs).threads(1).withoutTrainingScore();
        return conjugateGradient == 0 ? fit : fit.conjugateGradient(conjugateGradient);
    }
}
