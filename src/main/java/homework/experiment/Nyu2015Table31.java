package homework.experiment;

import homework.data.ContrastNormalization;
import homework.data.Mnist;
import homework.data.TorchImages;
import homework.model.TorchConvnet;
import homework.training.Ending;
import homework.training.Fit;
import homework.training.History;
import homework.training.TerminalProgress;
import java.nio.file.Path;

/**
 * Table 3.1 of {@code nyu-2015} at its own scale: the convnet as published, all 60000 training images of MNIST one at a time, 10 epochs. A run that
 * was stopped or killed goes on from its checkpoints under {@code target/runs}; one that is complete is written to {@code data/results}, with
 * where its numbers come from.
 */
public final class Nyu2015Table31 {
    private static final int EPOCHS = 10;
    private static final int WINDOW = 7;

    private Nyu2015Table31() {
    }

    /** @param arguments the seed of initialisation and order, and the number of threads; 1 and all cores if there are none */
    public static void main(String[] arguments) {
        int seed = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
        int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : Runtime.getRuntime().availableProcessors();
        Mnist mnist = Mnist.load();
        if (!mnist.genuine()) {
            throw new IllegalStateException("Only a run on MNIST can stand beside the published table: put MNIST where data/README.md says.");
        }
        TorchImages images = TorchImages.of(mnist, new ContrastNormalization(WINDOW));
        String name = "nyu-2015-table-3.1-seed" + seed;
        History history = Fit.of(new TorchConvnet().build(seed), images.train(), seed).validation(images.test()).batchSize(1).epochs(EPOCHS)
                .threads(threads).checkpoints(Path.of("target", "runs", name)).listener(new TerminalProgress()).run();
        if (history.ending() == Ending.FINISHED) {
            Path file = Path.of("data", "results", name + ".csv");
            System.out.println("Results: " + history.withNote(Provenance.here(threads) + ", MNIST (SHA-256 verified)").write(file));
        }
        System.exit(0); // threads of native libraries would keep the process
    }
}
