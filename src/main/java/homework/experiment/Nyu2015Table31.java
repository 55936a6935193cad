package homework.experiment;

import homework.data.ContrastNormalization;
import homework.data.Mnist;
import homework.data.TorchImages;
import homework.model.TorchConvnet;
import homework.training.Ending;
import homework.training.Epoch;
import homework.training.Fit;
import homework.training.History;
import homework.training.TerminalProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Table 3.1 of {@code nyu-2015} at its own scale: the convnet as published, all 60000 training images of MNIST one at a time, 10 epochs. A run that
 * was stopped or killed goes on from its checkpoints under {@code target/runs}; one that is complete is written to {@code data/results}, a row
 * for each epoch with everything needed to repeat it.
 */
public final class Nyu2015Table31 {
    private static final int EPOCHS = 10;
    private static final int WINDOW = 7;
    private static final String HEADER = "experiment,seed,epoch,running_loss,running_error,train_loss,train_error,test_loss,test_error,test_images,"
            + "training_seconds,evaluation_seconds,processor,threads,java,library,data,date";

    private Nyu2015Table31() {
    }

    /** @param arguments the seed of initialisation and order, and the number of threads; 1 and all cores if there are none */
    public static void main(String[] arguments) throws IOException {
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
            write(file, rows(seed, history, Provenance.here(threads)));
            System.out.println("Results: " + file);
        }
        System.exit(0); // threads of native libraries would keep the process
    }

    private static List<String> rows(int seed, History history, Provenance from) {
        List<String> rows = new ArrayList<>(List.of(HEADER));
        for (Epoch epoch : history.epochs()) {
            rows.add(String.join(",", "nyu-2015/table-3.1", "" + seed, "" + epoch.number(), "" + epoch.running().loss(), "" + epoch.running().error(),
                    "" + epoch.train().loss(), "" + epoch.train().error(), "" + epoch.validation().loss(), "" + epoch.validation().error(),
                    "" + epoch.validation().examples(), "" + epoch.trainingSeconds(), "" + epoch.evaluationSeconds(), from.processor(),
                    "" + from.threads(), from.java(), from.library(), "MNIST (SHA-256 verified)", from.date()));
        }
        return rows;
    }

    private static void write(Path file, List<String> rows) throws IOException {
        Files.createDirectories(file.getParent());
        Path temporary = file.resolveSibling("." + file.getFileName() + ".part");
        Files.write(temporary, rows);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
