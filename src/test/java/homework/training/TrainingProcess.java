package homework.training;

import homework.data.LabelledImages;
import homework.model.Mlp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.learning.config.Adam;

/** A training in a process of its own, which a test can kill; it keeps a checkpoint as often as it can. */
final class TrainingProcess {
    /** On its output, when a first piece is trained and everything is set up. */
    static final String TRAINS = "TRAINS";

    private TrainingProcess() {
    }

    /** A network of many parameters, whose checkpoints take long to write, or a small one. */
    static Fit fit(boolean large, int epochs) {
        LabelledImages train = Small.images("train", large ? 16 : 20_000, 1);
        Fit fit = Fit.of(large ? large() : small(), train, 5).validation(Small.validation()).epochs(epochs).threads(1).keepBest();
        return large ? fit.batchSize(8) : fit.batchSize(4).every(467, Small.images("probe", 10, 3));
    }

    /** An epoch of 5000 steps takes a third of a second. */
    private static MultiLayerNetwork small() {
        return Small.model().convolutions(32).dense(64).dropOutAfterConvolution(1, .1).dropOutAfterDense(.2).updater(new Adam(1e-4)).build(1);
    }

    /** Checkpoints of 11 MB. */
    private static MultiLayerNetwork large() {
        return new Mlp().inputs(Small.SIDE * Small.SIDE).hidden(800, 800).classes(Small.CLASSES).updater(new Adam(1e-4)).build(1);
    }

    /** Folder, "large" or "small", epochs. */
    public static void main(String[] arguments) {
        TerminalProgress terminal = new TerminalProgress();
        FitListener listener = new FitListener() {
            private boolean trains;

            @Override
            public void progress(Progress now) {
                if (!trains && now.imagesPerSecond() > 0) {
                    System.out.println(TRAINS);
                    trains = true;
                }
                terminal.progress(now);
            }

            @Override
            public void epoch(Progress now) {
                terminal.epoch(now);
            }

            @Override
            public void note(String sentence) {
                terminal.note(sentence);
            }

            @Override
            public void ended(History history) {
                terminal.ended(history);
            }
        };
        Path folder = Path.of(arguments[0]);
        Fit fit = fit(arguments[1].equals("large"), Integer.parseInt(arguments[2])).checkpoints(folder, Duration.ZERO).listener(listener);
        fit.run().write(folder.resolve("history.csv"));
    }

    /** Starts such a process; what it says on either output comes in one stream. */
    static Process start(Path folder, String kind, int epochs, String... before) throws IOException {
        List<String> command = new ArrayList<>(List.of(before));
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Xshare:auto", "-cp", System.getProperty("java.class.path"), TrainingProcess.class.getName(), folder.toString(), kind,
                String.valueOf(epochs)));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Everything that it says up to the moment when it trains, or up to its end. */
    static String untilItTrains(Process process) {
        return said(process.getInputStream(), TRAINS);
    }

    /** Everything else that it says. */
    static String toItsEnd(Process process) throws InterruptedException {
        String said = said(process.getInputStream(), null);
        process.waitFor();
        return said;
    }

    private static String said(InputStream output, String end) {
        StringBuilder said = new StringBuilder();
        try {
            for (int next = output.read(); next >= 0; next = output.read()) {
                said.append((char) next);
                if (end != null && next == '\n' && said.toString().endsWith(end + System.lineSeparator())) {
                    break;
                }
            }
            return said.toString();
        } catch (IOException e) {
            // Of a process that was killed.
            return said.toString();
        }
    }
}
