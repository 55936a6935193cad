package homework.plot;

import java.util.stream.IntStream;

/** The course of one quantity of one configuration: a value at each x, from one run or as the mean of several. */
record Curve(String name, Kind kind, double[] x, double[][] runs) {

    /** What was measured, and so how it is drawn. */
    enum Kind {
        TRAIN("train"), VALIDATION("validation"), TEST("test"), PUBLISHED_TRAIN("published train"), PUBLISHED("published");

        final String label;

        Kind(String label) {
            this.label = label;
        }

        boolean isPublished() {
            return this == PUBLISHED || this == PUBLISHED_TRAIN;
        }
    }

    static Curve of(String name, Kind kind, double[] x, double[][] runs) {
        String checked = Check.name(name, "the name of a configuration");
        String what = kind.label + " of '" + checked + "'";
        if (runs == null || runs.length == 0) {
            throw new IllegalArgumentException("expected at least one run for " + what + ", got none: pass one row of values for each run");
        }
        double[][] copy = new double[runs.length][];
        for (int run = 0; run < runs.length; run++) {
            copy[run] = Check.values(runs[run], what + (runs.length > 1 ? ", run " + (run + 1) : ""));
            if (copy[run].length != copy[0].length) {
                throw new IllegalArgumentException("expected runs of one length for " + what + ", got " + copy[0].length + " values and, in run "
                        + (run + 1) + ", " + copy[run].length + ": cut them to the shortest, or put NaN where a run has no value");
            }
        }
        double[] places = x == null ? IntStream.rangeClosed(1, copy[0].length).asDoubleStream().toArray() : Check.ascending(x, "x of " + what);
        Check.sameLength(copy[0].length, places.length, "x as values for " + what);
        return new Curve(checked, kind, places, copy);
    }

    /** The mean of the runs at each x; NaN where a run has no number, because a mean of the others would be of other runs. */
    double[] mean() {
        return each((values, mean) -> mean);
    }

    double[] low(boolean range) {
        return each((values, mean) -> range ? least(values) : mean - deviation(values, mean));
    }

    double[] high(boolean range) {
        return each((values, mean) -> range ? greatest(values) : mean + deviation(values, mean));
    }

    private interface Summary {
        double of(double[] values, double mean);
    }

    private double[] each(Summary summary) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double[] values = new double[runs.length];
            double sum = 0;
            for (int run = 0; run < runs.length; run++) {
                values[run] = runs[run][i];
                sum += values[run];
            }
            result[i] = summary.of(values, sum / runs.length);
        }
        return result;
    }

    /** Standard deviation over runs, with n − 1; 0 for a single run. */
    private static double deviation(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length == 1 ? 0 : Math.sqrt(squares / (values.length - 1));
    }

    private static double least(double[] values) {
        double least = values[0];
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static double greatest(double[] values) {
        double greatest = values[0];
        for (double value : values) {
            greatest = Math.max(greatest, value);
        }
        return greatest;
    }
}
