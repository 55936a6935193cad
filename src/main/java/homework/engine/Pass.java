package homework.engine;

import java.util.Locale;

/**
 * What came out of going through images once, in training while the parameters moved.
 *
 * @param steps updates of the parameters; 0 where nothing was trained
 * @param examples images that were gone through: fewer than asked for if the thread was interrupted
 * @param loss mean over the examples, without the penalty of weight decay; DL4J, where it serves, counts at most 23.03 nats an example
 * @param correct examples whose class had the highest score
 */
public record Pass(int steps, int examples, double loss, int correct) {
    /** Share of the examples that were not classified correctly, in percent. */
    public double error() {
        return examples == 0 ? Double.NaN : 100.0 * (examples - correct) / examples;
    }

    /**
     * One standard deviation of {@link #error()} by the luck of which images were drawn, in percentage points: √(p (1 − p) / n) for the share p
     * that is wrong of n examples. The same holds for the accuracy.
     *
     * <p>Where none or all are wrong, that formula says 0, as if nobody could ever see an error: then it is 1/n, so that three of them are the
     * 3/n of the rule of three, below which the true share of errors lies with 95 % confidence.
     */
    public double samplingError() {
        if (correct == 0 || correct == examples) {
            return examples == 0 ? Double.NaN : 100.0 / examples;
        }
        return Math.sqrt(error() * (100 - error()) / examples);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d examples%s: loss %.4f, error %.2f %%", examples,
                steps == 0 ? "" : " in " + steps + " steps", loss, error());
    }
}
