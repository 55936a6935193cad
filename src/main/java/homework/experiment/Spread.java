package homework.experiment;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How far single runs of a figure's networks lie apart, in sampling errors, pooled over its curves: one curve has few runs, and all curves are
 * measured on as many images.
 *
 * @param factor standard deviation of a run by the sampling error at its level
 * @param freedom degrees of freedom behind it, one less than runs for each curve; 0 if no curve has two runs, and then the factor is 1
 */
public record Spread(double factor, int freedom) {
    private static final double CONFIDENCE = .95;

    /**
     * Of the values in percent, [curve][run].
     *
     * @param images each value was measured on
     * @param sameImages whether all runs were measured on the same; where each has drawn its own, the luck of the draw is in, and the factor is at
     *     least 1
     */
    static Spread of(List<double[]> curves, int images, boolean sameImages) {
        double squares = 0;
        int freedom = 0;
        for (double[] runs : curves) {
            if (runs.length > 1) {
                double mean = mean(runs);
                double sampling = sampling(mean, images);
                squares += Arrays.stream(runs).map(run -> (run - mean) * (run - mean)).sum() / (sampling * sampling);
                freedom += runs.length - 1;
            }
        }
        double factor = freedom == 0 ? 1 : Math.sqrt(squares / freedom);
        return new Spread(sameImages ? factor : Math.max(1, factor), freedom);
    }

    /** Standard deviations that luck keeps within, 95 times of a hundred (Student's t). */
    double most() {
        return freedom == 0 ? 2 : new TDistribution(freedom).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** Standard deviation with n − 1; not a number for fewer than two. */
    static double deviation(double[] values) {
        double mean = mean(values);
        return values.length < 2 ? Double.NaN : Math.sqrt(Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum() / (values.length - 1));
    }

    /** √(p (100 − p) / n), and where none or all are wrong one image, as for {@link homework.engine.Pass#samplingError()}. */
    static double sampling(double percent, int images) {
        return Math.max(100.0 / images, Math.sqrt(percent * (100 - percent) / images));
    }
}
