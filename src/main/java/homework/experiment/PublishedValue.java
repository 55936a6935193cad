package homework.experiment;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A number that a report prints, or that was read off one of its plots.
 *
 * @param figure {@code fig3}, {@code table3.1}, or {@code final} for the final model
 * @param curve its name in the figure
 * @param epoch after which it holds, from 1; empty if the report names none: it is about the end of the training
 * @param metric one of {@link #METRICS}
 * @param value in %
 * @param precision how far off the value may be, in percentage points
 * @param relation {@code =}, or {@code >} if the report only shows that the number lies above the value
 */
public record PublishedValue(String figure, String curve, OptionalInt epoch, String metric, double value, double precision, String relation) {
    /** What the reports measure. Their training numbers are counted while the weights move, the others after the epoch. */
    public static final List<String> METRICS = List.of("train error", "validation error", "train accuracy", "test accuracy");

    public PublishedValue {
        check(!figure.isBlank(), "the id of a figure", figure);
        check(!curve.isBlank(), "the name of a curve", curve);
        check(epoch.orElse(1) >= 1, "an epoch, from 1", epoch.orElse(1));
        check(METRICS.contains(metric), "one of " + METRICS, metric);
        check(value >= 0 && value <= 100, "a value in %, from 0 to 100", value);
        check(precision >= 0 && precision <= 100, "a precision in percentage points, from 0 to 100", precision);
        check(List.of("=", ">").contains(relation), "the relation = or >", relation);
    }

    private static void check(boolean right, String expected, Object came) {
        if (!right) {
            throw new IllegalArgumentException("expected " + expected + ", but came \"" + came + "\"");
        }
    }

    /** The value as the report gives it: with two decimals where it is printed so, and with what was read off a plot as it was read. */
    String told() {
        return (isLowerBound() ? "> " : "") + (precision < 0.05 && precision > 0 ? String.format(Locale.ROOT, "%.2f", value) : String.valueOf(value));
    }

    /** True if the report shows only that the number is greater than the value. */
    public boolean isLowerBound() {
        return relation.equals(">");
    }

    /** "epoch 3", or "at the end". */
    public String when() {
        return epoch.isPresent() ? "epoch " + epoch.getAsInt() : "at the end";
    }

    @Override
    public String toString() {
        return figure + ", " + curve + ", " + when() + ": " + metric + (isLowerBound() ? " > " : " ") + value
                + (isLowerBound() ? "" : " ± " + precision) + " %";
    }
}
