package homework.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.engine.Pass;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told while a training goes on. */
class ProgressTest {
    private static final Pass NONE = Sum.NOTHING.pass();
    private static final History NOTHING = new History("", List.of(), List.of(), null, List.of());
    private static final Epoch EPOCH = new Epoch(1, new Pass(10, 1000, 1.25, 600), NONE, NONE, .1, 2, 0);
    private static final History ONE_EPOCH = new History("", List.of(EPOCH), List.of(), null, List.of());

    private static Progress now(double secondsLeft) {
        return new Progress(ONE_EPOCH, 4, 250, 1000, new Pass(10, 250, .51234, 200), 1234.4, secondsLeft);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "0.6, 1 s", "119.4, 119 s", "119.6, 2 min 0 s", "754, 12 min 34 s", "7199.4, 119 min 59 s", "7199.6, 2 h 0 min",
            "100000, 27 h 46 min"})
    void timeLeft(double seconds, String expected) {
        assertEquals("epoch 2 of 4, 250 of 1000 images: running error 20.00 %, loss 0.5123 · 1234 images/s · " + expected + " left",
                now(seconds).toString());
    }

    /** Before the first step, and between two epochs, there is no error to tell. */
    @Test
    void whereNothingIsToldYet() {
        assertEquals("epoch 1 of 4, starting", new Progress(NOTHING, 4, 0, 1000, NONE, Double.NaN, Double.NaN).toString());
        assertEquals("epoch 2 of 4, starting", new Progress(ONE_EPOCH, 4, 0, 1000, NONE, 1000, 3).toString());
    }

    @Test
    void share() {
        assertEquals(0, new Progress(NOTHING, 4, 0, 1000, NONE, 0, 0).share());
        assertEquals(1.25 / 4, now(1).share());
        Progress over = new Progress(ONE_EPOCH, 1, 0, 1000, NONE, 1000, 0);
        assertEquals(1, over.share());
        assertEquals(1, over.epoch());
        assertEquals(2, now(1).epoch());
    }

    /** As a training tells it: the share rises to 1, the time left is a sensible number, each epoch is told once, and so is the end. */
    @Test
    void ofATraining() {
        List<Progress> told = new ArrayList<>();
        List<Integer> epochs = new ArrayList<>();
        List<History> ended = new ArrayList<>();
        FitListener listener = new FitListener() {
            @Override
            public void progress(Progress now) {
                told.add(now);
            }

            @Override
            public void epoch(Progress now) {
                epochs.add(now.history().epochs().size());
            }

            @Override
            public void ended(History history) {
                ended.add(history);
            }
        };
        Fit fit = Fit.of(Small.withMomentum(), Small.images("many", 1000, 1), 1).batchSize(5).epochs(3).threads(1).listener(listener);
        long start = System.nanoTime();
        History history = fit.run();
        double seconds = history.epochs().stream().mapToDouble(epoch -> epoch.trainingSeconds() + epoch.evaluationSeconds()).sum();
        assertTrue(seconds > 0 && seconds < (System.nanoTime() - start) / 1e9, seconds + " s in the epochs");
        assertEquals(List.of(1, 2, 3), epochs);
        assertEquals(List.of(history), ended);
        assertTrue(Double.isNaN(told.get(0).imagesPerSecond()) && Double.isNaN(told.get(0).secondsLeft()));
        // Whole steps of 5 to the next 255 images, and the rest.
        assertEquals(List.of(0, 255, 510, 765, 1000, 255, 510, 765, 1000, 255, 510, 765, 1000), told.stream().map(Progress::examples).toList());
        for (int i = 1; i < told.size(); i++) {
            assertTrue(told.get(i).share() > told.get(i - 1).share());
            assertTrue(told.get(i).secondsLeft() >= 0 && told.get(i).secondsLeft() < 100, told.get(i).toString());
            assertEquals(told.get(i).examples(), told.get(i).running().examples());
        }
        assertEquals(1, told.get(12).share());
    }

    /** A call of the engine costs time: it is told after 256 images, but not after fewer than 16 steps. */
    @ParameterizedTest
    @CsvSource({"1, 256", "5, 255", "16, 256", "100, 1600", "9999, 10000", "20000, 10000"})
    void howFarToTheNextWord(int batchSize, int images) {
        assertEquals(images, new Course(10_000, batchSize, 0).nextCut(new State(0)));
    }

    @Test
    void pace() {
        Pace pace = new Pace();
        assertTrue(Double.isNaN(pace.perSecond()) && Double.isNaN(pace.left(100, 1)));
        pace.trained(100, 2);
        pace.trained(300, 2);
        assertEquals(100, pace.perSecond());
        assertEquals(5, pace.left(500, 3));
        pace.evaluated(7);
        pace.evaluated(2);
        assertEquals(5 + 3 * 2, pace.left(500, 3));
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private TerminalProgress terminal(boolean overwrites) {
        return new TerminalProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), overwrites);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    /** A line is written over by what comes next, whatever is longer; not more often than twice a second. */
    @Test
    void overwrittenInATerminal() throws InterruptedException {
        TerminalProgress terminal = terminal(true);
        terminal.progress(now(1));
        assertEquals("", printed(), "half a second has not passed");
        Thread.sleep(510);
        terminal.progress(now(1000));
        terminal.progress(now(999));
        String first = now(1000).toString();
        assertEquals("\r" + first, printed());
        Thread.sleep(510);
        terminal.progress(now(5));
        String second = now(5).toString();
        assertEquals("\r" + first + "\r" + second + " ".repeat(first.length() - second.length()), printed());
        bytes.reset();
        terminal.epoch(new Progress(ONE_EPOCH, 4, 0, 1000, NONE, 1234.5, 5));
        assertEquals("\r" + EPOCH + " ".repeat(second.length() - EPOCH.toString().length()) + "\n", printed());
        bytes.reset();
        terminal.note("note");
        terminal.ended(new History("", List.of(EPOCH), List.of(), Ending.FINISHED, List.of()));
        assertEquals("note\nFinished after 1 epoch.\n", printed());
    }

    @Test
    void linesInAFile() throws InterruptedException {
        TerminalProgress terminal = terminal(false);
        Thread.sleep(510);
        terminal.progress(now(1000));
        terminal.epoch(new Progress(ONE_EPOCH, 4, 0, 1000, NONE, 1234.5, 5));
        terminal.note("note");
        assertEquals(EPOCH + "\nnote\n", printed());
        assertFalse(printed().contains("\r"));
    }

    /** Every number with a point, in every locale. */
    @Test
    void inOtherLocales() {
        Locale before = Locale.getDefault();
        try {
            String here = now(1000) + EPOCH.toString();
            Locale.setDefault(Locale.GERMANY);
            assertEquals(here, now(1000) + EPOCH.toString());
        } finally {
            Locale.setDefault(before);
        }
    }
}
