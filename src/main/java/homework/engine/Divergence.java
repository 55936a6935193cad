package homework.engine;

/** Finds where infinite values came from. */
final class Divergence {
    /** Said instead of a layer's name where the images are to blame. */
    static final String INPUT = "the input";

    private Divergence() {
    }

    /** Name of the first layer of which an output is infinite or not a number; "the input" if the images are not. */
    static String layer(Plan plan) {
        if (!isFinite(plan.input())) {
            return INPUT;
        }
        for (Stage stage : plan.stages()) {
            if (!isFinite(stage.output())) {
                return stage.name();
            }
        }
        return "the loss";
    }

    /** The first parameter with a value that is infinite or not a number; null if all are finite. */
    static Parameter parameter(Parameters parameters) {
        for (Parameter parameter : parameters.all()) {
            if (!isFinite(parameter.values())) {
                return parameter;
            }
        }
        return null;
    }

    private static boolean isFinite(Tensor tensor) {
        // 0 times a number is 0; 0 times anything else is NaN.
        double sum = 0;
        for (float value : tensor.toArray()) {
            sum += value * 0f;
        }
        return sum == 0;
    }
}
