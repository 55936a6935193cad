package homework.experiment;

import java.util.ArrayList;
import java.util.List;

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
     * @param name as in the published numbers
     * @param experiment of every seed
     * @param seeds how many runs there are to be, with the seeds 1, 2, …
     */
    public record Curve(String name, Experiment experiment, int seeds) {
        /** The runs. */
        public List<Experiment> runs() {
            List<Experiment> runs = new ArrayList<>();
            for (int seed = 1; seed <= seeds; seed++) {
                runs.add(experiment.seed(seed));
            }
            return runs;
        }
    }

    /** What the published plot or table shows. */
    public enum Axes {
        /** Training and validation error in percent. */
        ERROR,
        /** Training and test accuracy in percent. */
        ACCURACY
    }

    public Sweep {
        curves = List.copyOf(curves);
    }

    Sweep(String name, String title, Axes axes) {
        this(name, title, axes, List.of());
    }

    /** With one more curve. */
    Sweep curve(String curve, Experiment experiment, int seeds) {
        List<Curve> more = new ArrayList<>(curves);
        more.add(new Curve(curve, experiment, seeds));
        return new Sweep(name, title, axes, more);
    }

    /** {@code kit-lab1} of {@code kit-lab1/fig3}. */
    public String report() {
        return name.substring(0, name.indexOf('/'));
    }

    /** {@code fig3} of {@code kit-lab1/fig3}. */
    public String figure() {
        return name.substring(name.indexOf('/') + 1);
    }

    /** With at most so many runs of each curve. */
    public Sweep seeds(int most) {
        return new Sweep(name, title, axes, curves.stream().map(curve -> new Curve(curve.name, curve.experiment, Math.min(most, curve.seeds)))
                .toList());
    }

    /** All runs of all curves. */
    public List<Experiment> runs() {
        return curves.stream().flatMap(curve -> curve.runs().stream()).toList();
    }
}
