package homework.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of results that was cut off or changed. */
class DamagedStoreTest {
    private static final Experiment RUN = Tiny.experiment(3);
    private static final Row NEXT = Tiny.row(RUN.seed(2), 1);
    @TempDir
    private Path folder;
    private Store store;
    private Path file;
    private List<Row> rows;
    private byte[] whole;

    @BeforeEach
    void fill() throws IOException {
        store = new Store(folder);
        file = store.file(Tiny.REPORT);
        rows = List.of(Tiny.row(RUN, 1), Tiny.row(RUN, 2), Tiny.row(RUN, 3));
        rows.forEach(row -> store.append(Tiny.REPORT, row));
        whole = Files.readAllBytes(file);
    }

    private List<Row> rows(int many, Row... more) {
        List<Row> some = new ArrayList<>(rows.subList(0, many));
        some.addAll(List.of(more));
        return some;
    }

    private static List<String> damagedLine(int number) {
        return List.of("tiny.csv, line " + number + ": its checksum does not fit, so it was cut off or changed; the line is left aside");
    }

    @Test
    void aLineThatIsCutOffAnywhereIsLostAlone() throws IOException {
        int from = start(4);
        for (int end = from; end < whole.length; end++) {
            byte[] cut = Arrays.copyOf(whole, end);
            Files.write(file, cut);
            // Without a byte of it there is nothing to name; without its end alone it is whole.
            boolean isWhole = end == whole.length - 1;
            List<String> damaged = end == from || isWhole ? List.of() : damagedLine(4);
            assertEquals(new Store.Content(rows(isWhole ? 3 : 2), damaged), store.read(Tiny.REPORT), "cut at " + end);

            store.append(Tiny.REPORT, NEXT);
            assertEquals(new Store.Content(rows(isWhole ? 3 : 2, NEXT), damaged), store.read(Tiny.REPORT), "cut at " + end);
            assertEquals(new String(cut, StandardCharsets.UTF_8), Files.readString(file).substring(0, end), "only ever added to");
        }
    }

    @Test
    void aHeaderThatIsCutOffAnywhereIsCompleted() throws IOException {
        for (int end = 0; end < start(2); end++) {
            Files.write(file, Arrays.copyOf(whole, end));
            assertEquals(new Store.Content(List.of(), List.of()), store.read(Tiny.REPORT), "cut at " + end);
            store.append(Tiny.REPORT, rows.get(0));
            assertEquals(new String(Arrays.copyOf(whole, start(3)), StandardCharsets.UTF_8), Files.readString(file), "cut at " + end);
        }
    }

    @Test
    void anyChangedByteIsNoticed() throws IOException {
        for (int at = start(3); at < start(4) - 1; at++) {
            for (byte other : new byte[] {'7', ' ', ',', (byte) 0xff}) {
                byte[] changed = whole.clone();
                changed[at] = other;
                if (other != whole[at]) {
                    Files.write(file, changed);
                    assertEquals(new Store.Content(List.of(rows.get(0), rows.get(2)), damagedLine(3)), store.read(Tiny.REPORT), "byte " + at);
                }
            }
        }
    }

    /** A checksum that fits tells that nobody damaged the line, not that it is a row. */
    @Test
    void aLineThatIsNoRowIsNamed() throws IOException {
        String text = rows.get(0).text().replace(",tiny/fig1 one,1,1,", ",tiny/fig1 one,1,0,");
        Files.writeString(file, new String(whole, StandardCharsets.UTF_8) + text + "," + Store.checksum(text) + "\n");
        Store.Content content = store.read(Tiny.REPORT);
        assertEquals(rows, content.rows());
        assertTrue(content.damaged().get(0).startsWith("tiny.csv, line 5: the cell \"epoch\" must be "), content.damaged().toString());
    }

    /** Where line so and so begins, 1 for the first. */
    private int start(int line) {
        int at = 0;
        for (int i = 1; i < line; at++) {
            i += whole[at] == '\n' ? 1 : 0;
        }
        return at;
    }
}
