package homework.engine;

/** The images of one step, which lie in a plan's input, and what the network makes of them with its parameters as they are. */
final class Minibatch {
    private final Plan plan;
    private final Objective objective;
    private final Masks masks;
    private final int iteration;
    private final int[] labels;
    private float[] scores;

    /** @param labels of the images, row by row */
    Minibatch(Plan plan, Objective objective, Masks masks, int iteration, int[] labels) {
        this.plan = plan;
        this.objective = objective;
        this.masks = masks;
        this.iteration = iteration;
        this.labels = labels;
    }

    /** With the same dropout masks however often it is done. */
    void forward() {
        masks.start(iteration);
        plan.refresh();
        scores = plan.forward();
    }

    void addTo(Tally tally) {
        for (int row = 0; row < labels.length; row++) {
            tally.add(scores, row, labels[row]);
        }
    }

    /** Mean over the images; between {@link #forward} and {@link #backward}. */
    double loss() {
        double sum = 0;
        for (int row = 0; row < labels.length; row++) {
            sum += objective.loss(scores, row * plan.classes(), plan.classes(), labels[row]);
        }
        return sum / labels.length;
    }

    /** Leaves the gradient of the mean loss with the parameters. The scores are gone then. */
    void backward() {
        int classes = plan.classes();
        for (int row = 0; row < labels.length; row++) {
            objective.slope(scores, row * classes, classes, labels[row]);
        }
        for (int i = 0; i < labels.length * classes; i++) {
            scores[i] /= labels.length;
        }
        plan.backward(scores);
    }
}
