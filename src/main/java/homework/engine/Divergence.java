package homework.engine;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Finds where infinite values came from. */
final class Divergence {
    /** Said instead of a layer's name where the images are to blame. */
    static final String INPUT = "the input";

    private Divergence() {
    }

    /** Name of the first layer of which an output is infinite or not a number; "the input" if the images are not. */
    static String layer(Plan plan, float[] piece) {
        if (!plan.input().isFinite(piece)) {
            return INPUT;
        }
        for (Stage stage : plan.stages()) {
            if (!stage.output().isFinite(piece)) {
                return stage.name();
            }
        }
        return "the loss";
    }

    /** The first parameter with a value that is infinite or not a number; null if all are finite. */
    static Parameter parameter(Parameters parameters, float[] piece) {
        for (Parameter parameter : parameters.all()) {
            if (!parameter.values().isFinite(piece)) {
                return parameter;
            }
        }
        return null;
    }

    /** Whether all images at these places are finite. */
    static boolean areFinite(INDArray images, int[] places) {
        for (int place : places) {
            if (!Double.isFinite(images.slice(place).mul(0).sumNumber().doubleValue())) {
                return false;
            }
        }
        return true;
    }
}
