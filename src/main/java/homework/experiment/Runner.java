package homework.experiment;

import homework.data.LabelledImages;
import homework.data.Mnist;
import homework.data.TorchImages;
import homework.engine.Engine;
import homework.training.Ending;
import homework.training.Epoch;
import homework.training.Evaluation;
import homework.training.FitListener;
import homework.training.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Makes a run: trains what the store lacks of it, on one thread, and adds a row after every epoch. */
final class Runner {
    private final Mnist mnist;
    private final Store store;
    private final Path checkpoints;
    private final Map<Integer, TorchImages> prepared = new ConcurrentHashMap<>();

    /** @param checkpoints folder in which every run has one of its own, until it is complete */
    Runner(Mnist mnist, Store store, Path checkpoints) {
        this.mnist = mnist;
        this.store = store;
        this.checkpoints = checkpoints;
    }

    /** @param watcher is told after every piece of an epoch */
    Ending run(Work work, Consumer<Progress> watcher) {
        Experiment experiment = work.experiment();
        int done = store.read(work.report()).run(experiment).size();
        if (done >= experiment.epochs()) {
            return Ending.FINISHED; // another process was faster
        }
        Images images = experiment.images();
        TorchImages all = prepared.computeIfAbsent(images.window(), it -> images.prepare(mnist));
        Images.Chosen chosen = images.choose(all.train(), all.test(), experiment.seed());
        String checksum = images.choose(mnist.train(), mnist.test(), experiment.seed()).checksum();
        MultiLayerNetwork network = experiment.model().build(experiment.seed());
        Path folder = checkpoints.resolve(experiment.id() + "-" + experiment.seed());
        Ending ending = experiment.fit(network, chosen.train(), chosen.heldOut()).checkpoints(folder)
                .listener(new Recorder(work, done, network, chosen.heldOut(), checksum, watcher)).run().ending();
        if (ending == Ending.FINISHED) {
            delete(folder);
        }
        return ending;
    }

    /** Adds the rows that the store lacks, each as soon as its epoch is measured. */
    private final class Recorder implements FitListener {
        private final Work work;
        private final MultiLayerNetwork network;
        private final LabelledImages heldOut;
        private final String checksum;
        private final Consumer<Progress> watcher;
        private final Set<Integer> ends;
        private int stored;

        /** @param stored without its checkpoints a run begins again; what is in the store stays as it was measured first */
        Recorder(Work work, int stored, MultiLayerNetwork network, LabelledImages heldOut, String checksum, Consumer<Progress> watcher) {
            this.work = work;
            this.stored = stored;
            this.network = network;
            this.heldOut = heldOut;
            this.checksum = checksum;
            this.watcher = watcher;
            ends = ends(work.experiment());
        }

        @Override
        public void progress(Progress now) {
            // A run that was killed when an epoch was in a checkpoint, but not yet in the store, goes on behind that epoch.
            addRows(now);
            watcher.accept(now);
        }

        @Override
        public void epoch(Progress now) {
            addRows(now);
            watcher.accept(now);
        }

        private void addRows(Progress now) {
            List<Epoch> epochs = now.history().epochs();
            for (Epoch epoch : epochs.subList(Math.min(stored, epochs.size()), epochs.size())) {
                // The network is that of the epoch only as long as nothing is trained further.
                boolean isNow = epoch.number() == epochs.size() && now.examples() == 0;
                store.append(work.report(), row(epoch, isNow && ends.contains(epoch.number()) ? wrong(network, heldOut) : null));
                stored = epoch.number();
            }
        }

        private Row row(Epoch epoch, List<Integer> wrong) {
            Experiment experiment = work.experiment();
            return new Row(experiment.id(), work.name(), experiment.seed(), epoch.number(), epoch.running(), epoch.validation(),
                    epoch.trainingSeconds(), epoch.evaluationSeconds(), checksum, Provenance.here(1), wrong);
        }
    }

    /** Epochs with which the run, or a curve that shares its first epochs, ends: where curves are compared image by image. */
    private static Set<Integer> ends(Experiment experiment) {
        String id = experiment.id();
        Stream<Experiment> sharing = Sweeps.all().stream().flatMap(sweep -> sweep.curves().stream()).map(Sweep.Curve::experiment)
                .filter(other -> other.id().equals(id));
        return Stream.concat(Stream.of(experiment), sharing).map(Experiment::epochs).collect(Collectors.toSet());
    }

    /** Places of the held-out images that the network answers wrongly. */
    private static List<Integer> wrong(MultiLayerNetwork network, LabelledImages heldOut) {
        try (Engine engine = Engine.of(network, 1, 1)) {
            int[] answers = Evaluation.of(engine, heldOut).predictions();
            return IntStream.range(0, answers.length).filter(i -> answers[i] != heldOut.label(i)).boxed().toList();
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // The rows are in the store. What is left of the folder is in nobody's way, or another process is using it for more epochs.
        }
    }
}
