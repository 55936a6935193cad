package homework.experiment;

/**
 * A published number, of one run, beside ours.
 *
 * @param curve its name in our figure
 * @param published the number of the report; null where it has none
 * @param epoch of ours that stands beside it: the published one, or the last
 * @param ours the same quantity in percent, one for each run
 * @param images it was measured on, in each run
 * @param spread of single runs
 */
public record Compared(String curve, PublishedValue published, int epoch, double[] ours, int images, Spread spread) {

    /** Of our runs; not a number if there is none. */
    public double mean() {
        return Spread.mean(ours);
    }

    /** Standard deviation over our runs, with n − 1; not a number for fewer than two. */
    public double deviation() {
        return Spread.deviation(ours);
    }

    /** In percent; not a number where there is none. */
    public double publishedValue() {
        return published == null ? Double.NaN : published.value();
    }

    /** Sampling error of the published number in percentage points. */
    public double publishedSampling() {
        return Spread.sampling(publishedValue(), images);
    }

    /** Sampling error of one of our runs in percentage points. */
    public double ourSampling() {
        return Spread.sampling(mean(), images);
    }

    /** One standard deviation of the published number: of a single run, and of what rounding or reading it off a plot may have moved it by. */
    public double publishedError() {
        // A number that may be off by as much as h, evenly, has the standard deviation h/√3.
        return published == null ? Double.NaN : Math.hypot(spread.factor() * publishedSampling(), published.precision() / Math.sqrt(3));
    }

    /** One standard deviation of our mean: that of a run by the root of their number. */
    public double ourError() {
        return spread.factor() * ourSampling() / Math.sqrt(ours.length);
    }

    /** Ours less published, in percentage points. */
    public double difference() {
        return mean() - publishedValue();
    }

    /** One standard deviation of {@link #difference()} by luck. */
    public double differenceError() {
        return Math.hypot(publishedError(), ourError());
    }

    /** Whether the two agree within what luck allows. */
    public Verdict verdict() {
        if (ours.length == 0 || published == null) {
            return Verdict.NOT_MEASURABLE;
        }
        double allowed = spread.most() * differenceError();
        if (published.isLowerBound() ? difference() > -allowed : Math.abs(difference()) <= allowed) {
            return Verdict.AGREES;
        }
        return spread.freedom() == 0 ? Verdict.NOT_MEASURABLE : Verdict.DIFFERS;
    }
}
