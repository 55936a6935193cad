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
        return new Range(least == 0 ? -0.001 * air : least - air, greatest == 0 ? 0.001 * air : greatest + air);
    }

    /** The margin of a logarithmic axis, which holds two powers of ten at least, because only they carry numbers. */
    Range airyLogarithmic() {
        double air = Math.pow(Math.max(10, greatest / least), 0.05);
        double low = Math.log10(least / air);
        double high = Math.log10(greatest * air);
        if (Math.floor(high) - Math.ceil(low) < 1) {
            low = Math.floor(low) - 0.02;
            high = Math.ceil(high) + 0.02;
        }
        return new Range(Math.pow(10, low), Math.pow(10, high));
    }
}
