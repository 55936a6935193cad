package homework.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import homework.data.DataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that real processes write to. */
class StoreProcessesTest {
    private static final int ROWS = 200;
    @TempDir
    private Path folder;

    /** Adds rows of a seed as fast as it can. */
    static final class Writer {
        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            Experiment run = Tiny.experiment(ROWS).seed(Long.parseLong(arguments[1]));
            System.out.println("READY");
            while (!Files.exists(folder.resolve("go"))) {
                Thread.sleep(1);
            }
            try {
                for (int epoch = 1; epoch <= ROWS; epoch++) {
                    new Store(folder).append(Tiny.REPORT, Tiny.row(run, epoch));
                }
            } catch (DataException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void twoAtATimeLoseNothing() throws Exception {
        try (ChildProcess one = ChildProcess.start(Writer.class, folder, 1); ChildProcess two = ChildProcess.start(Writer.class, folder, 2)) {
            one.lineAfter("READY");
            two.lineAfter("READY");
            Files.createFile(folder.resolve("go"));
            assertEquals("READY\n", one.toItsEnd());
            assertEquals("READY\n", two.toItsEnd());
        }
        Store.Content content = new Store(folder).read(Tiny.REPORT);
        assertEquals(List.of(), content.damaged());
        for (int seed = 1; seed <= 2; seed++) {
            Experiment run = Tiny.experiment(ROWS).seed(seed);
            assertEquals(IntStream.rangeClosed(1, ROWS).mapToObj(epoch -> Tiny.row(run, epoch)).toList(), content.run(run));
        }
        assertEquals(2 * ROWS + 1, Files.readAllLines(new Store(folder).file(Tiny.REPORT)).size());
        // Each waited for the other, and not only one after the other.
        List<Row> rows = content.rows();
        assertTrue(IntStream.range(1, rows.size()).filter(i -> rows.get(i).seed() != rows.get(i - 1).seed()).count() > 1, "at the same time");
    }

    /** What a full disk does: the system takes a part of the line and no more. */
    @Test
    void aLineThatDoesNotFitLeavesNothingBehind() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "a shell that limits the size of files");
        Files.createFile(folder.resolve("go"));
        List<String> limited = List.of("/bin/sh", "-c", "ulimit -f 8; exec \"$@\"", "sh");
        try (ChildProcess writer = ChildProcess.start(limited, Writer.class, folder, 1)) {
            String said = writer.toItsEnd();
            assertTrue(said.contains("READY\nCould not add a row to " + new Store(folder).file(Tiny.REPORT) + " (java.io.IOException: "), said);
            assertTrue(said.endsWith("on a disk with room. What is in the file is as it was.\n"), said);
        }
        Store store = new Store(folder);
        Store.Content content = store.read(Tiny.REPORT);
        int kept = content.rows().size();
        assertTrue(kept > 10 && kept < 100, kept + " rows");
        assertEquals(List.of(), content.damaged());
        assertTrue(Files.readString(store.file(Tiny.REPORT)).endsWith("\n"));
    }
}
