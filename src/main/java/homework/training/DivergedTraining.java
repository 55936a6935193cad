package homework.training;

import homework.engine.DivergedException;
import java.util.Locale;

/** Values became infinite or not a number while a network was trained; the message says where, and what to try. */
public final class DivergedTraining extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient History history;
    private final int epoch;
    private final DivergedException cause;

    DivergedTraining(DivergedException cause, int epoch, int step, History history) {
        super(String.format(Locale.ROOT, "In epoch %d, step %d of the epoch: %s", epoch, step, cause.getMessage()) + advice(cause), cause);
        this.cause = cause;
        this.epoch = epoch;
        this.history = history;
    }

    private static String advice(DivergedException cause) {
        return cause.learningRate() > 0 && !cause.layer().equals("the input") ? String.format(Locale.ROOT,
                " A tenth of it, %.2g, is a good first try; then see that the images are standardised, and clip gradients if it still happens.",
                cause.learningRate() / 10) : "";
    }

    /** What was measured before. */
    public History history() {
        return history;
    }

    /** 1 for the first. */
    public int epoch() {
        return epoch;
    }

    /** Name of the first layer whose output is not finite. */
    public String layer() {
        return cause.layer();
    }

    /** Number of the step, counted from the network's first. */
    public int step() {
        return cause.step();
    }

    /** At that step. */
    public double learningRate() {
        return cause.learningRate();
    }
}
