package homework.experiment;

import java.util.Arrays;

/**
 * A published number beside ours.
 *
 * @param curve its name in our figure
 * @param published the number of the report, of one run; null where it has none
 * @param epoch of ours that stands beside it: the published one, or the last
 * @param ours the same quantity in percent, one for each run
 * @param images it was measured on, in each run
 */
public record Compared(String curve, PublishedValue published, int epoch, double[] ours, int images) {
    private static final double SIGNIFICANT = 2;

    /** Of our runs; not a number if there is none. */
    public double mean() {
        return Arrays.stream(ours).average().orElse(Double.NaN);
    }

    /** Standard deviation over our runs, with n − 1; not a number for fewer than two. */
    public double deviation() {
        double mean = mean();
        return ours.length < 2 ? Double.NaN
                : Math.sqrt(Arrays.stream(ours).map(value -> (value - mean) * (value - mean)).sum() / (ours.length - 1));
    }

    /** In percent; not a number where there is none. */
    public double publishedValue() {
        return published == null ? Double.NaN : published.value();
    }

    /** Ours less published, in percentage points. */
    public double difference() {
        return mean() - publishedValue();
    }

    /**
     * One standard deviation of the published number: by the luck of its images or the spread of single runs, as ours have it, whichever is
     * greater; and what reading or rounding may have moved it by.
     */
    public double publishedError() {
        return published == null ? Double.NaN : Math.hypot(ofOneRun(published.value()), published.precision());
    }

    /** One standard deviation of our mean: that of a run by the root of their number. */
    public double ourError() {
        return ofOneRun(mean()) / Math.sqrt(ours.length);
    }

    private double ofOneRun(double percent) {
        return ours.length < 2 ? sampling(percent) : Math.max(deviation(), sampling(percent));
    }

    /** √(p (100 − p) / n); where none or all are wrong one image, as for {@link homework.engine.Pass#samplingError()}. */
    private double sampling(double percent) {
        return Math.max(100.0 / images, Math.sqrt(percent * (100 - percent) / images));
    }

    /** Whether the two agree within twice the error of their difference. */
    public Verdict verdict() {
        if (ours.length == 0 || published == null) {
            return Verdict.NOT_MEASURABLE;
        }
        double allowed = SIGNIFICANT * Math.hypot(publishedError(), ourError());
        if (published.isLowerBound()) {
            return difference() > -allowed ? Verdict.AGREES : Verdict.DIFFERS;
        }
        return Math.abs(difference()) <= allowed ? Verdict.AGREES : Verdict.DIFFERS;
    }
}
