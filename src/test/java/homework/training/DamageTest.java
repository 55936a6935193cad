package homework.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.data.DataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints of which something has been lost or changed: either that is seen, or it makes no difference. */
class DamageTest {
    private static final List<String> PARTS = List.of("configuration.json", "coefficients.bin", "updaterState.bin", "fit.properties", "history.csv",
            "best.bin", "end");
    @TempDir
    private Path folder;
    private Path newest;
    private Path before;
    private byte[] whole;
    private CheckpointFile content;

    /** Checkpoints after the third and after the fourth of five epochs. */
    @BeforeEach
    void twoCheckpoints() throws Exception {
        Small.fit(Small.convnet()).epochs(4).checkpoints(folder).run();
        before = folder.resolve("checkpoint-00000003.zip");
        newest = folder.resolve("checkpoint-00000004.zip");
        whole = Files.readAllBytes(newest);
        content = CheckpointFile.read(newest);
    }

    @Test
    void itHasAllItsParts() {
        assertEquals(PARTS.subList(0, 6), List.copyOf(content.entries().keySet()));
    }

    @Test
    void everyTruncationIsSeenOrMakesNoDifference() throws IOException {
        int unseen = 0;
        for (int length : lengths()) {
            unseen += isSeen(Arrays.copyOf(whole, length)) ? 0 : 1;
        }
        // Behind the last part there is only Zip's table of contents, which is not read.
        assertTrue(unseen > 0 && unseen < 40, unseen + " truncations made no difference");
    }

    /** Many all over the file, and all around the beginning of each part. */
    private int[] lengths() {
        IntStream around = starts().flatMap(start -> IntStream.rangeClosed(Math.max(0, start - 20), start + 60));
        IntStream everywhere = IntStream.range(0, 100).map(i -> (int) ((long) whole.length * i / 100));
        return IntStream.concat(around, everywhere).filter(length -> length < whole.length).toArray();
    }

    /** Where the local headers of Zip are; the name of the part is behind. */
    private IntStream starts() {
        return IntStream.range(0, whole.length - 4)
                .filter(i -> whole[i] == 'P' && whole[i + 1] == 'K' && whole[i + 2] == 3 && whole[i + 3] == 4);
    }

    @Test
    void everyFlippedByteIsSeenOrMakesNoDifference() throws IOException {
        assertEquals(PARTS.size(), starts().count());
        Random random = new Random(1);
        IntStream places = IntStream.concat(starts().flatMap(start -> IntStream.range(start, start + 50)), random.ints(300, 0, whole.length));
        int seen = 0;
        for (int place : places.filter(place -> place < whole.length).toArray()) {
            byte[] damaged = whole.clone();
            damaged[place] ^= (byte) (1 << random.nextInt(8));
            seen += isSeen(damaged) ? 1 : 0;
        }
        assertTrue(seen > 300, seen + " flips were seen");
    }

    /** False if the checkpoint is read as the same as ever. */
    private boolean isSeen(byte[] bytes) throws IOException {
        Files.write(newest, bytes);
        try {
            CheckpointFile read = CheckpointFile.read(newest);
            assertEquals(content.properties(), read.properties());
            assertEquals(content.entries().keySet(), read.entries().keySet());
            read.entries().forEach((name, part) -> assertTrue(Arrays.equals(content.entries().get(name), part), name));
            return false;
        } catch (DamagedCheckpoint e) {
            assertNotNull(e.getMessage());
            return true;
        }
    }

    /** The one before it is used, and the end is the same as ever. */
    @Test
    void theOneBeforeIsUsed() throws IOException {
        MultiLayerNetwork uninterrupted = Small.convnet();
        History expected = Small.fit(uninterrupted).run();
        List<byte[]> damaged = new ArrayList<>(List.of(new byte[0], "no checkpoint".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(whole, whole.length / 2)));
        for (String part : PARTS) {
            // A byte of the part itself, and a byte of its name.
            int name = new String(whole, StandardCharsets.ISO_8859_1).indexOf(part);
            damaged.add(flipped(name + part.length() + 8));
            damaged.add(flipped(name + 1));
        }
        byte[] older = Files.readAllBytes(before);
        for (byte[] bytes : damaged) {
            empty();
            Files.write(before, older);
            Files.write(newest, bytes);
            MultiLayerNetwork network = Small.convnet();
            History history = Small.fit(network).checkpoints(folder).run();
            Small.same(expected, history);
            Small.same(uninterrupted, network);
            String note = history.notes().get(0);
            assertTrue(note.startsWith("Checkpoint " + newest + " is damaged ("), note);
            assertTrue(note.endsWith(") and was renamed to checkpoint-00000004.zip.damaged; the one before it is used."), note);
            assertEquals("Goes on from checkpoint-00000003.zip: 3 epochs and 0 images.", history.notes().get(1));
            assertTrue(Arrays.equals(bytes, Files.readAllBytes(folder.resolve("checkpoint-00000004.zip.damaged"))));
        }
    }

    private byte[] flipped(int place) {
        byte[] bytes = whole.clone();
        bytes[place] ^= 1;
        return bytes;
    }

    private void empty() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    /** Each time that it is asked, and whoever deletes the folder starts anew. */
    @Test
    void allDamaged() throws IOException {
        Files.write(newest, new byte[3]);
        Files.write(before, Arrays.copyOf(whole, 1000));
        for (int time = 1; time <= 2; time++) {
            MultiLayerNetwork network = Small.convnet();
            String message = assertThrows(CheckpointException.class, Small.fit(network).checkpoints(folder)::run).getMessage();
            assertTrue(message.startsWith("No checkpoint in " + folder + " is whole ["), message);
            assertTrue(message.endsWith("]. Delete the folder to start the training anew."), message);
            Small.same(Small.convnet(), network);
            assertEquals(3, Files.size(newest));
            assertEquals(1000, Files.size(before));
        }
        empty();
        Small.same(Small.fit(Small.convnet()).run(), Small.fit(Small.convnet()).checkpoints(folder).run());
    }

    /** The older one, which is whole, is of another training: nothing is renamed. */
    @Test
    void damagedAndOfAnotherTraining() throws IOException {
        Files.write(newest, new byte[3]);
        assertThrows(CheckpointException.class, Fit.of(Small.convnet(), Small.train(), 77).checkpoints(folder)::run);
        assertEquals(3, Files.size(newest));
        assertTrue(Files.exists(before));
    }

    /** Left by a process that was killed while it wrote; what has other names is not ours. */
    @Test
    void leftoversAreRemoved() throws IOException {
        Path leftover = Files.write(folder.resolve(".checkpoint-00000005.zip.8c1d.part"), whole);
        Path theirs = Files.write(folder.resolve("notes.part"), whole);
        History history = Small.fit(Small.convnet()).checkpoints(folder).run();
        assertEquals("Goes on from checkpoint-00000004.zip: 4 epochs and 0 images.", history.notes().get(0));
        assertTrue(Files.notExists(leftover));
        assertTrue(Files.exists(theirs));
    }

    /** A file that could not be written leaves the one of before, and nothing beside it. */
    @Test
    void failedWritingLeavesNothing() throws IOException {
        assertThrows(DataException.class, () -> WholeFile.write(newest, "a checkpoint", out -> {
            out.write(new byte[100_000]);
            throw new IOException("No space left on device");
        }));
        assertTrue(Arrays.equals(whole, Files.readAllBytes(newest)));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(3, files.count(), "the lock and two checkpoints");
        }
    }
}
