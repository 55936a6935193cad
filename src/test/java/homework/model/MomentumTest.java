package homework.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** v ← μ v + g, step lr v. */
class MomentumTest {
    private static final Mlp MLP = new Mlp().inputs(6).hidden(5).initialisation(Initialisation.torch()).updater(new Momentum(.1, .5));

    @Test
    void threeStepsByHand() {
        // μ = .5: v = 1, then .5 + 2 = 2.5, then 1.25 - 4 = -2.75; the second parameter: -2, -1, 3.5.
        GradientUpdater<Momentum> updater = new Momentum(.1, .5).instantiate(Nd4j.create(DataType.DOUBLE, 2), true);
        double[][] gradients = {{1, -2}, {2, 0}, {-4, 4}};
        double[][] steps = {{.1, -.2}, {.25, -.1}, {-.275, .35}};
        for (int i = 0; i < gradients.length; i++) {
            INDArray gradient = Nd4j.createFromArray(gradients[i]);
            updater.applyUpdater(gradient, i, 0);
            assertArrayEquals(steps[i], gradient.toDoubleVector(), 1e-15);
        }
        assertArrayEquals(new double[] {-2.75, 3.5}, updater.getState().get("V").toDoubleVector(), 1e-15);
    }

    @Test
    void aNetworkTakesTheSameSteps() {
        MultiLayerNetwork network = MLP.doublePrecision().build(1);
        DataSet batch = Examples.batch(MLP, network, 4, 2);
        INDArray expected = network.params().dup();
        INDArray velocity = Nd4j.zeros(DataType.DOUBLE, expected.shape());
        for (int step = 0; step < 3; step++) {
            network.setInput(batch.getFeatures());
            network.setLabels(batch.getLabels());
            network.computeGradientAndScore();
            velocity.muli(.5).addi(network.getFlattenedGradients().reshape(expected.shape()).div(4));
            expected.subi(velocity.mul(.1));
            network.fit(batch);
            assertArrayEquals(expected.toDoubleVector(), network.params().toDoubleVector(), 1e-12);
        }
    }

    @Test
    void trainingGoesOnAfterSaving(@TempDir Path folder) throws IOException {
        MultiLayerNetwork network = MLP.build(1);
        DataSet batch = Examples.batch(MLP, network, 4, 2);
        network.fit(batch);
        network.save(folder.resolve("with-state.zip").toFile(), true);
        network.save(folder.resolve("without.zip").toFile(), false);
        network.fit(batch);

        MultiLayerNetwork restored = MultiLayerNetwork.load(folder.resolve("with-state.zip").toFile(), true);
        restored.fit(batch);
        Examples.assertIdentical(network.params(), restored.params());
        MultiLayerNetwork without = MultiLayerNetwork.load(folder.resolve("without.zip").toFile(), false);
        without.fit(batch);
        assertNotEquals(network.params(), without.params());
    }

    @Test
    void theLearningRateCanBeChanged() {
        MultiLayerNetwork network = MLP.build(1);
        network.setLearningRate(.25);
        assertEquals(.25, network.getLearningRate(0));
        INDArray before = network.params().dup();
        network.setLearningRate(0);
        network.fit(Examples.batch(MLP, network, 4, 2));
        Examples.assertIdentical(before, network.params());
    }

    /** v = 1, 1.5, 1.75 for gradients of 1; the rate is halved after every step. */
    @Test
    void theLearningRateCanFollowASchedule() {
        ISchedule halved = new ExponentialSchedule(ScheduleType.ITERATION, .8, .5);
        GradientUpdater<Momentum> updater = new Momentum(halved, .5).instantiate(Nd4j.create(DataType.DOUBLE, 1), true);
        double[] steps = {.8, .6, .35};
        for (int i = 0; i < steps.length; i++) {
            INDArray gradient = Nd4j.createFromArray(1.0);
            updater.applyUpdater(gradient, i, 0);
            assertEquals(steps[i], gradient.getDouble(0), 1e-15);
        }
        assertEquals(.2, new Momentum(halved, .5).getLearningRate(2, 0), 1e-15);
        MultiLayerNetwork network = MLP.updater(new Momentum(halved, .5)).build(1);
        network.setIterationCount(1);
        assertEquals(.4, network.getLearningRate(0), 1e-15);
        network.setLearningRate(.25);
        assertEquals(.25, network.getLearningRate(0));
        network.setLearningRate(halved);
        assertEquals(.4, network.getLearningRate(0), 1e-15);
    }

    @Test
    void equality() {
        ISchedule halved = new ExponentialSchedule(ScheduleType.ITERATION, .8, .5);
        Momentum momentum = new Momentum(halved, .5);
        for (Momentum same : new Momentum[] {momentum.clone(), new Momentum(halved.clone(), .5)}) {
            assertEquals(momentum, same);
            assertEquals(momentum.hashCode(), same.hashCode());
        }
        assertNotEquals(momentum, new Momentum(halved, .6));
        assertNotEquals(momentum, new Momentum(new ExponentialSchedule(ScheduleType.ITERATION, .8, .6), .5));
        assertNotEquals(momentum, new Momentum(.8, .5));
        assertNotEquals(new Momentum(.7, .5), new Momentum(.8, .5));
    }

    @Test
    void whatCannotBeIsTold() {
        assertMessage("Momentum must be from 0 to below 1 (steps would grow without bound), not 1.0.", () -> new Momentum(.1, 1));
        assertMessage("The learning rate must be 0 or more, not NaN.", () -> new Momentum(Double.NaN, .5));
        assertMessage("The state of momentum is \"V\", but this one has [M].",
                () -> new Momentum(.1, .5).instantiate(Map.of("M", Nd4j.ones(1)), false));
        assertEquals("A schedule of the learning rate is expected, not null.",
                assertThrows(NullPointerException.class, () -> new Momentum(null, .5)).getMessage());
    }

    private static void assertMessage(String message, Executable executable) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, executable).getMessage());
    }
}
