package homework.experiment;

import static homework.experiment.Sweep.Axes.ACCURACY;
import static homework.experiment.Sweep.Axes.TEST_ACCURACY;
import static homework.experiment.Sweep.Axes.TEST_ACCURACY_FROM_20;

import homework.model.Loss;
import homework.model.TorchConvnet;
import java.util.List;
import org.nd4j.linalg.activations.Activation;

/** The tables and figures of {@code nyu-2015}: all 60000 images, one a step, measured on the 10000 test images. */
final class Nyu2015 {
    private static final int SHORT = 3;
    private static final int LONG = 30;
    private static final int DEPTH = 31;
    private static final int MANY = 5;
    private static final int FEW = 2;
    private static final Images PLAIN = new Images(Images.Part.ALL, 0);
    private static final Images IMAGES = PLAIN.normalized(7);
    private static final TorchConvnet ORIGINAL = new TorchConvnet();

    private Nyu2015() {
    }

    static List<Sweep> sweeps() {
        return List.of(
                sweep("table3.1", "The original model")
                        .curve("original model", on(ORIGINAL, 10), FEW),
                sweep("fig3.1", "The original model, 30 epochs")
                        .curve("original model", on(ORIGINAL, LONG), FEW, "table3.1/original model"),
                sweep("table3.2", "Normalisation of the images")
                        .curve("gaussian 7", on(ORIGINAL, SHORT), MANY)
                        .curve("gaussian 15", on(ORIGINAL, SHORT).images(PLAIN.normalized(15)), MANY)
                        .curve("none", on(ORIGINAL, SHORT).images(PLAIN), MANY),
                sweep("table3.3", "Activation")
                        .curve("tanh", on(ORIGINAL, SHORT), MANY)
                        .curve("ReLU", on(ORIGINAL.activation(Activation.RELU), SHORT), MANY),
                sweep("table3.4", "Loss")
                        .curve("NLL", on(ORIGINAL, SHORT), MANY)
                        .curve("multi-margin", on(ORIGINAL.loss(Loss.MULTI_MARGIN), SHORT), MANY)
                        .curve("MSE", on(ORIGINAL.loss(Loss.SIGNED_SQUARED), SHORT), MANY),
                depth("table3.5", "Convolution layers, epochs 20 to 31", TEST_ACCURACY_FROM_20),
                depth("fig3.2", "Convolution layers, 31 epochs", TEST_ACCURACY));
    }

    private static Sweep depth(String figure, String title, Sweep.Axes axes) {
        return new Sweep("nyu-2015/" + figure, title, axes)
                .curve("2 layers", on(ORIGINAL, DEPTH), FEW, "table3.5/2 layers")
                .curve("3 layers", on(ORIGINAL.convolutions(32, 64, 128).padding(0, 0, 2).dense(256), DEPTH), FEW, "table3.5/3 layers");
    }

    private static Experiment on(TorchConvnet model, int epochs) {
        return Experiment.of(IMAGES, model, epochs);
    }

    private static Sweep sweep(String figure, String title) {
        return new Sweep("nyu-2015/" + figure, title, ACCURACY);
    }
}
