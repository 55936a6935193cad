package homework.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.data.LabelledImages;
import homework.model.Mlp;
import homework.model.Nyu2017Baseline;
import homework.model.TorchConvnet;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nd4j.linalg.factory.Nd4j;

/** What a fit is told: it does not change, and what makes no sense is refused in words. */
class FitTest {
    private final LabelledImages train = Small.train();
    private final LabelledImages validation = Small.validation();

    @Test
    void aFitDoesNotChange() {
        Fit fit = Fit.of(Small.convnet(), train, 1).threads(1);
        fit.validation(validation).epochs(3).every(2).batchSize(1);
        History history = fit.run();
        assertEquals(1, history.epochs().size());
        assertEquals(0, history.epochs().get(0).validation().examples());
        assertEquals(3, history.epochs().get(0).running().steps());
        assertEquals(List.of(), history.points());
        assertEquals("90 images of small train, batch size 32, 1 epoch, seed 1", history.about());
    }

    /** Before an epoch is trained in vain. */
    @Test
    void imagesOfAnotherKindAreRefused() {
        LabelledImages small = LabelledImages.of("too small", Nd4j.zeros(5, 1, 7, 8), new int[5], Small.CLASSES);
        LabelledImages others = LabelledImages.of("other classes", Nd4j.zeros(5, 1, 8, 8), new int[5], 10);
        MultiLayerNetwork network = Small.convnet();
        Fit fit = Fit.of(network, train, 1);
        assertMessage("Validation images must be like those to train on, 1x8x8 in 4 classes, but are 1x7x8 in 4 classes.", fit.validation(small));
        assertMessage("Validation images must be like those to train on, 1x8x8 in 4 classes, but are 1x8x8 in 10 classes.", fit.validation(others));
        assertMessage("Images to measure on must be like those to train on, 1x8x8 in 4 classes, but are 1x7x8 in 4 classes.", fit.every(1, small));
        assertMessage("The network reads rows [n, features] of 9 values, but these are [90, 64].", Fit.of(new Mlp().inputs(9).build(1), train, 1));
        assertFalse(assertThrows(IllegalArgumentException.class, Fit.of(new TorchConvnet().build(1), train, 1)::run).getMessage().isBlank());
        assertFalse(assertThrows(IllegalArgumentException.class, Fit.of(new Nyu2017Baseline().build(1), train, 1)::run).getMessage().isBlank());
        assertMessage("The best epoch is found on validation images, but there are none: add .validation(images).", fit.keepBest());
        assertMessage("The best epoch is found on validation images, but there are none: add .validation(images).", fit.earlyStopping(2));
        assertEquals(0, network.getIterationCount());
    }

    @Test
    void senselessNumbersAreRefused() {
        Fit fit = Fit.of(Small.convnet(), train, 1);
        List<Executable> all = List.of(() -> fit.batchSize(0), () -> fit.epochs(0), () -> fit.threads(-1), () -> fit.every(0),
                () -> fit.earlyStopping(0));
        for (Executable senseless : all) {
            String message = assertThrows(IllegalArgumentException.class, senseless).getMessage();
            assertTrue(message.matches("The .* must be at least 1, not -?\\d\\."), message);
        }
        assertEquals("There must be images to validate on, but null came.",
                assertThrows(IllegalArgumentException.class, () -> fit.validation(null)).getMessage());
        assertEquals("Only an initialised network can be trained, but this one is null.",
                assertThrows(IllegalArgumentException.class, () -> Fit.of(null, train, 1)).getMessage());
    }

    private static void assertMessage(String expected, Fit fit) {
        assertEquals(expected, assertThrows(IllegalArgumentException.class, fit::run).getMessage());
    }
}
