package homework.engine;

/** The loss became infinite or not a number. The network has its last good parameters again. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String layer;
    private final int step;
    private final double learningRate;
    private final int goodStep;

    DivergedException(String layer, int step, double learningRate, int goodStep) {
        super("Training diverged, seen at step " + step + " (learning rate " + learningRate + "): values that are infinite or not a "
                + "number come first in " + layer + ". The network has the parameters of step " + goodStep
                + " again, the last that were checked. "
                + (layer.equals(Divergence.INPUT) ? "Look for such values in the images." : "Try a smaller learning rate."));
        this.layer = layer;
        this.step = step;
        this.learningRate = learningRate;
        this.goodStep = goodStep;
    }

    /** The same with another place named. */
    DivergedException with(String where) {
        return new DivergedException(where, step, learningRate, goodStep);
    }

    /** Name of the first layer whose output is not finite. */
    public String layer() {
        return layer;
    }

    /** Number of the step, counted from the network's first, which is 0. */
    public int step() {
        return step;
    }

    /** Number of the step whose parameters the network has again. */
    public int goodStep() {
        return goodStep;
    }

    public double learningRate() {
        return learningRate;
    }
}
