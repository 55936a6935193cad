package homework.plot;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;

/** The stretch of an axis. */
record Range(double least, double greatest) {

    /** From the least to the greatest of these values, NaN apart. */
    static Range of(DoubleStream values) {
        DoubleSummaryStatistics seen = values.filter(value -> !Double.isNaN(value)).summaryStatistics();
        return new Range(seen.getMin(), seen.getMax());
    }

    static Range of(double... values) {
        return of(Arrays.stream(values));
    }

    /** What comes down near zero is read against zero. */
    Range withZeroIfNear() {
        return least > 0 && least < 0.3 * greatest ? withZero() : this;
    }

    Range withZero() {
        return new Range(Math.min(0, least), Math.max(0, greatest));
    }

    /** With a margin, so that no marker lies on the edge; a single value comes to stand in the middle. */
    Range airy() {
        if (least == greatest) {
            double half = least == 0 ? 1 : 0.1 * Math.abs(least);
            return new Range(least - half, greatest + half);
        }
        double air = 0.05 * (greatest - least);
        // A hair below zero, because a tick exactly at the end of an axis stays without its number.
        return new Range(least == 0 ? -0.02 * air : least - air, greatest == 0 ? 0.02 * air : greatest + air);
    }

    /** The margin of a logarithmic axis. */
    Range airyLogarithmic() {
        double factor = least == greatest ? 2 : Math.pow(greatest / least, 0.05);
        return new Range(least / factor, greatest * factor);
    }
}
