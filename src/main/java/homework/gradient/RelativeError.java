package homework.gradient;

/**
 * How far a value is from what was expected: |expected − got| / max(|expected|, |got|, floor).
 *
 * <p>The rule near 0: the floor is a thousandth of the largest expected entry, so that an entry which nearly cancels is measured
 * against its neighbours and not against its own rounding. Where finite differences were expected, an entry that differs by less
 * than their own rounding noise is right whatever its error.
 */
public final class RelativeError {
    private static final double FLOOR = 1e-3;
    private static final double TINIEST = 1e-300;
    private final double noise;
    private final double floor;

    private RelativeError(double noise, double floor) {
        this.noise = noise;
        this.floor = floor;
    }

    /** The rule for these expected values, which are known up to {@code noise} (0 if they are exact). */
    public static RelativeError against(Values expected, double noise) {
        double largest = 0;
        for (int i = 0; i < expected.size(); i++) {
            largest = Math.max(largest, Math.abs(expected.get(i)));
        }
        return new RelativeError(noise, Math.max(FLOOR * largest, TINIEST));
    }

    /** The error of one entry; 0 is equal, 2 is equal but for the sign. */
    public double of(double expected, double got) {
        double error = Math.abs(expected - got) / Math.max(floor, Math.max(Math.abs(expected), Math.abs(got)));
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }

    /** The same, but 0 where the difference may be the rounding of the finite differences. */
    double beyondNoise(double expected, double got) {
        return Math.abs(expected - got) <= noise ? 0 : of(expected, got);
    }

    /** Whether an entry is large enough to say anything about a factor or a sign. */
    boolean speaks(double expected) {
        return Math.abs(expected) >= Math.max(floor, 100 * noise);
    }
}
