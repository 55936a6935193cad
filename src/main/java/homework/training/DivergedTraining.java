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
        super(String.format(Locale.ROOT, "Training diverged in epoch %d at step %d of it, with learning rate %.3g: values that are infinite or not a "
                + "number come first in %s. The network has good parameters again, of %s back. %s", epoch, step,
                cause.learningRate(), cause.layer(), steps(cause.step() - cause.goodStep()), advice(cause)), cause);
        this.cause = cause;
        this.epoch = epoch;
        this.history = history;
    }

    private static String steps(int number) {
        return number + (number == 1 ? " step" : " steps");
    }

    private static String advice(DivergedException cause) {
        return cause.layer().equals("the input") ? "Look for such values in the images." : String.format(Locale.ROOT,
                "Try a tenth of the rate, %.2g; then see that the images are standardised, and clip gradients if it still happens.",
                cause.learningRate() / 10);
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

    /** Number of the step, counted from the network's first, which is 0. */
    public int step() {
        return cause.step();
    }

    /** At that step. */
    public double learningRate() {
        return cause.learningRate();
    }
}
