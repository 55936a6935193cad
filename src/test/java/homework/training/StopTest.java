package homework.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.data.LabelledImages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.schedule.ISchedule;

/** The stop button, which interrupts the thread that trains. */
class StopTest {
    @TempDir
    private Path folder;

    @AfterEach
    void notInterruptedAnyMore() {
        Thread.interrupted();
    }

    /** Interrupts its own thread at the k-th progress, counted from 0, as the stop button may do from another one. */
    private record StopsAt(int k, List<String> notes, int[] seen) implements FitListener {
        StopsAt(int k) {
            this(k, new ArrayList<>(), new int[1]);
        }

        @Override
        public void progress(Progress now) {
            if (seen[0]++ == k) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void note(String sentence) {
            notes.add(sentence);
        }
    }

    /** Stopped at every progress that there is, one after the other: each run gets as far as one piece. */
    @Test
    void stoppedAgainAndAgain() {
        MultiLayerNetwork uninterrupted = Small.convnet();
        History expected = Small.fit(uninterrupted).run();
        int stops = 0;
        while (true) {
            MultiLayerNetwork network = Small.convnet();
            StopsAt listener = new StopsAt(stops % 2 + 1);
            History history = Small.fit(network).checkpoints(folder).listener(listener).run();
            assertFalse(Thread.currentThread().isInterrupted());
            if (history.ending() == Ending.FINISHED) {
                Small.same(expected, history);
                Small.same(uninterrupted, network);
                assertTrue(stops > 5, stops + " stops");
                return;
            }
            assertTrue(stops < 50, "it gets on");
            assertEquals(Ending.STOPPED, history.ending());
            assertEquals(Small.epochs(expected).subList(0, history.epochs().size()), Small.epochs(history));
            assertTrue(listener.notes.get(listener.notes.size() - 1).endsWith("The same run goes on from the checkpoint in " + folder + "."),
                    listener.notes.toString());
            stops++;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 9, 12})
    void goesOnAsIfNothingHadBeen(int k) {
        MultiLayerNetwork uninterrupted = Small.withMomentum();
        History expected = Small.fit(uninterrupted).run();
        MultiLayerNetwork network = Small.withMomentum();
        History stopped = Small.fit(network).checkpoints(folder).listener(new StopsAt(k)).run();
        assertEquals(Ending.STOPPED, stopped.ending());
        assertFalse(Thread.currentThread().isInterrupted());
        MultiLayerNetwork other = Small.withMomentum();
        History history = Small.fit(other).checkpoints(folder).run();
        Small.same(expected, history);
        Small.same(uninterrupted, other);
        assertEquals("Goes on from checkpoint-0000000" + (stopped.epochs().size() + 1) + ".zip: " + stopped.epochs().size() + " epochs and "
                + images(stopped) + " images.", history.notes().get(0));
    }

    /** An updater is asked for its learning rate in the middle of a step. */
    public static final class InterruptsAtStep implements ISchedule {
        private static final long serialVersionUID = 1;
        private static volatile int step;

        @Override
        public double valueAt(int iteration, int epoch) {
            if (iteration == step) {
                step = -1;
                Thread.currentThread().interrupt();
            }
            return .01;
        }

        @Override
        public ISchedule clone() {
            return this;
        }
    }

    /** An epoch is a piece of 7 steps and one of 5, or the like. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 6, 7, 10, 11, 12, 20, 35, 58, 59})
    void inTheMiddleOfAPiece(int step) {
        Supplier<MultiLayerNetwork> model = () -> Small.model().dropOutAfterDense(.2).updater(new Adam(new InterruptsAtStep())).build(1);
        MultiLayerNetwork uninterrupted = model.get();
        InterruptsAtStep.step = -1;
        History expected = Small.fit(uninterrupted).run();
        InterruptsAtStep.step = step;
        MultiLayerNetwork network = model.get();
        History stopped = Small.fit(network).epochs(5).checkpoints(folder).run();
        assertEquals(Ending.STOPPED, stopped.ending());
        int done = Math.min(90, 8 * (step % 12 + 1));
        assertEquals(String.valueOf(done), images(stopped));
        MultiLayerNetwork other = model.get();
        Small.nearlySame(expected, Small.fit(other).checkpoints(folder).run());
        Small.same(uninterrupted, other);
    }

    /** As the note about the stop has it: {@code Stopped after 56 of 90 images of epoch 1.} */
    private static String images(History stopped) {
        String note = stopped.notes().get(stopped.notes().size() - 1);
        return note.replaceAll("Stopped after (\\d+) of 90 images.*", "$1");
    }

    @Test
    void beforeItBegins() {
        MultiLayerNetwork network = Small.convnet();
        Thread.currentThread().interrupt();
        History history = Small.fit(network).checkpoints(folder).run();
        assertFalse(Thread.currentThread().isInterrupted());
        assertEquals(Ending.STOPPED, history.ending());
        assertEquals(List.of(), history.epochs());
        Small.same(Small.convnet(), network);
        assertEquals("Stopped after 0 of 90 images of epoch 1. The same run goes on from the checkpoint in " + folder + ".", history.notes().get(0));
        Small.same(Small.fit(Small.convnet()).run(), Small.fit(network).checkpoints(folder).run());
    }

    @Test
    void withoutAFolderANewRunStartsAnew() {
        History history = Small.fit(Small.convnet()).listener(new StopsAt(8)).run();
        assertTrue(history.toString().endsWith(" Without a folder for checkpoints a new run starts anew."), history::toString);
    }

    /** In the middle of the second piece of steps, of which there are far more than there is time for, by another thread. */
    @Test
    void endsAfterTheStepItIsIn() throws InterruptedException {
        LabelledImages many = Small.images("many", 20_000, 1);
        MultiLayerNetwork network = Small.withMomentum();
        Fit fit = Fit.of(network, many, 1).validation(Small.validation()).batchSize(3).epochs(1000).threads(1).checkpoints(folder);
        List<History> histories = new ArrayList<>();
        Thread training = new Thread(() -> histories.add(fit.run()));
        training.start();
        Thread.sleep(700);
        long start = System.nanoTime();
        training.interrupt();
        training.join(20_000);
        assertTrue(System.nanoTime() - start < 5e9, "ends at once");
        assertEquals(Ending.STOPPED, histories.get(0).ending());
        int steps = network.getIterationCount();
        assertTrue(steps > 0, "steps");

        // Trained as far without a stop, it is the same network: the same steps, no more and no fewer.
        MultiLayerNetwork other = Small.withMomentum();
        FitListener stops = new FitListener() {
            @Override
            public void progress(Progress now) {
                if (other.getIterationCount() >= steps) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        Fit.of(other, many, 1).validation(Small.validation()).batchSize(3).epochs(1000).threads(1).every(steps).listener(stops).run();
        assertEquals(steps, other.getIterationCount());
        assertArrayEquals(other.params().toFloatVector(), network.params().toFloatVector());
    }

    /** While scores are measured the network does not move; what was measured of it so far is measured again. */
    @Test
    void whileItIsMeasured() throws InterruptedException {
        LabelledImages large = Small.images("large", 60_000, 2);
        for (Fit fit : List.of(Fit.of(Small.withMomentum(), Small.train(), 5).validation(large).batchSize(8).threads(1).every(11),
                Fit.of(Small.withMomentum(), Small.train(), 5).validation(Small.validation()).batchSize(8).threads(1).every(11, large))) {
            Path checkpoints = folder.resolve(String.valueOf(fit.probe == null));
            List<History> histories = new ArrayList<>();
            Thread[] training = new Thread[1];
            // Nothing is told while it measures.
            Thread button = new Thread(() -> interruptAfter(fit.probe == null ? 12 : 11, fit.network, training[0]));
            training[0] = new Thread(() -> histories.add(fit.checkpoints(checkpoints).run()));
            training[0].start();
            button.start();
            training[0].join(20_000);
            History stopped = histories.get(0);
            assertEquals(Ending.STOPPED, stopped.ending());
            assertEquals(List.of(), stopped.epochs());
            assertEquals(fit.probe == null ? 1 : 0, stopped.points().size());

            MultiLayerNetwork uninterrupted = Small.withMomentum();
            MultiLayerNetwork network = Small.withMomentum();
            History expected = with(fit, uninterrupted).run();
            Small.same(expected, with(fit, network).checkpoints(checkpoints).run());
            Small.same(uninterrupted, network);
        }
    }

    private static void interruptAfter(int steps, MultiLayerNetwork network, Thread training) {
        try {
            while (network.getIterationCount() < steps) {
                Thread.sleep(1);
            }
            Thread.sleep(20);
            training.interrupt();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Fit with(Fit fit, MultiLayerNetwork network) {
        Fit other = Fit.of(network, fit.train, fit.seed).validation(fit.validation).batchSize(8).threads(1);
        return fit.probe == null ? other.every(11) : other.every(11, fit.probe);
    }

    /** An interruption after the last step of all stops nothing, but is answered. */
    @Test
    void tooLate() {
        FitListener late = new FitListener() {
            @Override
            public void epoch(Progress now) {
                if (now.share() == 1) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        assertEquals(Ending.FINISHED, Small.fit(Small.convnet()).listener(late).run().ending());
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void keepsTheBest() {
        MultiLayerNetwork network = Small.withMomentum();
        List<float[]> afterEpochs = new ArrayList<>();
        FitListener listener = new FitListener() {
            @Override
            public void epoch(Progress now) {
                afterEpochs.add(network.params().toFloatVector());
                if (now.history().best().orElseThrow().number() < now.history().epochs().size()) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        History history = Small.fit(network).epochs(1000).listener(listener).run();
        assertEquals(Ending.STOPPED, history.ending());
        int best = history.best().orElseThrow().number();
        assertTrue(best < afterEpochs.size());
        assertArrayEquals(afterEpochs.get(best - 1), network.params().toFloatVector());
        assertTrue(history.notes().contains("The network has the parameters of its best epoch."));
    }
}
