package homework.training;

import homework.data.LabelledImages;
import homework.engine.Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * The training of a network on labelled images, epoch after epoch, by {@link Engine}. A fit is a description and does not change: each
 * method returns a changed copy, and {@link #run} does it. The learning rate and its schedule are the network's own.
 *
 * <pre>{@code
 * MultiLayerNetwork network = new TorchConvnet().build(1);
 * History history = Fit.of(network, train, 1).validation(test).batchSize(1).epochs(10).checkpoints(Path.of("run")).run();
 * }</pre>
 *
 * <p>The same network, data, seed, batch size and number of threads give the same numbers, to the last bit; so does a training that was
 * killed and goes on from its {@linkplain #checkpoints checkpoint}. (Where one was stopped by hand, the mean of an epoch's training loss is summed
 * up in other pieces, and its last digit may differ.)
 */
public final class Fit implements Cloneable {
    // What runs a fit reads these.
    final MultiLayerNetwork network;
    final LabelledImages train;
    final long seed;
    /** Null if there are none, as are the probe and the folder. */
    LabelledImages validation;
    LabelledImages probe;
    int batchSize = 32;
    int epochs = 1;
    /** Steps from point to point; 0 for no points. */
    int every;
    /** 0 for no early stopping. */
    int patience;
    boolean scoresTraining = true;
    boolean keepsBest;
    Path folder;
    Duration interval = Duration.ofSeconds(10);
    /** Iterations a step; 0 for the network's own updaters. */
    int conjugateGradient;
    FitListener listener = new FitListener() { };
    int threads = usualThreads();
    private boolean onDl4j;

    private Fit(MultiLayerNetwork network, LabelledImages train, long seed) {
        this.network = network;
        this.train = train;
        this.seed = seed;
    }

    /**
     * One epoch in batches of 32, unless told otherwise.
     *
     * @param network initialised; its parameters are trained where they are
     * @param seed of the order of the images, new for every epoch, and of the dropout masks
     * @throws IllegalArgumentException if there are no images, or the network has no parameters yet
     */
    public static Fit of(MultiLayerNetwork network, LabelledImages train, long seed) {
        if (network == null || !network.isInitCalled()) {
            throw new IllegalArgumentException("Only an initialised network can be trained, but this one "
                    + (network == null ? "is null." : "has no parameters yet: call network.init() first."));
        }
        return new Fit(network, images(train, "train on"), seed);
    }

    /** Images on which loss and error are measured after each epoch. */
    public Fit validation(LabelledImages images) {
        return with(copy -> copy.validation = images(images, "validate on"));
    }

    /** Images a step; 32 unless told, and 1 in the reports that used Torch. */
    public Fit batchSize(int images) {
        return with(copy -> copy.batchSize = positive(images, "The batch size"));
    }

    /**
     * Every step is one of conjugate gradient as Torch's {@code optim.cg} did it, which {@code kit-lab1} compares with gradient descent on
     * batches of one image, with 2 iterations. It has no learning rate; the network's own is not used. See
     * {@link Engine#ofConjugateGradient}.
     *
     * @param iterations of a step, Torch's {@code maxIter}
     */
    public Fit conjugateGradient(int iterations) {
        return with(copy -> copy.conjugateGradient = positive(iterations, "The number of iterations a step"));
    }

    /** Epochs in all, those before a checkpoint included; 1 unless told. */
    public Fit epochs(int number) {
        return with(copy -> copy.epochs = positive(number, "The number of epochs"));
    }

    /**
     * Threads of every step; unless told all cores, or, of more than two, all but one, which other programs will want: every operation waits
     * for the slowest thread, and one that has to share its core makes all slow. Another number changes the last digits.
     */
    public Fit threads(int number) {
        return with(copy -> copy.threads = positive(number, "The number of threads"));
    }

    /** A {@link Point} in the history after so many steps each: loss and error over the images since the one before, while the weights moved. */
    public Fit every(int steps) {
        return with(copy -> copy.every = positive(steps, "The number of steps from point to point"));
    }

    /** Such points, and at each of them loss and error on these images, in evaluation mode. */
    public Fit every(int steps, LabelledImages probe) {
        return every(steps).with(copy -> copy.probe = images(probe, "measure on"));
    }

    /** Without a score on the training images after each epoch, which costs a fifth of the epoch's time on the convnets. */
    public Fit withoutTrainingScore() {
        return with(copy -> copy.scoresTraining = false);
    }

    /** At the end, however it comes, the network gets the parameters of its best epoch: see {@link History#best}. Needs validation images. */
    public Fit keepBest() {
        return with(copy -> copy.keepsBest = true);
    }

    /** Ends when so many epochs in a row were not better than the best one before, and restores that one's parameters ({@link #keepBest}). */
    public Fit earlyStopping(int patience) {
        return keepBest().with(copy -> copy.patience = positive(patience, "The patience, in epochs,"));
    }

    /**
     * Keeps checkpoints in this folder, and goes on from the newest one if there is one: after a crash, a kill or the stop button, or with more
     * {@linkplain #epochs epochs} than before. A checkpoint is written every 10 seconds and after each epoch; the last two stay. Each is a file
     * of DL4J with some more in it: {@link NetworkFile#load} reads the network.
     */
    public Fit checkpoints(Path folder) {
        return with(copy -> copy.folder = Objects.requireNonNull(folder, "checkpoints need a folder"));
    }

    /** Checkpoints with another time between them; zero for as often as possible. Inside an epoch, at most a tenth of it goes into them. */
    public Fit checkpoints(Path folder, Duration interval) {
        return checkpoints(folder).with(copy -> copy.interval = Objects.requireNonNull(interval, "the time between checkpoints"));
    }

    /** With DL4J's own training in place of the engine's, for comparison. */
    public Fit onDl4j() {
        return with(copy -> copy.onDl4j = true);
    }

    /** Is told how it goes; one a fit. */
    public Fit listener(FitListener value) {
        return with(copy -> copy.listener = Objects.requireNonNull(value));
    }

    /**
     * Trains. It ends after the step it is in if the thread is interrupted or the process is asked to end (Ctrl-C, SIGTERM): with a
     * checkpoint if there is a folder for it, and with the best parameters if they are to be kept. The interruption is answered by that: the
     * thread is not interrupted any more.
     *
     * @throws DivergedTraining if values become infinite or not a number; the network has its last good parameters, or the best
     * @throws IllegalArgumentException if data and network do not fit, or the folder holds checkpoints of another training
     */
    public History run() {
        if (keepsBest && validation == null) {
            throw new IllegalArgumentException("The best epoch is found on validation images, but there are none: add .validation(images).");
        }
        checkLike(validation, "Validation images");
        checkLike(probe, "Images to measure on");
        return new Run(this).run();
    }

    /** Before an epoch is trained in vain. */
    private void checkLike(LabelledImages others, String what) {
        if (others != null && !kind(others).equals(kind(train))) {
            throw new IllegalArgumentException(what + " must be like those to train on, " + kind(train) + ", but are " + kind(others) + ".");
        }
    }

    private static String kind(LabelledImages data) {
        long[] shape = data.images().shape();
        return shape[1] + "x" + shape[2] + "x" + shape[3] + " in " + data.classes() + " classes";
    }

    Engine engine() {
        // It sets memory aside for a whole batch.
        int largest = Math.min(batchSize, train.size());
        if (conjugateGradient > 0) {
            if (onDl4j) {
                throw new IllegalArgumentException("DL4J does not have Torch's conjugate gradient: leave out .onDl4j() or .conjugateGradient(...).");
            }
            return Engine.ofConjugateGradient(network, largest, threads, seed, conjugateGradient);
        }
        return onDl4j ? Engine.onDl4j(network, largest, seed) : Engine.of(network, largest, threads, seed);
    }

    private static LabelledImages images(LabelledImages images, String use) {
        if (images == null || images.size() == 0) {
            throw new IllegalArgumentException("There must be images to " + use + ", but " + (images == null ? "null" : "an empty set") + " came.");
        }
        return images;
    }

    private static int usualThreads() {
        int cores = Runtime.getRuntime().availableProcessors();
        return cores > 2 ? cores - 1 : cores;
    }

    private static int positive(int number, String what) {
        if (number < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, not " + number + ".");
        }
        return number;
    }

    private Fit with(Consumer<Fit> change) {
        try {
            Fit copy = (Fit) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /** Of the steps, where it is not the network's own. */
    String rule() {
        String iterations = conjugateGradient + (conjugateGradient == 1 ? " iteration" : " iterations");
        return conjugateGradient == 0 ? "" : " by conjugate gradient with " + iterations;
    }

    @Override
    public String toString() {
        return train.size() + " images of " + train.name() + ", batch size " + batchSize + rule() + ", " + epochs
                + (epochs == 1 ? " epoch" : " epochs") + (validation == null ? "" : ", validated on " + validation.size() + " of " + validation.name()) + ", seed " + seed
                + (onDl4j ? ", by DL4J" : "");
    }
}
