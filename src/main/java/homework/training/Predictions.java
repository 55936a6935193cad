package homework.training;

import homework.data.LabelledImages;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The outputs of a network for some images.
 *
 * @param values a row of numbers for each image, one for each class
 * @param width how many classes
 */
record Predictions(float[] values, int width, Outputs kind) {

    /** @param outputs float [n, classes] */
    static Predictions of(INDArray outputs, LabelledImages data) {
        int width = (int) outputs.size(1);
        if (width != data.classes()) {
            throw new IllegalArgumentException("The network tells " + width + " classes apart, but \"" + data.name() + "\" has " + data.classes()
                    + ": take a network and images of the same classes.");
        }
        float[] values = outputs.dup('c').data().asFloat();
        for (int i = 0; i < values.length; i++) {
            if (Float.isNaN(values[i])) {
                throw new IllegalArgumentException("The network's output for image " + i / width + " of \"" + data.name()
                        + "\" is not a number: look for such values in the images and in the network's parameters.");
            }
        }
        return new Predictions(values, width, Outputs.of(values, width));
    }

    /** The class of the greatest output of an image, the first of equals, as the engine counts. */
    private int best(int image) {
        return IntStream.range(0, width).reduce(0, (best, i) -> values[image * width + i] > values[image * width + best] ? i : best);
    }

    int[] classes() {
        return IntStream.range(0, values.length / width).map(this::best).toArray();
    }

    /** How the image was taken, as if that were wrong. */
    Mistake of(int image, int truth) {
        int predicted = best(image);
        return new Mistake(image, truth, predicted, values[image * width + predicted], values[image * width + truth], kind);
    }

    /** Mean −log p; NaN for scores. */
    double loss(int[] truths) {
        if (kind != Outputs.PROBABILITIES) {
            return Double.NaN;
        }
        return IntStream.range(0, truths.length).mapToDouble(i -> -Math.log(Math.max(Float.MIN_VALUE, values[i * width + truths[i]])))
                .average().orElseThrow();
    }
}
