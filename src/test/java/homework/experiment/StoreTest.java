package homework.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import homework.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final Experiment RUN = Tiny.experiment(3);
    private static final List<Row> ROWS = List.of(Tiny.row(RUN, 1), Tiny.row(RUN, 2), Tiny.row(RUN, 3));
    @TempDir
    private Path folder;

    private Store store() {
        return new Store(folder.resolve("results"));
    }

    private Store filled() {
        ROWS.forEach(row -> store().append(Tiny.REPORT, row));
        return store();
    }

    private Path file() {
        return store().file(Tiny.REPORT);
    }

    @Test
    void keepsWhatIsAdded() throws IOException {
        assertEquals(List.of(), store().read(Tiny.REPORT).rows());
        Store.Content content = filled().read(Tiny.REPORT);
        assertEquals(ROWS, content.rows());
        assertEquals(List.of(), content.damaged());
        assertEquals(List.of(), store().read("another").rows());
        List<String> lines = Files.readAllLines(file());
        assertEquals(4, lines.size());
        assertEquals(String.join(",", Row.COLUMNS) + ",checksum", lines.get(0));
        // zlib.crc32 of the line
        assertEquals("cbf43926", Store.checksum("123456789"));
    }

    @Test
    void aRunIsItsEpochsUpToTheFirstThatIsMissing() {
        Store store = store();
        for (int epoch : new int[] {5, 2, 1, 4}) {
            store.append(Tiny.REPORT, Tiny.row(RUN, epoch));
        }
        store.append(Tiny.REPORT, Tiny.row(RUN.seed(2), 3));
        store.append(Tiny.REPORT, Tiny.row(RUN.batchSize(2), 3));
        Store.Content content = store.read(Tiny.REPORT);
        assertEquals(List.of(1, 2), content.run(RUN.epochs(9)).stream().map(Row::epoch).toList());
        assertEquals(List.of(1), content.run(RUN.epochs(1)).stream().map(Row::epoch).toList());
        assertEquals(List.of(), content.run(RUN.seed(2)));
    }

    @Test
    void ofSeveralTheFirstCounts() {
        Store store = filled();
        store.append(Tiny.REPORT, Tiny.row(RUN, 2, 99));
        assertEquals(ROWS, store.read(Tiny.REPORT).rows());
        assertEquals(ROWS, store.read(Tiny.REPORT).run(RUN));
    }

    /** Excel and some settings of Git write them. */
    @Test
    void carriageReturnsAreRead() throws IOException {
        Store store = filled();
        Files.writeString(file(), Files.readString(file()).replace("\n", "\r\n"));
        assertEquals(new Store.Content(ROWS, List.of()), store.read(Tiny.REPORT));
        store.append(Tiny.REPORT, Tiny.row(RUN, 4));
        assertEquals(new Store.Content(List.of(ROWS.get(0), ROWS.get(1), ROWS.get(2), Tiny.row(RUN, 4)), List.of()), store.read(Tiny.REPORT));
    }

    @Test
    void linesOfNothingAreNothing() throws IOException {
        Store store = filled();
        Files.writeString(file(), Files.readString(file()) + "\n  \n");
        assertEquals(new Store.Content(ROWS, List.of()), store.read(Tiny.REPORT));
        Files.writeString(file(), "\n\n");
        assertThrows(DataException.class, () -> store.read(Tiny.REPORT));
    }

    @Test
    void anotherFileIsLeftAsItIs() throws IOException {
        Files.createDirectories(file().getParent());
        for (String foreign : List.of("kind,number\n1,2\n", "\n", "id,name,seed\n", "kind", "x".repeat(1000))) {
            Files.writeString(file(), foreign);
            for (DataException e : List.of(assertThrows(DataException.class, () -> store().read(Tiny.REPORT)),
                    assertThrows(DataException.class, () -> store().append(Tiny.REPORT, ROWS.get(0))))) {
                String said = e.getMessage();
                assertTrue(said.startsWith(file() + " is no store of results: its first line must be \"id,name,seed,epoch,"), said);
                assertTrue(said.endsWith(" Move it away.") && said.lines().count() == 1, said);
            }
            assertEquals(foreign, Files.readString(file()));
        }
    }

    @Test
    void anInterruptedThreadAddsItsRow() {
        Thread.currentThread().interrupt();
        Store store = filled();
        assertTrue(Thread.interrupted(), "still interrupted");
        assertEquals(ROWS, store.read(Tiny.REPORT).rows());
    }

    @Test
    void saysWhereNothingCanBeWritten() throws IOException {
        Files.writeString(folder.resolve("results"), "a file in the place of the folder");
        saysThatItCannotWrite();
        Files.delete(folder.resolve("results"));
        Path readOnly = Files.createDirectory(folder.resolve("results"));
        assertTrue(readOnly.toFile().setWritable(false));
        // The administrator writes everywhere.
        assumeTrue(!Files.isWritable(readOnly), "folders can be read-only");
        saysThatItCannotWrite();
    }

    private void saysThatItCannotWrite() {
        String message = assertThrows(DataException.class, this::filled).getMessage();
        assertTrue(message.startsWith("Could not add a row to " + file() + " (java."), message);
        assertTrue(message.endsWith("): the folder must be one you may write to, on a disk with room. What is in the file is as it was."), message);
        assertFalse(Files.exists(file()));
    }
}
