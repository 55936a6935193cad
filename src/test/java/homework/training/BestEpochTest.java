package homework.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.engine.Pass;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.learning.config.Sgd;

/** Early stopping, the best parameters, and trainings that go on after their end. */
class BestEpochTest {
    @TempDir
    private Path folder;

    /** So fast that validation error goes up and down. */
    private static MultiLayerNetwork restless() {
        return Small.model().updater(new Sgd(.1)).build(1);
    }

    private static Fit fit(MultiLayerNetwork network) {
        return Fit.of(network, Small.train(), 5).validation(Small.validation()).batchSize(8).epochs(60).threads(1);
    }

    /** Its parameters after each epoch. */
    private record Recorder(MultiLayerNetwork network, List<float[]> parameters) implements FitListener {
        Recorder(MultiLayerNetwork network) {
            this(network, new ArrayList<>());
        }

        @Override
        public void epoch(Progress now) {
            parameters.add(network.params().toFloatVector());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 10})
    void endsWhenPatienceIsOver(int patience) {
        History all = fit(restless()).run();
        int expected = IntStream.rangeClosed(1, 60).filter(n -> n - best(all, n) >= patience).findFirst().orElseThrow();
        assertTrue(expected < 60, "it ends early, after " + expected + " epochs");

        MultiLayerNetwork network = restless();
        Recorder recorder = new Recorder(network);
        History early = fit(network).earlyStopping(patience).listener(recorder).run();
        assertEquals(Ending.EARLY, early.ending());
        assertEquals(Small.epochs(all).subList(0, expected), Small.epochs(early));
        assertEquals(expected - patience, early.best().orElseThrow().number());
        assertArrayEquals(recorder.parameters.get(expected - patience - 1), network.params().toFloatVector());
        assertNotEquals(List.of(recorder.parameters.get(expected - 1)), List.of(network.params().toFloatVector()));
        assertTrue(early.toString().contains("Stopped early after " + expected + " epochs: no better validation error since epoch "
                + (expected - patience) + ". Best epoch: " + (expected - patience) + ", validation error "), early::toString);

        // Stopped by hand after every epoch, it counts its patience as before.
        FitListener stops = new FitListener() {
            @Override
            public void epoch(Progress now) {
                Thread.currentThread().interrupt();
            }
        };
        MultiLayerNetwork other = restless();
        History history = fit(other).earlyStopping(patience).checkpoints(folder).listener(stops).run();
        for (int run = 2; history.ending() == Ending.STOPPED; run++) {
            assertEquals(run - 1, history.epochs().size());
            other = restless();
            history = fit(other).earlyStopping(patience).checkpoints(folder).listener(stops).run();
        }
        Small.same(early, history);
        assertArrayEquals(network.params().toFloatVector(), other.params().toFloatVector());
    }

    /** Number of the best of the first n epochs, by a search that is not the one of the history. */
    private static int best(History history, int n) {
        int best = 0;
        for (int i = 1; i < n; i++) {
            Pass now = history.epochs().get(i).validation();
            Pass until = history.epochs().get(best).validation();
            if (now.correct() > until.correct() || now.correct() == until.correct() && now.loss() < until.loss()) {
                best = i;
            }
        }
        return best + 1;
    }

    @Test
    void whatIsBetter() {
        Epoch epoch = epoch(10, 1);
        assertTrue(epoch(11, 2).isBetterThan(epoch));
        assertTrue(epoch(10, .9).isBetterThan(epoch));
        assertFalse(epoch(10, 1).isBetterThan(epoch), "of equal ones the first");
        assertFalse(epoch(10, 1.1).isBetterThan(epoch));
        assertFalse(epoch(9, .1).isBetterThan(epoch));
        assertFalse(epoch(10, Double.NaN).isBetterThan(epoch));
    }

    private static Epoch epoch(int correct, double loss) {
        Pass none = Sum.NOTHING.pass();
        return new Epoch(1, none, none, new Pass(0, 20, loss, correct), .1, 1, 1);
    }

    /** With a learning rate of 0 every epoch is as good as the first. */
    @Test
    void ofEqualEpochsTheFirst() {
        MultiLayerNetwork network = Small.model().updater(new Sgd(0)).build(1);
        History history = fit(network).earlyStopping(3).run();
        assertEquals(Ending.EARLY, history.ending());
        assertEquals(4, history.epochs().size());
        assertEquals(1, history.best().orElseThrow().number());
    }

    /** All 60 epochs of it, the best of which is not the last. */
    @Test
    void theBestIsKept() {
        MultiLayerNetwork network = restless();
        Recorder recorder = new Recorder(network);
        History history = fit(network).keepBest().listener(recorder).run();
        int best = best(history, 60);
        assertTrue(best < 60, "there is something to restore");
        assertEquals(best, history.best().orElseThrow().number());
        assertArrayEquals(recorder.parameters.get(best - 1), network.params().toFloatVector());
        assertEquals(List.of("The network has the parameters of its best epoch."), history.notes());
        Recorder kept = new Recorder(restless());
        fit(kept.network).listener(kept).run();
        assertArrayEquals(kept.parameters.get(59), kept.network.params().toFloatVector(), "without keepBest the last");
    }

    /** A finished training started again has nothing to do; with more epochs it goes on from its last ones, not from the best. */
    @Test
    void moreEpochsAfterTheEnd() {
        MultiLayerNetwork network = restless();
        History expected = fit(network).epochs(30).keepBest().run();
        MultiLayerNetwork first = restless();
        History ten = fit(first).epochs(20).keepBest().checkpoints(folder).run();
        assertTrue(ten.best().orElseThrow().number() < 20, "the best is not the last");

        FitListener noStep = new FitListener() {
            @Override
            public void epoch(Progress now) {
                throw new AssertionError("nothing was left to do");
            }
        };
        MultiLayerNetwork again = restless();
        History same = fit(again).epochs(20).keepBest().checkpoints(folder).listener(noStep).run();
        assertEquals(ten.epochs(), same.epochs(), "to the last digit, with the seconds");
        assertEquals(Ending.FINISHED, same.ending());
        Small.same(first, again);
        assertEquals(List.of("Goes on from checkpoint-00000020.zip: 20 epochs and 0 images.", "The network has the parameters of its best epoch."),
                same.notes());

        // The network of before may be taken, too.
        Small.same(expected, fit(again).epochs(30).keepBest().checkpoints(folder).run());
        Small.same(network, again);
        assertEquals(30, fit(restless()).epochs(7).keepBest().checkpoints(folder).run().epochs().size());
    }

    /** DL4J counts steps and epochs in the configuration of every layer; that does not make it another training. */
    @Test
    void theNetworkOfBeforeWithDl4j() {
        MultiLayerNetwork network = Small.withMomentum();
        History expected = fit(Small.withMomentum()).epochs(3).onDl4j().run();
        fit(network).epochs(2).onDl4j().checkpoints(folder).run();
        Small.same(expected, fit(network).epochs(3).onDl4j().checkpoints(folder).run());
    }

    /** One that has run out of patience goes on when it is given more. */
    @Test
    void morePatience() {
        History impatient = fit(restless()).earlyStopping(1).checkpoints(folder).run();
        History patient = fit(restless()).earlyStopping(4).checkpoints(folder).run();
        assertTrue(patient.epochs().size() > impatient.epochs().size());
        Small.same(fit(restless()).earlyStopping(4).run(), patient);
    }
}
