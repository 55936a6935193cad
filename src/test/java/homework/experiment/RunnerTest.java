package homework.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.data.Mnist;
import homework.data.TorchImages;
import homework.experiment.Images.Part;
import homework.training.Ending;
import homework.training.Epoch;
import homework.training.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {
    private static final Mnist MNIST = Tiny.mnist(600, 100);
    private static final Experiment RUN = Tiny.experiment(4);
    @TempDir
    private Path folder;
    private Store store;
    private Path checkpoints;

    @BeforeEach
    void make() {
        store = new Store(folder.resolve("results"));
        checkpoints = folder.resolve("runs");
    }

    private Ending run(Experiment experiment) {
        return run(experiment, now -> { });
    }

    private Ending run(Experiment experiment, Consumer<Progress> watcher) {
        return new Runner(MNIST, store, checkpoints).run(Tiny.work(experiment), watcher);
    }

    private List<Row> rows() {
        Store.Content content = store.read(Tiny.REPORT);
        assertEquals(List.of(), content.damaged());
        return content.rows();
    }

    /** The rows of an uninterrupted run. */
    private List<Row> expected(Experiment experiment) {
        Store other = new Store(folder.resolve("uninterrupted"));
        new Runner(MNIST, other, folder.resolve("uninterrupted")).run(Tiny.work(experiment), now -> { });
        return Tiny.withoutSeconds(other.read(Tiny.REPORT).rows());
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> files = Files.list(checkpoints)) {
            return files.toList();
        }
    }

    /** As the death of the process, only that the lock of the folder is given back: nothing else can happen to it. */
    private void dieAfter(int epochs, Experiment experiment) {
        assertThrows(Death.class, () -> run(experiment, now -> {
            if (now.history().epochs().size() == epochs) {
                throw new Death();
            }
        }));
    }

    private static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** What was in the file before so many rows of its end were written. */
    private void loseRows(int number) throws IOException {
        List<String> lines = Files.readAllLines(store.file(Tiny.REPORT));
        Files.write(store.file(Tiny.REPORT), lines.subList(0, lines.size() - number));
    }

    @Test
    void addsARowAfterEveryEpoch() throws IOException {
        List<Integer> stored = new ArrayList<>();
        assertEquals(Ending.FINISHED, run(RUN, now -> {
            stored.add(rows().size());
            assertEquals(now.history().epochs().size(), rows().size());
        }));
        assertEquals(List.of(0, 1, 2, 3, 4), stored.stream().distinct().toList());
        assertEquals(List.of(), folders(), "checkpoints of a run that is complete");
        assertEquals(rows(), store.read(Tiny.REPORT).run(RUN));
        for (Row row : rows()) {
            assertEquals(600, row.train().examples());
            assertEquals(600, row.train().steps());
            assertEquals(100, row.heldOut().examples());
            assertEquals("tiny/fig1 one", row.name());
            assertEquals(Provenance.here(1), row.provenance());
            assertEquals(RUN.images().choose(MNIST.train(), MNIST.test(), 1).checksum(), row.data());
            assertTrue(row.trainingSeconds() > 0 && row.evaluationSeconds() > 0, row.toString());
        }
        assertTrue(rows().get(3).heldOut().correct() > 30, "it learns, so that there is something to compare: " + rows().get(3));
    }

    @Test
    void theLastRowHasThePlacesOfWrongAnswers() {
        run(RUN);
        assertEquals(List.of(true, true, true, false), rows().stream().map(row -> row.wrong() == null).toList());
        Row last = rows().get(3);
        assertEquals(last.heldOut().examples() - last.heldOut().correct(), last.wrong().size());
        assertTrue(last.wrong().stream().allMatch(place -> place >= 0 && place < 100) && last.wrong().stream().distinct().count() > 1);
    }

    /** And that they were looked for in the middle of a run changes nothing behind it. */
    @Test
    void soHaveTheRowsWithWhichACurveEnds() {
        Experiment run = Sweeps.named("kit-lab1/fig1").named("64-64-128").experiment().epochs(3);
        assertEquals(run.id(), Sweeps.named("kit-lab1/plain").named("64-64-128").experiment().epochs(1).id(), "ends after an epoch");
        run(run);
        assertEquals(List.of(false, true, false), rows().stream().map(row -> row.wrong() == null).toList());
        for (int epoch : new int[] {1, 3}) {
            Row row = rows().get(epoch - 1);
            assertEquals(row.heldOut().examples() - row.heldOut().correct(), row.wrong().size());
        }
        TorchImages images = run.images().prepare(MNIST);
        Images.Chosen chosen = run.images().choose(images.train(), images.test(), run.seed());
        List<Epoch> expected = run.fit(run.model().build(run.seed()), chosen.train(), chosen.heldOut()).run().epochs();
        assertEquals(expected.stream().map(Epoch::running).toList(), rows().stream().map(Row::train).toList());
        assertEquals(expected.stream().map(Epoch::validation).toList(), rows().stream().map(Row::heldOut).toList());
    }

    @Test
    void whatIsInTheStoreIsNotTrained() {
        run(RUN);
        assertEquals(Ending.FINISHED, run(RUN, now -> {
            throw new AssertionError("trains");
        }));
        assertEquals(4, rows().size());
    }

    @Test
    void aRunThatDiedGoesOn() {
        dieAfter(2, RUN);
        assertEquals(2, rows().size());
        List<Integer> begunWith = new ArrayList<>();
        run(RUN, now -> begunWith.add(now.history().epochs().size()));
        assertEquals(2, begunWith.get(0), "goes on behind the second epoch");
        assertEquals(expected(RUN), Tiny.withoutSeconds(rows()));
    }

    /** The checkpoint of an epoch is written before its row. */
    @Test
    void aRunThatDiedBetweenCheckpointAndRowLosesNoRow() throws IOException {
        for (int epoch : new int[] {2, 4}) {
            dieAfter(epoch, RUN);
            loseRows(1);
            assertEquals(epoch - 1, rows().size());
        }
        run(RUN, now -> assertEquals(4, now.history().epochs().size(), "nothing is trained again"));
        assertEquals(expected(RUN), Tiny.withoutSeconds(rows()));
        assertEquals(List.of(), folders());
    }

    @Test
    void withoutCheckpointsOnlyTheMissingRowsAreAdded() throws IOException {
        run(RUN);
        List<Row> whole = rows();
        loseRows(2);
        run(RUN);
        assertEquals(whole.subList(0, 2), rows().subList(0, 2), "to the last digit of the seconds");
        assertEquals(Tiny.withoutSeconds(whole), Tiny.withoutSeconds(rows()));
        assertEquals(4 + 1, Files.readAllLines(store.file(Tiny.REPORT)).size());
    }

    @Test
    void moreEpochsKeepTheRowsOfTheFirst() {
        run(RUN.epochs(2));
        List<Row> two = rows();
        run(RUN);
        assertEquals(two, rows().subList(0, 2));
        assertEquals(4, store.read(Tiny.REPORT).run(RUN).size());
        assertEquals(Tiny.withoutSeconds(rows()).subList(2, 4), expected(RUN).subList(2, 4));
    }

    /** The network is that of a later epoch, so nobody knows any more what it answered then. */
    @Test
    void checkpointsThatAreFurtherSayNothingOfWrongAnswers() throws IOException {
        dieAfter(3, RUN);
        loseRows(3);
        run(RUN.epochs(2));
        assertEquals(List.of(true, true, true), rows().stream().map(row -> row.wrong() == null).toList());
        assertEquals(expected(RUN).subList(0, 3), Tiny.withoutSeconds(rows()));
    }

    @Test
    void anotherDefinitionOrSeedStartsAnew() {
        dieAfter(2, RUN);
        for (Experiment other : List.of(RUN.batchSize(2), RUN.seed(2))) {
            List<Integer> begunWith = new ArrayList<>();
            run(other, now -> begunWith.add(now.history().epochs().size()));
            assertEquals(0, begunWith.get(0));
            assertEquals(4, store.read(Tiny.REPORT).run(other).size());
        }
        assertEquals(2, store.read(Tiny.REPORT).run(RUN).size());
    }

    /** Bit for bit the same but for the loss while the weights moved, which is added up in other pieces: its last digit may differ. */
    @Test
    void aRunThatIsStoppedGoesOn() throws IOException {
        boolean[] asked = {false};
        assertEquals(Ending.STOPPED, run(RUN, now -> {
            if (now.history().epochs().size() == 1 && now.examples() > 0 && !asked[0]) {
                asked[0] = true;
                Thread.currentThread().interrupt();
            }
        }));
        assertEquals(1, rows().size());
        assertEquals(1, folders().size());
        assertEquals(Ending.FINISHED, run(RUN));
        assertEquals(expected(RUN).stream().map(Row::heldOut).toList(), rows().stream().map(Row::heldOut).toList());
        assertEquals(List.of(), folders());
    }

    /** The seed draws the images, too. */
    @Test
    void theSeedOfTheRunIsThatOfTheData() {
        Experiment drawn = RUN.images(new Images(Part.TENTH, 0)).epochs(1);
        run(drawn);
        run(drawn.seed(2));
        run(drawn.batchSize(2));
        List<String> data = rows().stream().map(Row::data).toList();
        assertEquals(data.get(0), data.get(2));
        assertNotEquals(data.get(0), data.get(1));
        assertFalse(rows().get(0).train().loss() == rows().get(1).train().loss());
    }
}
