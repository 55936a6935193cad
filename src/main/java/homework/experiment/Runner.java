package homework.experiment;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
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
        Ending ending = experiment.fit(network, chosen.train(), chosen.heldOut()).checkpoints(folder).listener(new FitListener() {
            @Override
            public void progress(Progress now) {
                watcher.accept(now);
            }

            @Override
            public void epoch(Progress now) {
                Epoch epoch = now.history().last().orElseThrow();
                // Without its checkpoints a run begins again; what is in the store stays as it was measured first.
                if (epoch.number() > done) {
                    List<Integer> wrong = epoch.number() == experiment.epochs() ? wrong(network, chosen) : null;
                    store.append(work.report(), new Row(experiment.id(), work.name(), experiment.seed(), epoch.number(), epoch.running(),
                            epoch.validation(), epoch.trainingSeconds(), epoch.evaluationSeconds(), checksum, Provenance.here(1), wrong));
                }
                watcher.accept(now);
            }
        }).run().ending();
        if (ending == Ending.FINISHED) {
            delete(folder);
        }
        return ending;
    }

    /** Places of the held-out images that the network answers wrongly. */
    private static List<Integer> wrong(MultiLayerNetwork network, Images.Chosen chosen) {
        try (Engine engine = Engine.of(network, 1, 1)) {
            int[] answers = Evaluation.of(engine, chosen.heldOut()).predictions();
            return IntStream.range(0, answers.length).filter(i -> answers[i] != chosen.heldOut().label(i)).boxed().toList();
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
