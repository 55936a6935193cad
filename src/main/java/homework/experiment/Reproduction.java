package homework.experiment;

import homework.data.ProjectFolder;
import homework.engine.Pass;
import homework.plot.Comparison;
import homework.plot.LearningCurves;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * A published figure or table beside what our runs gave: as a plot, as a table, in words. It reads what is stored and trains nothing.
 *
 * <pre>{@code
 * Reproduction widths = Reproduction.of("kit-lab1/fig1");
 * show(widths.figure(), widths.table(), widths.provenance());
 * }</pre>
 */
public final class Reproduction {
    private final Sweep sweep;
    private final Store.Content results;
    private final Published published;

    private Reproduction(Sweep sweep, Store.Content results, Published published) {
        this.sweep = sweep;
        this.results = results;
        this.published = published;
    }

    /**
     * Of the results in this project's {@code data/results}.
     *
     * @param name such as {@code kit-lab1/fig3}
     * @throws IllegalArgumentException if there is no such figure; it names the nearest
     */
    public static Reproduction of(String name) {
        Sweep sweep = Sweeps.named(name);
        Store store = new Store(ProjectFolder.here().resolve("data").resolve("results"));
        return of(sweep, store.read(sweep.report()), Published.of(sweep.report()));
    }

    /** Of results that were read before. */
    public static Reproduction of(Sweep sweep, Store.Content results, Published published) {
        return new Reproduction(sweep, results, published);
    }

    /** The figure that is reproduced. */
    public Sweep sweep() {
        return sweep;
    }

    /** The rows of each run of a curve, [run][epoch], in the order of the seeds; runs of which nothing is stored are left out. */
    public List<List<Row>> rows(String curve) {
        return sweep.named(curve).runs().stream().map(results::run).filter(run -> !run.isEmpty()).toList();
    }

    /** Error in percent on the held-out images, [run][epoch]. */
    public double[][] errors(String curve) {
        return values(curve, Row::heldOut, false);
    }

    /** Error in percent on the training images while the weights moved, [run][epoch]. */
    public double[][] trainErrors(String curve) {
        return values(curve, Row::train, false);
    }

    private double[][] values(String curve, Function<Row, Pass> score, boolean accuracy) {
        return rows(curve).stream().map(run -> run.stream().map(score).mapToDouble(pass -> accuracy ? 100 - pass.error() : pass.error()).toArray())
                .toArray(double[][]::new);
    }

    /** Every number that is published of this figure, with ours. */
    public List<Compared> compared() {
        List<Compared> all = new ArrayList<>();
        for (Sweep.Curve curve : sweep.curves()) {
            for (PublishedValue value : published(curve)) {
                all.add(compared(curve, value, value.metric(), value.epoch().orElse(curve.experiment().epochs())));
            }
        }
        return all;
    }

    private Compared compared(Sweep.Curve curve, PublishedValue value, String metric, int epoch) {
        boolean training = metric.startsWith("train");
        return new Compared(curve.name(), value, epoch, at(curve, training, epoch), part(curve).images(training), spread(curve, training, epoch));
    }

    /** Over all curves that are measured as this one is. */
    private Spread spread(Sweep.Curve curve, boolean training, int epoch) {
        Images.Part part = part(curve);
        List<double[]> runs = sweep.curves().stream().filter(other -> part(other) == part).map(other -> at(other, training, epoch)).toList();
        return Spread.of(runs, part.images(training), part.isSame(training));
    }

    private static Images.Part part(Sweep.Curve curve) {
        return curve.experiment().images().part();
    }

    /** One value for each run that has come so far. */
    private double[] at(Sweep.Curve curve, boolean training, int epoch) {
        return rows(curve.name()).stream().filter(run -> run.size() >= epoch).map(run -> run.get(epoch - 1))
                .map(row -> training ? row.train() : row.heldOut()).mapToDouble(Pass::error)
                .map(error -> sweep.axes().accuracy() ? 100 - error : error).toArray();
    }

    /** Published numbers of a curve that this figure shows; none for a curve that the report has not. */
    private List<PublishedValue> published(Sweep.Curve curve) {
        if (curve.publishedAs() == null) {
            return List.of();
        }
        int epochs = curve.experiment().epochs();
        String[] place = curve.publishedAs().split("/", 2);
        return published.curve(place[0], place[1]).stream().filter(value -> sweep.axes().shows(value.metric()))
                .filter(value -> value.epoch().orElse(epochs) <= epochs).toList();
    }

    /** A row for each published number: {@link Compared} in columns. */
    public Table table() {
        return ReproductionTable.of(this);
    }

    /** Curves of ours, mean and standard deviation over the runs, under the published points, in the published axes as far as they are known. */
    public LearningCurves figure() {
        Sweep.Axes axes = sweep.axes();
        LearningCurves figure = axes.accuracy() ? LearningCurves.accuracy(title()) : LearningCurves.error(title());
        for (Sweep.Curve curve : sweep.curves()) {
            if (axes.training()) {
                figure = marked(drawn(figure, curve, true), curve, true);
            }
            if (axes.heldOut()) {
                figure = marked(drawn(figure, curve, false), curve, false);
            }
        }
        return Double.isNaN(axes.top()) ? figure : figure.yRange(0, axes.top());
    }

    private LearningCurves drawn(LearningCurves figure, Sweep.Curve curve, boolean training) {
        int from = sweep.axes().firstEpoch();
        double[][] all = shortest(values(curve.name(), training ? Row::train : Row::heldOut, sweep.axes().accuracy()));
        if (all.length == 0 || all[0].length < from) {
            return figure;
        }
        double[][] runs = Arrays.stream(all).map(run -> Arrays.copyOfRange(run, from - 1, run.length)).toArray(double[][]::new);
        double[] epochs = IntStream.rangeClosed(from, all[0].length).asDoubleStream().toArray();
        boolean test = part(curve).heldOut().equals("test");
        return training ? figure.train(curve.name(), epochs, runs) : test ? figure.test(curve.name(), epochs, runs)
                : figure.validation(curve.name(), epochs, runs);
    }

    private LearningCurves marked(LearningCurves figure, Sweep.Curve curve, boolean training) {
        List<PublishedValue> values = published(curve).stream().filter(value -> value.metric().startsWith("train") == training)
                .filter(value -> !value.isLowerBound()).toList();
        if (values.isEmpty()) {
            return figure;
        }
        double[] x = values.stream().mapToDouble(value -> value.epoch().orElse(curve.experiment().epochs())).toArray();
        double[] y = values.stream().mapToDouble(PublishedValue::value).toArray();
        return training ? figure.publishedTrain(curve.name(), x, y) : figure.published(curve.name(), x, y);
    }

    /**
     * Where the curves end: our means beside the published numbers of the last epoch, on the held-out images unless the figure is about training,
     * with one standard deviation of either.
     */
    public Comparison ending() {
        String metric = (sweep.axes().heldOut() ? sweep.curves().get(0).experiment().images().part().heldOut() : "train")
                + (sweep.axes().accuracy() ? " accuracy" : " error");
        List<Compared> last = sweep.curves().stream().map(curve -> last(curve, metric)).toList();
        Comparison plot = Comparison.of(title() + ", epoch " + last.get(0).epoch(), metric + " (%)")
                .categories(sweep.curves().stream().map(Sweep.Curve::name).toArray(String[]::new));
        if (last.stream().anyMatch(each -> each.published() != null)) {
            plot = plot.published(sweep.report(), column(last, Compared::publishedValue), column(last, Compared::publishedError));
        }
        if (last.stream().anyMatch(each -> each.ours().length > 0)) {
            plot = plot.series("ours", column(last, Compared::mean), column(last, Compared::ourError));
        }
        return plot.errorBarsAre("one standard deviation");
    }

    private static double[] column(List<Compared> rows, ToDoubleFunction<Compared> value) {
        return rows.stream().mapToDouble(value).toArray();
    }

    private Compared last(Sweep.Curve curve, String metric) {
        int epoch = curve.experiment().epochs();
        PublishedValue value = published(curve).stream().filter(each -> each.metric().equals(metric) && !each.isLowerBound())
                .filter(each -> each.epoch().orElse(epoch) == epoch).findFirst().orElse(null);
        return compared(curve, value, metric, epoch);
    }

    private static double[][] shortest(double[][] runs) {
        int length = Arrays.stream(runs).mapToInt(run -> run.length).min().orElse(0);
        return Arrays.stream(runs).map(run -> Arrays.copyOf(run, length)).toArray(double[][]::new);
    }

    private String title() {
        return sweep.report() + ", " + sweep.figure() + ": " + sweep.title();
    }

    /** Whether all runs that the figure wants are stored. */
    public State state() {
        int needed = sweep.runs().stream().mapToInt(Experiment::epochs).sum();
        int there = sweep.runs().stream().mapToInt(run -> results.run(run).size()).sum();
        return State.of(there, needed);
    }

    /** How much of a figure is stored. */
    public enum State {
        PUBLISHED_ONLY("published only"), PARTIAL("partial"), COMPLETE("complete");

        private final String text;

        State(String text) {
            this.text = text;
        }

        /** With so many epochs of those that are needed. */
        static State of(int there, int needed) {
            return there == 0 ? PUBLISHED_ONLY : there < needed ? PARTIAL : COMPLETE;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Where our numbers come from: how many runs and seeds, when, on what. */
    public String provenance() {
        List<Row> rows = sweep.runs().stream().flatMap(run -> results.run(run).stream()).toList();
        if (rows.isEmpty()) {
            return "No run of " + sweep.name() + " is stored: ./course reproduce " + sweep.name() + " trains it.";
        }
        TreeSet<Long> seeds = rows.stream().map(Row::seed).collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> dates = rows.stream().map(row -> row.provenance().date()).collect(Collectors.toCollection(TreeSet::new));
        String machines = rows.stream().map(Row::provenance).map(it -> it.processor() + ", " + it.threads() + (it.threads() == 1 ? " thread" : " threads")
                + " a run, JDK " + it.java() + ", DL4J " + it.dl4j() + ", version " + it.library()).distinct().collect(Collectors.joining("; "));
        return "Stored results: " + state() + ", " + rows.size() + " epochs, " + (seeds.size() == 1 ? "seed " + seeds.first()
                : "seeds " + seeds.first() + " to " + seeds.last()) + ", "
                + (dates.size() == 1 ? dates.first() : dates.first() + " to " + dates.last()) + ", " + machines + ".";
    }
}
