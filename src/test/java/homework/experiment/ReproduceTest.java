package homework.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.data.DataException;
import homework.data.Digits;
import homework.data.Mnist;
import homework.data.Origin;
import homework.engine.Pass;
import homework.training.TerminalLine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command, as far as it trains nothing. */
class ReproduceTest {
    private static final Supplier<Mnist> NOT_ASKED_FOR = () -> {
        throw new AssertionError("no images are needed for this");
    };
    private static final Supplier<Mnist> BUNDLED = () -> {
        Digits digits = Digits.load();
        return new Mnist(digits.train(), digits.test(), Origin.BUNDLED, "");
    };
    private static final String SMALL = "kit-lab1/plain";

    @TempDir
    private Path project;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream faults = new ByteArrayOutputStream();

    private int reproduce(Supplier<Mnist> data, String... arguments) {
        return new Reproduce(project, data, new TerminalLine(new PrintStream(said, true, StandardCharsets.UTF_8), false),
                new PrintStream(faults, true, StandardCharsets.UTF_8)).execute(arguments);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String faults() {
        return faults.toString(StandardCharsets.UTF_8);
    }

    /** Rows of the first seeds, ten seconds each. */
    private void store(String name, int seeds, int epochs) {
        Sweep sweep = Sweeps.named(name).atMost(seeds, epochs);
        Store store = new Store(project.resolve("data").resolve("results"));
        for (Experiment run : sweep.runs()) {
            for (int epoch = 1; epoch <= run.epochs(); epoch++) {
                store.append(sweep.report(), new Row(run.id(), name, run.seed(), epoch, new Pass(4200, 4200, .5, 3800), new Pass(0, 1800, .3, 1700), 9,
                        1, "00000000", Provenance.here(1), null));
            }
        }
    }

    private String line(String start) {
        return said().lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow(() -> new AssertionError(start + " in\n" + said()));
    }

    @Test
    void anUnknownNameIsMisuse() {
        assertEquals(2, reproduce(NOT_ASKED_FOR, "kit-lab1/fig3", "kit-lab1/figg5"));
        assertEquals("course: There is no figure, table or report \"kit-lab1/figg5\"; the nearest is kit-lab1/fig5. "
                + "All of them: ./course reproduce list" + System.lineSeparator(), faults());
        assertEquals("", said());
    }

    @ParameterizedTest
    @ValueSource(strings = {"all --jobs 0", "all --seeds 0", "all --epochs -1", "all --jobs x", "all --thin", "list kit-lab9", "--dry-run"})
    void whatMakesNoSenseIsMisuse(String words) {
        assertEquals(2, reproduce(NOT_ASKED_FOR, words.split(" ")));
        assertEquals(1, faults().lines().count(), faults());
    }

    @Test
    void listsAllWithTheirStates() {
        store(SMALL, 99, 99);
        store("kit-lab1/fig5", 2, 3);
        assertEquals(0, reproduce(NOT_ASKED_FOR, "list"));
        assertTrue(said().lines().skip(1).map(line -> line.split(" ")[0]).toList().containsAll(Sweeps.all().stream().map(Sweep::name).toList()), said());
        assertTrue(line("kit-lab1/fig5 ").matches("kit-lab1/fig5 +Non-linearity +partial, 18 of 225 epochs +3 min 0 s +about .*"), said());
        assertTrue(line(SMALL).matches(SMALL + " .* complete +\\d.* s"), said());
        assertTrue(line("nyu-2015/table3.3").matches("nyu-2015/table3.3 +Activation +published only +about .*"), said());
        assertEquals("", faults());
    }

    @Test
    void listsOneReport() {
        assertEquals(0, reproduce(NOT_ASKED_FOR, "list", "nyu-2015"));
        assertFalse(said().contains("kit-lab1"), said());
    }

    /** Ten seconds an epoch: what is left of three runs of 15 epochs, of which three are there, is 360 s in all. */
    @Test
    void aDryRunTellsWhatWouldRunAndForHowLong() {
        store("kit-lab1/fig5", 1, 3);
        assertEquals(0, reproduce(NOT_ASKED_FOR, "kit-lab1/fig5", "--seeds", "1", "--jobs", "2", "--dry-run"));
        assertEquals("kit-lab1/fig5 ReLU, seed 1: 12 of 15 epochs, about 2 min 0 s", line("kit-lab1/fig5 ReLU"));
        assertEquals("3 runs are to be made, 36 epochs, about 3 min 0 s on 2 cores.", line("3 runs"));
        assertFalse(Files.exists(project.resolve("target")));
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "99, 15"})
    void epochsAreAtMostThoseDefined(int asked, int expected) {
        assertEquals(0, reproduce(NOT_ASKED_FOR, "kit-lab1/fig5", "--seeds", "1", "--epochs", String.valueOf(asked), "--dry-run"));
        assertEquals("kit-lab1/fig5 tanh, seed 1: " + expected + " of " + expected + " epochs", line("kit-lab1/fig5 tanh").split(", about")[0]);
    }

    @Test
    void theLongestIsFirst() {
        assertEquals(0, reproduce(NOT_ASKED_FOR, "kit-lab1/fig1", "--dry-run"));
        List<String> widths = said().lines().limit(15).map(line -> line.replaceAll("kit-lab1/fig1 (.*), seed.*", "$1")).distinct().toList();
        assertEquals(List.of("256-256-512", "128-128-256", "64-64-128"), widths);
    }

    @Test
    void refusesToTrainOnBundledDigits() {
        assertEquals(3, reproduce(BUNDLED, "kit-lab1/fig5"));
        assertTrue(faults().contains("the bundled digits are not MNIST"), faults());
        assertTrue(faults().contains("put its four files into " + project.resolve("data").resolve("mnist") + ", or set HOMEWORK_DATA"), faults());
        assertFalse(Files.exists(project.resolve("data")) || Files.exists(project.resolve("target")), "nothing began");
    }

    @Test
    void aWrongFolderForMnistIsTold() {
        assertEquals(3, reproduce(() -> {
            throw new DataException("HOMEWORK_DATA names the folder x, which does not exist");
        }, "kit-lab1/fig5"));
        assertEquals("course: HOMEWORK_DATA names the folder x, which does not exist" + System.lineSeparator(), faults());
    }

    @Test
    void whatIsCompleteIsDrawnWithoutMnist() {
        store(SMALL, 99, 99);
        assertEquals(0, reproduce(NOT_ASKED_FOR, SMALL));
        seesItsFigure();
        assertTrue(said().startsWith("Nothing is missing."), said());
        assertEquals(3, reproduce(BUNDLED, SMALL, "kit-lab1/fig5"), "of the other nothing is there");
        seesItsFigure();
    }

    private void seesItsFigure() {
        for (String ending : List.of(".png", ".svg")) {
            Path file = project.resolve("target").resolve("reproduced").resolve("kit-lab1-plain" + ending);
            assertTrue(said().contains(file + System.lineSeparator()), said());
            assertTrue(file.toFile().delete(), file + " was drawn");
        }
        assertTrue(said().contains("verdict"), said());
    }

    @Test
    void aDamagedRowIsNamed() throws Exception {
        store(SMALL, 1, 1);
        Path file = project.resolve("data").resolve("results").resolve("kit-lab1.csv");
        Files.writeString(file, Files.readString(file).replace(",1700,", ",1701,"));
        assertEquals(0, reproduce(NOT_ASKED_FOR, "list"));
        assertTrue(line("kit-lab1.csv, line 2: ").contains("left aside"), said());
    }
}
