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

    /** TEMP */
    public double samplingError() {
        double p = error() / 100;
        return 100 * Math.sqrt(p * (1 - p) / examples);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d examples%s: loss %.4f, error %.2f %%", examples,
                steps == 0 ? "" : " in " + steps + " steps", loss, error());
    }
}
