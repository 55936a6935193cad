package homework.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.data.LabelledImages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** Values that are not numbers: with oneDNN, and by DL4J. */
class DivergedTrainingTest {
    private static final int STEPS = 12;
    @TempDir
    private Path folder;
    private final List<Ending> endings = new ArrayList<>();
    private final FitListener listener = new FitListener() {
        @Override
        public void ended(History history) {
            endings.add(history.ending());
        }
    };

    @AfterEach
    void oneDnnIsOnAgain() {
        System.clearProperty("homework.onednn");
    }

    private static MultiLayerNetwork network(Sgd updater) {
        return Small.model().activation(Activation.RELU).updater(updater).build(1);
    }

    /** A learning rate of 1e6 from this step on. */
    private static MultiLayerNetwork breaking(int step) {
        return network(new Sgd(new MapSchedule.Builder(ScheduleType.ITERATION).add(0, .01).add(step, 1e6).build()));
    }

    private DivergedTraining diverged(String oneDnn, Fit fit) {
        System.setProperty("homework.onednn", oneDnn);
        return assertThrows(DivergedTraining.class, fit.listener(listener)::run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void fromTheBeginning(String oneDnn) {
        MultiLayerNetwork network = network(new Sgd(1e6));
        DivergedTraining diverged = diverged(oneDnn, Small.fit(network));
        assertEquals(1, diverged.epoch());
        assertEquals(1e6, diverged.learningRate());
        assertTrue(diverged.step() < STEPS, diverged.getMessage());
        String beginning = "Training diverged in epoch 1 at step " + (diverged.step() + 1) + " of it, with learning rate 1.00e+06: ";
        assertTrue(diverged.getMessage().startsWith(beginning), diverged.getMessage());
        assertTrue(diverged.getMessage().contains(" come first in " + diverged.layer()), diverged.getMessage());
        assertTrue(diverged.getMessage().endsWith(" Try a tenth of the rate, 1.0e+05; then see that the images are standardised, and clip "
                + "gradients if it still happens."), diverged.getMessage());
        assertEquals(List.of(), diverged.history().epochs());
        assertEquals(Ending.DIVERGED, diverged.history().ending());
        assertEquals(List.of(Ending.DIVERGED), endings);
        assertTrue(diverged.history().toString().contains("\n  Diverged in epoch 1."), diverged.history()::toString);
        assertFinite(network);
    }

    /** What was measured before is there; the network has been trained before, so that its own count of steps is another. */
    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void inTheThirdEpoch(String oneDnn) {
        MultiLayerNetwork network = breaking(STEPS + 2 * STEPS + 4);
        System.setProperty("homework.onednn", oneDnn);
        Fit.of(network, Small.train(), 1).batchSize(8).threads(1).run();
        DivergedTraining diverged = diverged(oneDnn, Small.fit(network));
        assertEquals(3, diverged.epoch());
        int inEpoch = diverged.step() - 3 * STEPS + 1;
        assertTrue(inEpoch >= 5 && inEpoch <= STEPS, diverged.getMessage());
        assertTrue(diverged.getMessage().startsWith("Training diverged in epoch 3 at step " + inEpoch + " of it, "), diverged.getMessage());
        assertEquals(1e6, diverged.learningRate(), diverged.getMessage());
        History history = diverged.history();
        assertEquals(2, history.epochs().size());
        assertEquals(List.of(7, 14, 21, 28), history.points().stream().map(Point::step).toList());
        assertTrue(history.toString().contains("\n  Diverged in epoch 3. Best epoch: "), history::toString);

        MultiLayerNetwork until = breaking(STEPS + 2 * STEPS + 4);
        Fit.of(until, Small.train(), 1).batchSize(8).threads(1).run();
        History twoEpochs = Small.fit(until).epochs(2).run();
        assertEquals(Small.epochs(twoEpochs), Small.epochs(history));
        assertArrayEquals(until.params().toFloatVector(), network.params().toFloatVector(), "the best of the two");
    }

    /** From its checkpoint it diverges again, where it did before. */
    @Test
    void fromACheckpoint() {
        DivergedTraining first = diverged("on", Small.fit(breaking(2 * STEPS + 4)).checkpoints(folder));
        MultiLayerNetwork network = breaking(2 * STEPS + 4);
        DivergedTraining second = diverged("on", Small.fit(network).checkpoints(folder));
        assertEquals(first.getMessage(), second.getMessage());
        assertEquals(first.history().epochs(), second.history().epochs());
        assertFinite(network);
    }

    /** It is not the learning rate then. */
    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void becauseOfAnImage(String oneDnn) {
        LabelledImages broken = Small.train();
        broken.images().putScalar(new int[] {77, 0, 3, 3}, Float.NaN);
        MultiLayerNetwork network = network(new Sgd(.01));
        DivergedTraining diverged = diverged(oneDnn, Fit.of(network, broken, 1).batchSize(8));
        assertEquals("the input", diverged.layer());
        assertTrue(diverged.getMessage().endsWith("Look for such values in the images."), diverged.getMessage());
        assertFinite(network);
    }

    private static void assertFinite(MultiLayerNetwork network) {
        for (float value : network.params().toFloatVector()) {
            assertTrue(Float.isFinite(value), "a parameter is " + value);
        }
    }
}
