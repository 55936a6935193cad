package homework.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.engine.Engine;
import java.nio.file.Path;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fit by conjugate gradient is a fit as any other. */
class ConjugateGradientFitTest {
    @TempDir
    private Path folder;

    @AfterEach
    void notInterruptedAnyMore() {
        Thread.interrupted();
    }

    /** One image a step, 90 steps an epoch; with dropout. */
    private static Fit fit(MultiLayerNetwork network) {
        return Small.fit(network).batchSize(1).epochs(3).conjugateGradient(2);
    }

    @Test
    void learns() {
        MultiLayerNetwork network = Small.model().build(1);
        History history = fit(network).batchSize(45).epochs(20).run();
        assertEquals("90 images of small train, batch size 45 by conjugate gradient with 2 iterations, 20 epochs, "
                + "validated on 40 of small validation, seed 5", history.about());
        Epoch last = history.epochs().get(19);
        assertEquals(40, network.getIterationCount());
        assertEquals(2, last.running().steps());
        assertTrue(last.train().error() < 20, history::toString);
        assertTrue(Double.isNaN(last.learningRate()));
        assertTrue(HistoryText.of(history).contains(",NaN,"));
    }

    /** What an epoch is said to have made of its images is from before each step. */
    @Test
    void theRunningScoreIsThatOfTheFirstEvaluation() {
        MultiLayerNetwork network = Small.model().build(1);
        double before;
        try (Engine engine = Engine.of(network, 90, 1)) {
            before = engine.evaluate(Small.train().images(), Small.train().labels()).loss();
        }
        Epoch epoch = fit(network).batchSize(90).epochs(1).run().epochs().get(0);
        assertEquals(before, epoch.running().loss(), 1e-6);
        assertTrue(epoch.train().loss() < before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 20})
    void goesOnAsIfNothingHadBeen(int k) {
        MultiLayerNetwork uninterrupted = Small.convnet();
        History expected = fit(uninterrupted).run();
        int[] seen = new int[1];
        History stopped = fit(Small.convnet()).checkpoints(folder).listener(new FitListener() {
            @Override
            public void progress(Progress now) {
                if (seen[0]++ == k) {
                    Thread.currentThread().interrupt();
                }
            }
        }).run();
        assertEquals(Ending.STOPPED, stopped.ending());
        MultiLayerNetwork other = Small.convnet();
        History history = fit(other).checkpoints(folder).run();
        assertTrue(history.notes().get(0).startsWith("Goes on from"), history::toString);
        Small.same(expected, history);
        Small.same(uninterrupted, other);
    }

    /** In both directions, and with another number of iterations; a training without it is called what it always was. */
    @Test
    void isAnotherTrainingThanOneByGradientDescent() {
        Fit without = Small.fit(Small.convnet()).batchSize(1).epochs(1);
        assertEquals("1", Identity.of(without).get("batch size"));
        assertEquals(Identity.of(without).keySet(), Identity.of(fit(Small.convnet())).keySet());
        fit(Small.convnet()).epochs(1).checkpoints(folder.resolve("with")).run();
        without.checkpoints(folder.resolve("without")).run();
        assertRefused("batch size: 1 by conjugate gradient with 2 iterations there, 1 here", Small.fit(Small.convnet()).batchSize(1), "with");
        assertRefused("batch size: 1 there, 1 by conjugate gradient with 2 iterations here", fit(Small.convnet()), "without");
        assertRefused("2 iterations there, 1 by conjugate gradient with 1 iteration here", fit(Small.convnet()).conjugateGradient(1), "with");
    }

    private void assertRefused(String difference, Fit fit, String checkpoints) {
        String message = assertThrows(CheckpointException.class, fit.checkpoints(folder.resolve(checkpoints))::run).getMessage();
        assertTrue(message.contains(difference), message);
    }

    @Test
    void whatCannotBeIsTold() {
        Fit fit = fit(Small.convnet());
        assertEquals("DL4J does not have Torch's conjugate gradient: leave out .onDl4j() or .conjugateGradient(...).",
                assertThrows(IllegalArgumentException.class, fit.onDl4j()::run).getMessage());
        assertEquals("The number of iterations a step must be at least 1, not 0.",
                assertThrows(IllegalArgumentException.class, () -> fit.conjugateGradient(0)).getMessage());
        assertFalse(Small.fit(Small.convnet()).toString().contains("conjugate"));
    }
}
