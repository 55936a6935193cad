package homework.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A figure or table of a report: what is varied, and a curve for each choice.
 *
 * @param name report and figure, such as {@code kit-lab1/fig3}
 * @param title what the figure shows
 * @param axes of the published plot
 * @param curves in the order of the report
 */
public record Sweep(String name, String title, Axes axes, List<Curve> curves) {

    /**
     * One curve.
     *
     * @param name what its choice is called
     * @param experiment of every seed
     * @param seeds how many runs there are to be, with the seeds 1, 2, …
     * @param publishedAs figure/curve of the published numbers that it stands beside; null if the report has none
     */
    public record Curve(String name, Experiment experiment, int seeds, String publishedAs) {
        /** The runs. */
        public List<Experiment> runs() {
            return LongStream.rangeClosed(1, seeds).mapToObj(experiment::seed).toList();
        }
    }

    /** What the published plot or table shows, in percent over epochs. */
    public enum Axes {
        ERROR(false, true, true, 1, Double.NaN), ERROR_TO_20(false, true, true, 1, 20), TRAINING_ERROR(false, true, false, 1, Double.NaN),
        VALIDATION_ERROR(false, false, true, 1, Double.NaN), ACCURACY(true, true, true, 1, Double.NaN), TEST_ACCURACY(true, false, true, 1, Double.NaN),
        TEST_ACCURACY_FROM_20(true, false, true, 20, Double.NaN);

        private final boolean accuracy;
        private final boolean training;
        private final boolean heldOut;

        private final int firstEpoch;
        private final double top;

        Axes(boolean accuracy, boolean training, boolean heldOut, int firstEpoch, double top) {
            this.firstEpoch = firstEpoch;
            this.top = top;
            this.accuracy = accuracy;
            this.training = training;
            this.heldOut = heldOut;
        }

        /** Where the published axis of epochs begins. */
        int firstEpoch() {
            return firstEpoch;
        }

        /** Where the published axis of errors ends; not a number if that is not known. */
        double top() {
            return top;
        }

        boolean accuracy() {
            return accuracy;
        }

        /** While the weights moved. */
        boolean training() {
            return training;
        }

        /** On validation or test images, after the epoch. */
        boolean heldOut() {
            return heldOut;
        }

        /** @param metric one of {@link PublishedValue#METRICS} */
        boolean shows(String metric) {
            return metric.startsWith("train") ? training : heldOut;
        }
    }

    public Sweep {
        curves = List.copyOf(curves);
    }

    Sweep(String name, String title, Axes axes) {
        this(name, title, axes, List.of());
    }

    /** With one more curve, which stands beside the published one of its name. */
    Sweep curve(String curve, Experiment experiment, int seeds) {
        return curve(curve, experiment, seeds, figure() + "/" + curve);
    }

    /** With one more curve, beside the published figure/curve, or null. */
    Sweep curve(String curve, Experiment experiment, int seeds, String publishedAs) {
        List<Curve> more = new ArrayList<>(curves);
        more.add(new Curve(curve, experiment, seeds, publishedAs));
        return new Sweep(name, title, axes, more);
    }

    /**
     * The curve of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Curve named(String curve) {
        return curves.stream().filter(each -> each.name().equals(curve)).findFirst().orElseThrow(() -> new IllegalArgumentException(name
                + " has no curve \"" + curve + "\": it has " + curves.stream().map(Curve::name).collect(Collectors.joining(", ")) + "."));
    }

    /** {@code kit-lab1} of {@code kit-lab1/fig3}. */
    public String report() {
        return name.substring(0, name.indexOf('/'));
    }

    /** {@code fig3} of {@code kit-lab1/fig3}. */
    public String figure() {
        return name.substring(name.indexOf('/') + 1);
    }

    /** With at most so many runs of each curve, and of each run at most so many epochs. */
    public Sweep atMost(int seeds, int epochs) {
        return new Sweep(name, title, axes, curves.stream().map(curve -> new Curve(curve.name,
                curve.experiment.epochs(Math.min(epochs, curve.experiment.epochs())), Math.min(seeds, curve.seeds), curve.publishedAs)).toList());
    }

    /** All runs of all curves; one that two curves share comes once. */
    public List<Experiment> runs() {
        return curves.stream().flatMap(curve -> curve.runs().stream()).distinct().toList();
    }
}
