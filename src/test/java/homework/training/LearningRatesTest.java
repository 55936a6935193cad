package homework.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import homework.model.Mlp;
import homework.model.Momentum;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.RampSchedule;

/** The formulas by hand, and that a saved network keeps them. */
class LearningRatesTest {
    static List<ISchedule> schedules() {
        return List.of(LearningRates.constant(.1), LearningRates.step(.1, .5, 10), LearningRates.torchDecay(.1, .02),
                LearningRates.cosine(.1, 40), LearningRates.warmUp(5, LearningRates.constant(.1)),
                LearningRates.warmUp(5, LearningRates.cosine(.1, 40)));
    }

    @Test
    void constant() {
        assertRates(LearningRates.constant(.1), new int[] {0, 1, 1_000_000}, .1, .1, .1);
    }

    /** The step at which it changes is the first one with the new rate. */
    @Test
    void step() {
        assertRates(LearningRates.step(.8, .5, 100), new int[] {0, 99, 100, 199, 200, 399}, .8, .8, .4, .4, .2, .1);
        assertRates(LearningRates.step(.3, .1, 3), new int[] {2, 3, 5, 6}, .3, .03, .03, .003);
    }

    /** As optim.sgd has it: clr = lr / (1 + nevals * lrd), where nevals is 0 in the first step. */
    @Test
    void torchDecay() {
        double lr = .05;
        double lrd = 1e-4;
        double[] torch = new double[3000];
        int[] steps = IntStream.range(0, torch.length).toArray();
        int nevals = 0;
        for (int step : steps) {
            torch[step] = lr / (1 + nevals * lrd);
            nevals++;
        }
        assertRates(LearningRates.torchDecay(lr, lrd), steps, torch);
        assertRates(LearningRates.torchDecay(lr, lrd), new int[] {0, 10_000, 30_000}, .05, .025, .0125);
        assertRates(LearningRates.torchDecay(lr, 0), new int[] {0, 10_000}, .05, .05);
    }

    /** cos of 60° is ½, of 120° −½. */
    @Test
    void cosine() {
        assertRates(LearningRates.cosine(.8, 600), new int[] {0, 200, 300, 400, 600, 601, 100_000}, .8, .6, .4, .2, 0, 0, 0);
        // It falls at every step, also the first and the last one.
        ISchedule cosine = LearningRates.cosine(1, 600);
        for (int i = 0; i < 600; i++) {
            assertEquals(1, Math.signum(cosine.valueAt(i, 0) - cosine.valueAt(i + 1, 0)), "from step " + i);
        }
    }

    @Test
    void warmUp() {
        assertRates(LearningRates.warmUp(4, LearningRates.constant(.8)), new int[] {0, 1, 2, 3, 4, 5, 900}, .2, .4, .6, .8, .8, .8, .8);
        assertRates(LearningRates.warmUp(1, LearningRates.constant(.8)), new int[] {0, 1}, .8, .8);
        // The cosine's steps are counted from the start.
        assertRates(LearningRates.warmUp(400, LearningRates.cosine(.8, 600)), new int[] {199, 400, 600},
                .5 * .4 * (1 + Math.cos(Math.PI * 199 / 600)), .2, 0);
    }

    @Test
    void warmUpIsDl4jsRamp() {
        ISchedule step = LearningRates.step(.8, .5, 7);
        for (int i = 0; i < 40; i++) {
            assertEquals(new RampSchedule(step, 20).valueAt(i, 0), LearningRates.warmUp(20, step).valueAt(i, 0), 1e-15, "step " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void copiesAreEqualAndOthersAreNot(ISchedule schedule) {
        assertEquals(schedule, schedule.clone());
        assertEquals(schedule.hashCode(), schedule.clone().hashCode());
        assertEquals(1, schedules().stream().filter(schedule::equals).count());
        for (ISchedule changed : List.of(LearningRates.cosine(.2, 40), LearningRates.cosine(.1, 41),
                LearningRates.warmUp(6, LearningRates.constant(.1)), LearningRates.warmUp(5, LearningRates.constant(.2)))) {
            assertNotEquals(changed, schedule);
        }
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void aSavedNetworkKeepsIt(ISchedule schedule, @TempDir Path folder) throws IOException {
        for (IUpdater updater : new IUpdater[] {new Sgd(schedule), new Momentum(schedule, .5), new Nesterovs(schedule, .5), new Adam(schedule)}) {
            MultiLayerNetwork network = new Mlp().inputs(6).hidden(5).updater(updater).build(1);
            network.setIterationCount(23);
            network.save(folder.resolve("network.zip").toFile(), true);
            MultiLayerNetwork loaded = MultiLayerNetwork.load(folder.resolve("network.zip").toFile(), true);
            MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(network.getLayerWiseConfigurations().toJson());
            assertEquals(network.getLayerWiseConfigurations(), loaded.getLayerWiseConfigurations());
            assertEquals(updater, ((BaseLayer) loaded.getLayer(1).conf().getLayer()).getIUpdater());
            assertEquals(updater, ((BaseLayer) read.getConf(1).getLayer()).getIUpdater());
            assertEquals(schedule.valueAt(23, 0), loaded.getLearningRate(1));
            assertEquals(network.getUpdater().getStateViewArray(), loaded.getUpdater().getStateViewArray());
        }
    }

    @Test
    void aBuilderTakesThem() {
        MultiLayerNetwork network = new Mlp().inputs(6).hidden(5).learningRate(LearningRates.step(.8, .5, 10)).build(1);
        List<Double> rates = new ArrayList<>();
        for (int i : new int[] {0, 9, 10}) {
            network.setIterationCount(i);
            rates.add(network.getLearningRate(0));
        }
        assertEquals(List.of(.8, .8, .4), rates);
        // A fixed rate takes the schedule's place.
        network.setLearningRate(.3);
        assertEquals(.3, network.getLearningRate(0));
    }

    @Test
    void whatItPrints() {
        assertEquals("warm-up over 5 steps, cosine from 0.1 to 0 in 40 steps", LearningRates.warmUp(5, LearningRates.cosine(.1, 40)).toString());
        assertEquals("Momentum(learning rate cosine from 0.1 to 0 in 40 steps, momentum 0.5)",
                new Momentum(LearningRates.cosine(.1, 40), .5).toString());
    }

    @Test
    void impossibleArgumentsAreTold() {
        for (Executable bad : new Executable[] {() -> LearningRates.constant(-.1), () -> LearningRates.step(-.1, .5, 10),
            () -> LearningRates.torchDecay(-.1, .5), () -> LearningRates.cosine(-.1, 10)}) {
            assertMessage("The learning rate must be 0 or more, not -0.1.", bad);
        }
        assertMessage("The learning rate must be 0 or more, not NaN.", () -> LearningRates.constant(Double.NaN));
        assertMessage("The learning rate must be 0 or more, not Infinity.", () -> LearningRates.constant(Double.POSITIVE_INFINITY));
        assertMessage("The factor of the learning rate must be above 0, not 0.0.", () -> LearningRates.step(.1, 0, 10));
        assertMessage("The factor of the learning rate must be above 0, not NaN.", () -> LearningRates.step(.1, Double.NaN, 10));
        assertMessage("The decay of the learning rate must be 0 or more, not -1.0.", () -> LearningRates.torchDecay(.1, -1));
        assertMessage("The decay of the learning rate must be 0 or more, not Infinity.",
                () -> LearningRates.torchDecay(.1, Double.POSITIVE_INFINITY));
        for (Executable bad : new Executable[] {() -> LearningRates.step(.1, .5, 0), () -> LearningRates.cosine(.1, 0),
            () -> LearningRates.warmUp(0, LearningRates.constant(.1))}) {
            assertMessage("The number of steps must be at least 1, not 0.", bad);
        }
        assertEquals("What follows the warm-up must be a schedule, not null.",
                assertThrows(NullPointerException.class, () -> LearningRates.warmUp(5, null)).getMessage());
    }

    private static void assertRates(ISchedule schedule, int[] steps, double... expected) {
        // By steps: the number of the epoch does not matter.
        double[] rates = IntStream.of(steps).mapToDouble(step -> schedule.valueAt(step, step % 3)).toArray();
        assertArrayEquals(expected, rates, 1e-15);
    }

    private static void assertMessage(String message, Executable executable) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, executable).getMessage());
    }
}
