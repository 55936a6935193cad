package homework.bench;

import homework.data.ContrastNormalization;
import homework.data.LabelledImages;
import homework.data.Minibatches;
import homework.data.Mnist;
import homework.data.TorchImages;
import homework.engine.Engine;
import homework.engine.Pass;
import homework.model.TorchConvnet;
import java.time.LocalDate;
import java.util.Locale;

/**
 * The published model of {@code nyu-2015} (table 3.1) for one epoch at full scale: all training images of MNIST, one at a time, on all cores.
 * Prints seconds and accuracies beside the published ones.
 */
public final class PublishedEpoch {
    private static final int WINDOW = 7;

    private PublishedEpoch() {
    }

    /** @param arguments the seed of initialisation and order; 1 if there is none */
    public static void main(String[] arguments) {
        long seed = arguments.length == 0 ? 1 : Long.parseLong(arguments[0]);
        int cores = Runtime.getRuntime().availableProcessors();
        Mnist mnist = Mnist.load();
        TorchImages images = TorchImages.of(mnist, new ContrastNormalization(WINDOW));
        LabelledImages train = images.train();
        LabelledImages test = images.test();
        try (Engine engine = Engine.of(new TorchConvnet().build(seed), 1, cores, seed)) {
            int[] order = Minibatches.of(train, 1, seed).order(0);
            long start = System.nanoTime();
            Pass trained = engine.train(train.images(), train.labels(), order);
            double seconds = (System.nanoTime() - start) / 1e9;
            Pass tested = engine.evaluate(test.images(), test.labels());
            System.out.printf(Locale.ROOT, "%s: %d images one at a time in %.1f s, %.0f images/s; %s%n", train.name(), trained.examples(),
                    seconds, trained.examples() / seconds, engine.whyDl4j() == null ? "oneDNN" : engine.whyDl4j());
            System.out.printf(Locale.ROOT, "train accuracy %.2f %% while the weights moved (published 96.71 %%)%n", 100 - trained.error());
            System.out.printf(Locale.ROOT, "test accuracy  %.2f %% ± %.2f sampling error (published 99.04 %%)%n", 100 - tested.error(), tested.samplingError());
            System.out.printf(Locale.ROOT, "seed %d, %d cores, Java %s, %s%n", seed, cores, System.getProperty("java.version"), LocalDate.now());
        }
        System.exit(0); // threads of native libraries would keep the process
    }
}
