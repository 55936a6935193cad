package homework.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.data.DataException;
import homework.engine.Pass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** A history in a file. */
class HistoryTextTest {
    private Path folder;

    @BeforeTry
    void make() throws IOException {
        folder = Files.createTempDirectory("history");
    }

    @AfterTry
    void remove() throws IOException {
        for (Path file : List.of(folder.resolve("sub/history.csv"), folder.resolve("sub"), folder)) {
            Files.deleteIfExists(file);
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void comesBackToTheLastDigit(@ForAll("histories") History history) {
        Path csv = folder.resolve("sub/history.csv");
        assertEquals(csv, history.write(csv));
        assertEquals(history, History.read(csv));
    }

    @Provide
    Arbitrary<History> histories() {
        Arbitrary<Ending> ending = Arbitraries.of(Ending.class).injectNull(.2);
        return Combinators.combine(texts(), epochs().list().ofMaxSize(4), points().list().ofMaxSize(4), ending, texts().list().ofMaxSize(3))
                .as(History::new);
    }

    /** All that may stand in a sentence, and what makes trouble in CSV often. */
    private static Arbitrary<String> texts() {
        Arbitrary<Character> any = Arbitraries.chars().filter(it -> !Character.isSurrogate(it));
        Arbitrary<Character> special = Arbitraries.chars().with(',', '"', '\n', '\r', ' ', '\u2028');
        return Arbitraries.oneOf(any, special).array(char[].class).ofMaxSize(12).map(String::new);
    }

    private static Arbitrary<Epoch> epochs() {
        Arbitrary<Integer> number = Arbitraries.integers().greaterOrEqual(1);
        return Combinators.combine(number, passes(true), passes(false), passes(false), numbers(), numbers(), numbers()).as(Epoch::new);
    }

    private static Arbitrary<Point> points() {
        return Combinators.combine(Arbitraries.integers().greaterOrEqual(1), numbers(), passes(true), passes(false)).as(Point::new);
    }

    /** Steps are there where something was trained. */
    private static Arbitrary<Pass> passes(boolean trained) {
        Arbitrary<Integer> whole = Arbitraries.integers().greaterOrEqual(0);
        return Combinators.combine(trained ? whole : Arbitraries.just(0), whole, numbers(), whole).as(Pass::new);
    }

    private static Arbitrary<Double> numbers() {
        return Arbitraries.oneOf(Arbitraries.doubles(), Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, -0.0, 0.1, Double.MIN_VALUE));
    }

    private static final History SMALL = new History("about", List.of(new Epoch(1, new Pass(5, 9, .5, 7), new Pass(0, 9, .25, 8), Sum.NOTHING.pass(),
            .1, 2, .5)), List.of(new Point(3, .6, new Pass(3, 5, 1, 2), Sum.NOTHING.pass())), Ending.EARLY, List.of("a \"note\", and more"));

    @Example
    void aRowForEach() {
        assertEquals("""
                kind,number,epochs,running_steps,running_examples,running_correct,running_loss,train_examples,train_correct,train_loss,\
                validation_examples,validation_correct,validation_loss,learning_rate,training_seconds,evaluation_seconds,text
                about,,,,,,,,,,,,,,,,"about"
                ending,,,,,,,,,,,,,,,,"EARLY"
                note,,,,,,,,,,,,,,,,"a ""note"", and more"
                epoch,1,1.0,5,9,7,0.5,9,8,0.25,0,0,NaN,0.1,2.0,0.5,
                point,3,0.6,3,5,2,1.0,0,0,NaN,0,0,NaN,,,,
                """, HistoryText.of(SMALL));
    }

    /** Cut off at any place or changed; a text that is cut off behind a quotation mark in it is one, too. */
    @Example
    void damagedLinesAreNamed() throws IOException {
        String[] lines = HistoryText.of(SMALL).split("\n");
        for (int i = 1; i < lines.length; i++) {
            for (int length = 0; length < lines[i].length(); length++) {
                String[] damaged = lines.clone();
                damaged[i] = lines[i].substring(0, length);
                if (!damaged[i].matches("note,.*\"(a |a \"\"note)\"")) {
                    damaged(String.join("\n", damaged) + "\nend", i + 1, damaged[i]);
                }
            }
        }
        for (String wrong : List.of("epoch,x,1.0,5,9,7,0.5,9,8,0.25,0,0,NaN,0.1,2.0,0.5,", "epoch,1,1.0,5,9,7,,9,8,0.25,0,0,NaN,0.1,2.0,0.5,",
                "epochs,1,1.0,5,9,7,0.5,9,8,0.25,0,0,NaN,0.1,2.0,0.5,", "ending,,,,,,,,,,,,,,,,\"LATE\"", "note,,,,,,,,,,,,,,,,\"",
                "note,,,,,,,,,,,,,,,,text", "note,,,,,,,,,,,,,,,,\"a \" b\"", "")) {
            damaged(lines[0] + "\n" + wrong + "\n" + lines[1], 2, wrong);
        }
    }

    private void damaged(String csv, int line, String content) throws IOException {
        Path file = Files.writeString(Files.createDirectories(folder.resolve("sub")).resolve("history.csv"), csv);
        String message = assertThrows(IllegalArgumentException.class, () -> History.read(file), csv).getMessage();
        String expected = "Line " + line + " of " + file + " is damaged: \"" + content + "\". Expected are 17 fields: kind,number,";
        assertTrue(message.startsWith(expected), message);
    }

    @Example
    void otherFiles() throws IOException {
        Path file = Files.createDirectories(folder.resolve("sub")).resolve("history.csv");
        cannotBeRead(file);
        for (String other : List.of("", "\n", "epoch,loss\n1,2\n")) {
            Files.writeString(file, other);
            String message = assertThrows(IllegalArgumentException.class, () -> History.read(file), other).getMessage();
            assertTrue(message.startsWith(file + " is no history of a training: its first line should be \"kind,"), message);
        }
        Files.write(file, "kind\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        cannotBeRead(file);
        assertTrue(assertThrows(DataException.class, () -> SMALL.write(folder.resolve("sub"))).getMessage()
                .startsWith("Could not write the history to \"" + folder.resolve("sub") + "\" ("));
    }

    private static void cannotBeRead(Path file) {
        String message = assertThrows(UncheckedIOException.class, () -> History.read(file)).getMessage();
        assertTrue(message.startsWith("No history could be read from " + file), message);
    }
}
