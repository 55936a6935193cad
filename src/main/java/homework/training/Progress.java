package homework.training;

import homework.engine.Pass;
import java.util.Locale;

/**
 * How far a training is.
 *
 * @param history up to now
 * @param epochs that were asked for
 * @param examples of the current epoch that were trained on
 * @param ofExamples images an epoch has
 * @param running score of the current epoch up to now
 * @param imagesPerSecond in training, since this process has begun to train; not a number before the first step
 * @param secondsLeft until all epochs are done, evaluation included as far as its time is known; not a number before the first step
 */
public record Progress(History history, int epochs, int examples, int ofExamples, Pass running, double imagesPerSecond,
        double secondsLeft) {

    /** The epoch that is being trained, 1 for the first. */
    public int epoch() {
        return Math.min(epochs, history.epochs().size() + 1);
    }

    /** Done, of the whole training: 0 to 1. */
    public double share() {
        return Math.min(1, (history.epochs().size() + (double) examples / ofExamples) / epochs);
    }

    @Override
    public String toString() {
        if (running.examples() == 0 || Double.isNaN(imagesPerSecond)) {
            return String.format(Locale.ROOT, "epoch %d of %d, starting", epoch(), epochs);
        }
        return String.format(Locale.ROOT, "epoch %d of %d, %d of %d images: running error %.2f %%, loss %.4f · %.0f images/s · %s left", epoch(),
                epochs, examples, ofExamples, running.error(), running.loss(), imagesPerSecond, time(secondsLeft));
    }

    /** For people: 90 s, 12 min 5 s, 3 h 20 min. */
    public static String time(double seconds) {
        long whole = Math.round(seconds);
        return whole < 120 ? whole + " s" : whole < 7200 ? whole / 60 + " min " + whole % 60 + " s" : whole / 3600 + " h " + whole / 60 % 60 + " min";
    }
}
