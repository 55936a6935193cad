package homework.training;

import java.util.Locale;

/** What the numbers mean that a network gives for the classes of an image. */
public enum Outputs {
    /** 0 or more and 1 in all: those of a softmax. */
    PROBABILITIES {
        /** As in "98 %"; neither 0 nor 100, which a softmax never means. */
        @Override
        public String text(double value) {
            double percent = 100 * value;
            if (percent >= 99.95) {
                return "> 99.9 %";
            }
            return percent < 0.05 ? "< 0.1 %" : String.format(Locale.ROOT, percent < 1 || percent >= 99 ? "%.1f %%" : "%.0f %%", percent);
        }
    },
    /** Anything else, such as those of a network with margin or squared loss: the greatest wins, and that is all they say. */
    SCORES {
        @Override
        public String text(double value) {
            return String.format(Locale.ROOT, "score %.2f", value);
        }
    };

    private static final double ROUNDING = 1e-3;

    /** One of them as a reader is told it. */
    public abstract String text(double value);

    /** What these are, a row of so many numbers for each image: a network that has learned margins does not give sums of 1 by accident. */
    static Outputs of(float[] values, int classes) {
        for (int row = 0; row < values.length; row += classes) {
            double sum = 0;
            for (int i = row; i < row + classes; i++) {
                sum += values[i];
                if (values[i] < 0) {
                    return SCORES;
                }
            }
            if (Math.abs(sum - 1) > ROUNDING) {
                return SCORES;
            }
        }
        return PROBABILITIES;
    }
}
