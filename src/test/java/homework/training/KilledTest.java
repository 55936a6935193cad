package homework.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL: a process gets no chance to do anything about it. The one that is started after it goes on, and at the end there is no trace of
 * the kills in any number.
 */
class KilledTest {
    private static final List<String> AT_THE_END = List.of("best.bin", "coefficients.bin", "configuration.json", "updaterState.bin");
    @TempDir
    private Path folder;
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private int wentOn;
    private int leftHalf;

    @Test
    void atTwentyRandomMoments() throws Exception {
        int epochs = 20;
        Path expected = folder.resolve("uninterrupted");
        long start = System.nanoTime();
        History uninterrupted = TrainingProcess.fit(false, epochs).checkpoints(expected, Duration.ZERO).run();
        // All of these moments together are less than the training takes, on whatever machine.
        double most = Math.min(.3, (System.nanoTime() - start) / 1e9 / 25);
        Path killed = folder.resolve("killed");
        for (int kill = 1; kill <= 20; kill++) {
            Process process = start(killed, "small", epochs);
            TimeUnit.MICROSECONDS.sleep((long) (random.nextDouble() * most * 1e6));
            kill(process, kill, killed);
        }
        assertTrue(wentOn >= 15, wentOn + " of 20 went on from a checkpoint" + fromSeed());
        finish(killed, "small", epochs, expected, uninterrupted);
    }

    /** A checkpoint of 11 MB after every two steps: most of the time goes into writing, renaming and deleting files. */
    @Test
    void whileACheckpointIsWritten() throws Exception {
        int epochs = 40;
        Path expected = folder.resolve("uninterrupted");
        History uninterrupted = TrainingProcess.fit(true, epochs).checkpoints(expected).run();
        Path killed = folder.resolve("killed");
        for (int kill = 1; kill <= 6; kill++) {
            int before = newest(killed);
            Process process = start(killed, "large", epochs);
            int some = 1 + random.nextInt(3);
            while (process.isAlive() && (newest(killed) < before + some || !isWriting(killed))) {
                TimeUnit.MICROSECONDS.sleep(200);
            }
            TimeUnit.MICROSECONDS.sleep(random.nextInt(15_000));
            kill(process, kill, killed);
        }
        assertTrue(leftHalf >= 1, "no kill hit the writing of a file" + fromSeed());
        assertTrue(wentOn >= 3, wentOn + " of 6 went on from a checkpoint" + fromSeed());
        finish(killed, "large", epochs, expected, uninterrupted);
    }

    private Process start(Path killed, String kind, int epochs) throws IOException {
        Process process = TrainingProcess.start(killed, kind, epochs);
        String said = TrainingProcess.untilItTrains(process);
        assertTrue(said.endsWith(TrainingProcess.TRAINS + System.lineSeparator()), said + fromSeed());
        assertFalse(said.contains("damaged"), said + fromSeed());
        wentOn += said.contains("Goes on from checkpoint-") ? 1 : 0;
        return process;
    }

    private void kill(Process process, int number, Path killed) throws Exception {
        process.destroyForcibly().waitFor();
        assertEquals(128 + 9, process.exitValue(), "kill " + number + " hit a training that had ended" + fromSeed());
        leftHalf += isWriting(killed) ? 1 : 0;
        for (Path file : new CheckpointFolder(killed).newestFirst()) {
            // Throws if it is not whole.
            CheckpointFile.read(file);
        }
    }

    /** Number of the newest checkpoint, 0 if there is none. */
    private static int newest(Path folder) throws IOException {
        return Files.exists(folder) ? new CheckpointFolder(folder).newestFirst().stream().mapToInt(CheckpointFolder::number).max().orElse(0) : 0;
    }

    /** Nothing has another name than these, whatever was interrupted. */
    private static boolean isWriting(Path folder) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> names.add(file.getFileName().toString().replaceAll("\\d{8}", "#").replaceAll("\\d+-\\d+", "*")));
        }
        assertTrue(Set.of(".lock", "history.csv", "checkpoint-#.zip", ".checkpoint-#.zip.*.part").containsAll(names), names.toString());
        return names.contains(".checkpoint-#.zip.*.part");
    }

    private void finish(Path killed, String kind, int epochs, Path expected, History uninterrupted) throws Exception {
        Process last = TrainingProcess.start(killed, kind, epochs);
        String said = TrainingProcess.toItsEnd(last);
        assertEquals(0, last.exitValue(), said + fromSeed());
        assertFalse(isWriting(killed), "leftovers of killed processes" + fromSeed());
        assertEquals(2, new CheckpointFolder(killed).newestFirst().size());
        Small.same(uninterrupted, History.read(killed.resolve("history.csv")));
        CheckpointFile one = CheckpointFile.read(new CheckpointFolder(expected).newestFirst().get(0));
        CheckpointFile other = CheckpointFile.read(new CheckpointFolder(killed).newestFirst().get(0));
        for (String entry : AT_THE_END) {
            assertArrayEquals(one.entries().get(entry), other.entries().get(entry), entry + fromSeed());
        }
    }

    private String fromSeed() {
        return " (random moments from seed " + seed + ")";
    }
}
