package homework.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.data.LabelledImages;
import homework.engine.Pass;
import homework.model.TorchConvnet;
import homework.training.Ending;
import homework.training.Epoch;
import homework.training.Fit;
import homework.training.History;
import homework.training.Point;
import homework.training.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LiveFitTest {
    private static final long MS = 1_000_000;

    /** Writes down what a page would show; each output takes the time given. */
    private final class Page implements Display {
        final List<String> bars = new ArrayList<>();
        final List<String> plots = new ArrayList<>();
        final List<Long> times = new ArrayList<>();
        long cost;
        boolean interrupted;
        boolean broken;

        @Override
        public String show(String html, String text) {
            if (broken) {
                throw new IllegalStateException("no display");
            }
            interrupted |= Thread.currentThread().isInterrupted();
            if (text.startsWith("[plot]")) {
                plots.add(text);
            } else {
                bars.add(html);
                times.add(now / MS);
            }
            now += cost;
            return text.startsWith("[plot]") ? "plot" : "bar";
        }

        @Override
        public void update(String id, String html, String text) {
            assertEquals(text.startsWith("[plot]") ? "plot" : "bar", id);
            show(html, text);
        }

        @Override
        public boolean isKernel() {
            return true;
        }
    }

    private long now;
    private final Page page = new Page();
    private final LiveFit live = new LiveFit("A <convnet>", page, () -> now);

    @Test
    void atMostFiveUpdatesASecond() {
        for (now = 0; now < 2000 * MS; now += 10 * MS) {
            live.progress(progress(history(3, null), 50));
        }
        assertEquals(List.of(0L, 200L, 400L, 600L, 800L, 1000L, 1200L, 1400L, 1600L, 1800L), page.times);
        assertEquals(1, page.plots.size(), "drawn again although nothing is new");
    }

    @Test
    void whatCostsMuchComesLessOften() {
        page.cost = 25 * MS;
        for (int call = 0; call < 400; call++, now += 10 * MS) {
            live.progress(progress(history(0, null), 50));
        }
        long between = page.times.get(1) - page.times.get(0);
        assertTrue(between >= 500 && between <= 550, between + " ms between updates that take 25 ms");
        page.cost = 10_000 * MS;
        live.progress(progress(history(0, null), 50));
        for (int call = 0; call < 400; call++, now += 10 * MS) {
            live.progress(progress(history(0, null), 50));
        }
        long later = page.times.get(page.times.size() - 1) - page.times.get(page.times.size() - 2);
        assertTrue(later <= 13_500, "a single slow one must not end the updates: " + later);
    }

    @Test
    void theBarTellsHowFar() {
        live.progress(progress(history(1, null), 25));
        assertTrue(page.bars.get(0).startsWith("<progress max=\"1\" value=\"0.6250\"></progress> epoch 2 of 2, 25 of 100 images: "), page.bars.get(0));
    }

    @Test
    void endsAsAPictureThatStays() {
        live.progress(progress(history(1, null), 25));
        live.ended(history(2, Ending.FINISHED));
        assertEquals("Finished after 2 epochs. Best epoch: 2, validation error 2.00 % ± 1.40.", page.bars.get(page.bars.size() - 1));
        assertTrue(page.plots.get(page.plots.size() - 1).contains("over epoch 1 to 2"), page.plots.toString());
    }

    @Test
    void beforeThereIsAnythingToSeeNoPictureIsDrawn() {
        live.progress(progress(history(0, null), 25));
        assertEquals(List.of(), page.plots);
    }

    /** A logarithmic axis has no place for it. */
    @Test
    void aNetworkWithoutAMistakeIsDrawn() {
        Pass right = new Pass(0, 100, 0, 100);
        History history = new History("", List.of(new Epoch(1, right, right, right, .1, 1, 1)), List.of(), Ending.FINISHED, List.of());
        live.ended(history);
        assertEquals(1, page.plots.size());
    }

    @Test
    void theStopButtonIsKeptFromTheKernelAndForTheTraining() {
        Thread.currentThread().interrupt();
        live.progress(progress(history(1, null), 25));
        assertTrue(Thread.interrupted(), "kept for the training");
        assertFalse(page.interrupted, "the kernel writes undisturbed");
    }

    @Test
    void aPageThatCannotBeDrawnEndsNoTraining() {
        page.broken = true;
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            live.progress(progress(history(1, null), 25));
            live.ended(history(2, Ending.FINISHED));
        } finally {
            System.setErr(before);
        }
        assertEquals("The training goes on, but its curve could not be drawn: java.lang.IllegalStateException: no display",
                said.toString(StandardCharsets.UTF_8).strip(), "told once");
    }

    @Test
    void pointsAreDrawnAsTheyCome() {
        Pass pass = new Pass(10, 10, .5, 9);
        for (int points = 1; points <= 3; points++, now += 1000 * MS) {
            List<Point> some = IntStream.rangeClosed(1, points).mapToObj(i -> new Point(10 * i, i / 10., pass, pass)).toList();
            live.progress(progress(new History("", List.of(), some, null, List.of()), 10 * points));
        }
        assertEquals(3, page.plots.size());
        assertTrue(page.plots.get(2).contains("probe"), page.plots.get(2));
    }

    @Test
    void watchGivesTheHistoryAndTellsOutsideAKernelInLines() {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            History history = Notebook.watch("small", fit(.01));
            assertEquals(Ending.FINISHED, history.ending());
            assertEquals(2, history.epochs().size());
        } finally {
            System.setOut(before);
        }
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("Finished after 2 epochs."), said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatDivergesIsToldAsAnErrorAndThePageGoesOn() {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertEquals(Ending.DIVERGED, Notebook.watch("small", fit(1e30)).ending());
        } finally {
            System.setErr(before);
        }
        assertTrue(said.toString(StandardCharsets.UTF_8).startsWith("Training diverged in epoch 1 at step "), said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theScaleIsQuickOrFull() {
        assertFalse(Notebook.isFull(null));
        assertFalse(Notebook.isFull(" "));
        assertFalse(Notebook.isFull("quick"));
        assertTrue(Notebook.isFull("full"));
        assertEquals("HOMEWORK_SCALE must be quick or full, but is \"Full\".",
                assertThrows(IllegalArgumentException.class, () -> Notebook.isFull("Full")).getMessage());
    }

    private static Fit fit(double learningRate) {
        INDArray images = Nd4j.createFromArray(new Random(1).doubles(20 * 64).toArray()).castTo(DataType.FLOAT)
                .reshape(20, 1, 8, 8);
        LabelledImages data = LabelledImages.of("small", images, IntStream.range(0, 20).map(i -> i % 3).toArray(), 3);
        TorchConvnet model = new TorchConvnet().input(1, 8, 8).convolutions(3).filter(3).dense(4).classes(3)
               .learningRate(learningRate).activation(Activation.RELU);
        return Fit.of(model.build(1), data, 1).validation(data).batchSize(5).epochs(2).threads(1);
    }

    /** An epoch more, an error fewer. */
    private static History history(int epochs, Ending ending) {
        List<Epoch> rows = IntStream.rangeClosed(1, epochs).mapToObj(epoch -> {
            Pass pass = new Pass(100, 100, 1. / epoch, 96 + epoch);
            return new Epoch(epoch, pass, pass, pass, .1, 1, 1);
        }).toList();
        return new History("small", rows, List.of(), ending, List.of());
    }

    private static Progress progress(History history, int done) {
        return new Progress(history, 2, done, 100, new Pass(done, done, 1, done / 2), 100, 3);
    }
}
