package homework.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import homework.data.LabelledImages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.learning.config.Adam;

/** Whose folder it is, and what is in it. */
class FolderTest {
    @TempDir
    private Path folder;

    @Test
    void theLastTwoStay() throws IOException {
        Small.fit(Small.convnet()).checkpoints(folder.resolve("new/folder")).run();
        assertEquals(List.of(".lock", "checkpoint-00000004.zip", "checkpoint-00000005.zip"),
                List.copyOf(contents(folder.resolve("new/folder")).keySet()));
    }

    /** Every 10 seconds and after each epoch; with another interval more often, inside the epochs. */
    @Test
    void asOftenAsItIsTold() throws IOException {
        LabelledImages many = Small.images("many", 50_000, 1);
        Fit fit = Fit.of(Small.convnet(), many, 1).batchSize(4).epochs(1).threads(1).withoutTrainingScore();
        fit.checkpoints(folder.resolve("seldom")).run();
        fit.checkpoints(folder.resolve("often"), Duration.ZERO).run();
        assertEquals(1, newest(folder.resolve("seldom")));
        assertTrue(newest(folder.resolve("often")) > 3, newest(folder.resolve("often")) + " checkpoints");
    }

    private static int newest(Path folder) throws IOException {
        return CheckpointFolder.number(new CheckpointFolder(folder).newestFirst().get(0));
    }

    /** Where digits have other forms, too. */
    @Test
    void namesAreTheSameInEveryLocale() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertNotEquals("1", String.format("%d", 1));
            Small.fit(Small.convnet()).epochs(1).checkpoints(folder).run();
            assertEquals(1, newest(folder));
            History history = Small.fit(Small.convnet()).epochs(2).checkpoints(folder).run();
            assertTrue(history.notes().contains("Goes on from checkpoint-00000001.zip: 1 epochs and 0 images."), history::toString);
        } finally {
            Locale.setDefault(before);
        }
    }

    /** Each note names what is different, and the files stay as they are. */
    @Test
    void anotherTrainingIsRefused() throws IOException {
        Fit fit = Small.fit(Small.convnet()).checkpoints(folder).epochs(1);
        fit.run();
        LabelledImages train = Small.train();
        LabelledImages validation = Small.validation();
        LabelledImages relabelled = LabelledImages.of(train.name(), train.images(), reversed(train.labels()), Small.CLASSES);
        LabelledImages brighter = train.withImages(train.images().add(1));
        MultiLayerNetwork wider = Small.model().dropOutAfterConvolution(1, .1).dropOutAfterDense(.2).dense(7).updater(new Adam(.01)).build(1);
        MultiLayerNetwork slower = Small.model().dropOutAfterConvolution(1, .1).dropOutAfterDense(.2).updater(new Adam(.001)).build(1);
        refused(fit(Small.convnet(), train, validation, 8, 6), "seed: 5 there, 6 here");
        refused(fit(Small.convnet(), train, validation, 9, 5), "batch size: 8 there, 9 here");
        refused(fit(Small.convnet(), Small.images("more", 91, 1), validation, 8, 5), "training images: 90 of small train, ", "here", "91 of more, ");
        refused(fit(Small.convnet(), relabelled, validation, 8, 5), "training images: 90 of small train, ");
        refused(fit(Small.convnet(), brighter, validation, 8, 5), "training images: 90 of small train, ");
        refused(fit(Small.convnet(), train, train, 8, 5), "validation images: 40 of small validation, ", "90 of small train, ");
        refused(fit(wider, train, validation, 8, 5), "(configuration: \"nout\" : ");
        refused(fit(slower, train, validation, 8, 5), "(configuration: \"learningRate\" : 0.01 there, \"learningRate\" : 0.001 here)");
        refused(fit(Small.convnet(2), train, validation, 8, 5), "(configuration: \"seed\" : 1 there, \"seed\" : 2 here)");
        refused(Fit.of(Small.convnet(), train, 5).batchSize(8), "validation images: 40 of small validation, ", "none here",
                "keeps the best: true there");
    }

    private static Fit fit(MultiLayerNetwork network, LabelledImages train, LabelledImages validation, int batchSize, long seed) {
        return Fit.of(network, train, seed).validation(validation).batchSize(batchSize).keepBest();
    }

    private static int[] reversed(int[] labels) {
        return Arrays.stream(labels).map(label -> Small.CLASSES - 1 - label).toArray();
    }

    private void refused(Fit fit, String... words) throws IOException {
        Map<String, Long> before = contents(folder);
        float[] parameters = fit.network.params().toFloatVector();
        String message = assertThrows(CheckpointException.class, fit.checkpoints(folder)::run).getMessage();
        assertTrue(message.startsWith("Checkpoint " + folder.resolve("checkpoint-00000001.zip") + " is of another training ("), message);
        assertTrue(message.endsWith("Give another folder, or delete " + folder + " to start anew."), message);
        for (String word : words) {
            assertTrue(message.contains(word), message);
        }
        // What is the same is not named.
        assertEquals(words[0].startsWith("validation") || words.length > 3 ? message.split(";").length : 1, message.split(";").length, message);
        assertEquals(before, contents(folder));
        assertTrue(Arrays.equals(parameters, fit.network.params().toFloatVector()));
        assertEquals(0, fit.network.getIterationCount());
    }

    /** Names and times of the last change. */
    private static Map<String, Long> contents(Path folder) throws IOException {
        Map<String, Long> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.getLastModifiedTime(file).toMillis());
            }
        }
        return contents;
    }

    /** In this process and from another one, whoever asks first. */
    @Test
    void isForOneTrainingAtATime() throws Exception {
        Path other = Files.createDirectories(folder.resolve("used"));
        Path sameByAnotherName = Files.createSymbolicLink(folder.resolve("link"), other);
        List<String> refusals = new ArrayList<>();
        FitListener second = new FitListener() {
            @Override
            public void epoch(Progress now) {
                if (!refusals.isEmpty()) {
                    return;
                }
                refusals.add(assertThrows(CheckpointException.class, Small.fit(Small.convnet()).checkpoints(sameByAnotherName)::run).getMessage());
                // Neither has that given the folder free for other processes.
                refusals.add(refusedProcess(other));
            }
        };
        History history = Small.fit(Small.convnet()).checkpoints(other).listener(second).run();
        assertEquals(Ending.FINISHED, history.ending());
        String refusal = "Another training is keeping its checkpoints in %s right now: wait for it, or give another folder.";
        assertEquals(refusal.formatted(sameByAnotherName), refusals.get(0));
        assertTrue(refusals.get(1).contains(refusal.formatted(other)), refusals.get(1));
        assertEquals(Ending.FINISHED, Small.fit(Small.convnet()).checkpoints(other).run().ending());
    }

    /** As one that was stopped a moment ago, by a notebook's stop button. */
    @Test
    void ofATrainingThatIsJustEndingItIsWaitedFor() throws InterruptedException {
        FolderLock first = FolderLock.of(folder);
        Thread ending = new Thread(() -> {
            LockSupport.parkNanos(300_000_000);
            first.close();
        });
        ending.start();
        FolderLock.of(folder).close();
        ending.join();
    }

    /** Which may change the last digits, or leaves nothing to do. */
    @Test
    void whatIsOtherButNoOtherTraining() {
        Fit fit = Small.fit(Small.convnet()).epochs(2).checkpoints(folder);
        fit.run();
        assertEquals(List.of("Goes on from checkpoint-00000002.zip: 2 epochs and 0 images.", "It was made by the engine on 1 thread, and goes on by "
                + "the engine on 2 threads: the last digits will be others.", "It has more than the 1 epochs asked for; all are kept.",
                "The network has the parameters of its best epoch."),
                Small.fit(Small.convnet()).epochs(1).threads(2).checkpoints(folder).run().notes());
    }

    private static String refusedProcess(Path folder) {
        try {
            Process process = TrainingProcess.start(folder, "small", 1);
            String said = TrainingProcess.toItsEnd(process);
            assertEquals(1, process.exitValue(), said);
            return said;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void usedByAnotherProcess() throws Exception {
        Process process = TrainingProcess.start(folder, "small", 100);
        try {
            TrainingProcess.untilItTrains(process);
            String message = assertThrows(CheckpointException.class, Small.fit(Small.convnet()).checkpoints(folder)::run).getMessage();
            assertTrue(message.startsWith("Another training is keeping its checkpoints in " + folder + " right now"), message);
        } finally {
            process.destroyForcibly().waitFor();
        }
        // The system has taken the lock back.
        FolderLock.of(folder).close();
    }

    /** A failed start leaves the folder free. */
    @Test
    void aRefusedTrainingDoesNotKeepIt() {
        Fit fit = Small.fit(Small.convnet()).epochs(1).checkpoints(folder);
        fit.run();
        assertThrows(CheckpointException.class, Fit.of(Small.convnet(), Small.train(), 1).checkpoints(folder)::run);
        assertEquals(Ending.FINISHED, fit.run().ending());
    }

    @Test
    void cannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        for (Path impossible : List.of(file, file.resolve("folder"))) {
            String message = assertThrows(CheckpointException.class, Small.fit(Small.convnet()).checkpoints(impossible)::run).getMessage();
            assertTrue(message.startsWith("The folder " + impossible + " cannot keep checkpoints: "), message);
            assertTrue(message.endsWith(". Give a folder in which you may write."), message);
        }
    }

    @Test
    void isNotWritable() {
        assumeTrue(folder.toFile().setWritable(false) && !Files.isWritable(folder), "somebody who may not write everywhere");
        String message = assertThrows(CheckpointException.class, Small.fit(Small.convnet()).checkpoints(folder)::run).getMessage();
        assertTrue(message.endsWith("Give a folder in which you may write."), message);
    }

    /** As on a full disk: a file may have 10 MB, and the second checkpoint, with the best parameters in it, has 11. */
    @Test
    void noRoom() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "the size of files can be limited");
        Process process = TrainingProcess.start(folder, "large", 5, "/bin/bash", "-c", "ulimit -f 10000; exec \"$@\"", "limited");
        String said = TrainingProcess.toItsEnd(process);
        assertEquals(0, process.exitValue(), said);
        assertTrue(said.contains("Could not write a checkpoint to \"" + folder.resolve("checkpoint-00000002.zip")
                + "\" (java.io.IOException: File too large): choose a file in a folder you may write to, on a disk with room. "
                + "The training goes on, and so far without a new checkpoint."), said);
        assertEquals(said.indexOf("Could not write"), said.lastIndexOf("Could not write"), "told once");
        assertTrue(said.contains("Finished after 5 epochs."), said);
        assertEquals(List.of(".lock", "checkpoint-00000001.zip", "history.csv"), List.copyOf(contents(folder).keySet()));

        MultiLayerNetwork network = TrainingProcess.fit(true, 1).network;
        Fit.of(network, Small.images("train", 16, 1), 5).validation(Small.validation()).epochs(5).threads(1).keepBest().batchSize(8)
                .checkpoints(folder).run();
        Fit uninterrupted = TrainingProcess.fit(true, 5);
        uninterrupted.run();
        Small.same(uninterrupted.network, network);
    }

    /** Gone in the middle of a training, with a file in its place. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isTakenAway(boolean fileInItsPlace) throws IOException {
        Path gone = folder.resolve("gone");
        FitListener takesItAway = new FitListener() {
            @Override
            public void epoch(Progress now) {
                try {
                    if (now.epoch() == 2) {
                        Files.move(gone, folder.resolve("elsewhere"));
                        if (fileInItsPlace) {
                            Files.writeString(gone, "");
                        }
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        Fit fit = Small.fit(Small.convnet()).checkpoints(gone).listener(takesItAway);
        if (fileInItsPlace) {
            History history = fit.run();
            assertEquals(Ending.FINISHED, history.ending());
            String note = history.notes().get(0);
            assertTrue(note.startsWith("Could not write a checkpoint to \"" + gone.resolve("checkpoint-00000002.zip") + "\" ("), note);
        } else {
            assertEquals(Ending.FINISHED, fit.run().ending());
            assertFalse(new CheckpointFolder(gone).newestFirst().isEmpty());
        }
    }
}
