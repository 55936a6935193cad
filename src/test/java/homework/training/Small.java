package homework.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import homework.data.LabelledImages;
import homework.engine.Pass;
import homework.model.Mlp;
import homework.model.Momentum;
import homework.model.TorchConvnet;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** Trainings of a moment: images with a bright bar that tells their class, under noise; small networks; what makes two trainings the same. */
final class Small {
    static final int SIDE = 8;
    static final int CLASSES = 4;

    private Small() {
    }

    static LabelledImages images(String name, int count, long seed) {
        Random random = new Random(seed);
        float[] pixels = new float[count * SIDE * SIDE];
        int[] labels = new int[count];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(CLASSES);
            for (int x = 0; x < SIDE; x++) {
                pixels[(i * SIDE + 2 * labels[i]) * SIDE + x] += 1;
            }
        }
        return LabelledImages.of(name, Nd4j.createFromArray(pixels).reshape(count, 1, SIDE, SIDE), labels, CLASSES);
    }

    static LabelledImages train() {
        return images("small train", 90, 1);
    }

    static LabelledImages validation() {
        return images("small validation", 40, 2);
    }

    /** With dropout, and an updater that has a state. */
    static MultiLayerNetwork convnet() {
        return convnet(1);
    }

    static MultiLayerNetwork convnet(long seed) {
        return model().dropOutAfterConvolution(1, .1).dropOutAfterDense(.2).updater(new Adam(.01)).build(seed);
    }

    static MultiLayerNetwork withMomentum() {
        return model().updater(new Momentum(.05, .9)).build(1);
    }

    static TorchConvnet model() {
        return new TorchConvnet().input(1, SIDE, SIDE).convolutions(3).filter(3).normalization(3).dense(6).classes(CLASSES);
    }

    static MultiLayerNetwork mlp() {
        return new Mlp().inputs(SIDE * SIDE).hidden(7).classes(CLASSES).batchNorm().dropOut(.1).learningRate(.1).build(1);
    }

    /** With everything that a training can measure; a point every 7 steps, where an epoch has 12. */
    static Fit fit(MultiLayerNetwork network) {
        return Fit.of(network, train(), 5).validation(validation()).batchSize(8).epochs(5).threads(1).every(7, images("probe", 10, 3)).keepBest();
    }

    /** Bit for bit: parameters with running statistics, state of the updater, number of steps. */
    static void same(MultiLayerNetwork expected, MultiLayerNetwork actual) {
        assertArrayEquals(expected.params().toFloatVector(), actual.params().toFloatVector(), "parameters");
        assertArrayEquals(state(expected), state(actual), "state of the updater");
        assertEquals(expected.getIterationCount(), actual.getIterationCount(), "steps");
        assertEquals(expected.getEpochCount(), actual.getEpochCount(), "epochs");
    }

    private static float[] state(MultiLayerNetwork network) {
        INDArray state = network.getUpdater().getStateViewArray();
        return state == null ? new float[0] : state.toFloatVector();
    }

    /** Every digit but the seconds; the notes say where a training went on. */
    static void same(History expected, History actual) {
        assertEquals(epochs(expected), epochs(actual));
        assertEquals(expected.points(), actual.points());
        assertEquals(expected.ending(), actual.ending());
        assertEquals(expected.about(), actual.about());
    }

    static List<Epoch> epochs(History history) {
        return history.epochs().stream().map(it -> new Epoch(it.number(), it.running(), it.train(), it.validation(), it.learningRate(), 0, 0))
                .toList();
    }

    /** Where an epoch was stopped in the middle of a piece, its losses were added up in other pieces: their last bits may differ, nothing else. */
    static void nearlySame(History expected, History actual) {
        assertEquals(roughly(expected), roughly(actual));
        assertEquals(expected.epochs().size(), actual.epochs().size());
        for (int i = 0; i < actual.epochs().size(); i++) {
            assertEquals(expected.epochs().get(i).running().loss(), actual.epochs().get(i).running().loss(), 1e-13);
        }
        for (int i = 0; i < actual.points().size(); i++) {
            assertEquals(expected.points().get(i).running().loss(), actual.points().get(i).running().loss(), 1e-13);
        }
    }

    private static History roughly(History history) {
        List<Epoch> epochs = epochs(history).stream().map(it -> new Epoch(it.number(), withoutLoss(it.running()), it.train(), it.validation(),
                it.learningRate(), 0, 0)).toList();
        List<Point> points = history.points().stream().map(it -> new Point(it.step(), it.epochs(), withoutLoss(it.running()), it.probe())).toList();
        return new History(history.about(), epochs, points, history.ending(), List.of());
    }

    private static Pass withoutLoss(Pass pass) {
        return new Pass(pass.steps(), pass.examples(), 0, pass.correct());
    }
}
