package homework.plot;

import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;

/**
 * Error, accuracy or loss over epochs or steps. Each configuration has a colour and a marker; its training curve is dashed with hollow
 * markers, its validation or test curve solid with filled ones, published values are crosses. Several runs of one configuration become
 * their mean with a band of one standard deviation on each side.
 *
 * <pre>{@code LearningCurves.error("Width of the layers").train("64-64-128", train).validation("64-64-128", validation)}</pre>
 */
public final class LearningCurves extends Figure<LearningCurves> {
    private final String quantity;
    private final CurvesText.Goal goal;
    private List<Curve> curves = List.of();
    private String unitOfX = "epoch";
    private boolean range;
    private boolean log;
    private Range limits;

    private LearningCurves(String title, String quantity, CurvesText.Goal goal) {
        super(title, 640, 400);
        this.quantity = Check.name(quantity, "the quantity on the y axis");
        this.goal = goal;
    }

    /** Curves of the error in percent, 0 to 100; the best value is the least. */
    public static LearningCurves error(String title) {
        return new LearningCurves(title, "error (%)", CurvesText.Goal.LEAST);
    }

    /** Curves of the accuracy in percent, 0 to 100; the best value is the greatest. */
    public static LearningCurves accuracy(String title) {
        return new LearningCurves(title, "accuracy (%)", CurvesText.Goal.GREATEST);
    }

    /** Curves of a loss in {@code unit}, for cross-entropy with the natural logarithm "nats per image"; the best value is the least. */
    public static LearningCurves loss(String title, String unit) {
        return new LearningCurves(title, "loss (" + Check.name(unit, "the unit of the loss") + ")", CurvesText.Goal.LEAST);
    }

    /** Curves of any quantity; give its unit in brackets, as in "learning rate (1/step)". */
    public static LearningCurves of(String title, String quantity) {
        return new LearningCurves(title, quantity, CurvesText.Goal.NONE);
    }

    /** A training curve with a value for each epoch from 1 on; NaN leaves a gap. */
    public LearningCurves train(String configuration, double... values) {
        return train(configuration, null, new double[][] {values});
    }

    /** A training curve with its own epochs or steps. */
    public LearningCurves train(String configuration, double[] x, double[] values) {
        return train(configuration, x, new double[][] {values});
    }

    /** Training curves [run][epoch] of several runs. */
    public LearningCurves train(String configuration, double[][] runs) {
        return train(configuration, null, runs);
    }

    /** Training curves [run][epoch] of several runs with their own epochs or steps. */
    public LearningCurves train(String configuration, double[] x, double[][] runs) {
        return plus(Curve.of(configuration, Curve.Kind.TRAIN, x, runs));
    }

    /** A validation curve with a value for each epoch from 1 on; NaN leaves a gap. */
    public LearningCurves validation(String configuration, double... values) {
        return validation(configuration, null, new double[][] {values});
    }

    /** A validation curve with its own epochs or steps. */
    public LearningCurves validation(String configuration, double[] x, double[] values) {
        return validation(configuration, x, new double[][] {values});
    }

    /** Validation curves [run][epoch] of several runs. */
    public LearningCurves validation(String configuration, double[][] runs) {
        return validation(configuration, null, runs);
    }

    /** Validation curves [run][epoch] of several runs with their own epochs or steps. */
    public LearningCurves validation(String configuration, double[] x, double[][] runs) {
        return plus(Curve.of(configuration, Curve.Kind.VALIDATION, x, runs));
    }

    /** A test curve with a value for each epoch from 1 on; NaN leaves a gap. */
    public LearningCurves test(String configuration, double... values) {
        return test(configuration, null, new double[][] {values});
    }

    /** A test curve with its own epochs or steps. */
    public LearningCurves test(String configuration, double[] x, double[] values) {
        return test(configuration, x, new double[][] {values});
    }

    /** Test curves [run][epoch] of several runs. */
    public LearningCurves test(String configuration, double[][] runs) {
        return test(configuration, null, runs);
    }

    /** Test curves [run][epoch] of several runs with their own epochs or steps. */
    public LearningCurves test(String configuration, double[] x, double[][] runs) {
        return plus(Curve.of(configuration, Curve.Kind.TEST, x, runs));
    }

    /** Published validation or test values at some epochs: a marker each, no line. */
    public LearningCurves published(String configuration, double[] x, double[] values) {
        return plus(Curve.of(configuration, Curve.Kind.PUBLISHED, x, new double[][] {values}));
    }

    /** Published training values at some epochs. */
    public LearningCurves publishedTrain(String configuration, double[] x, double[] values) {
        return plus(Curve.of(configuration, Curve.Kind.PUBLISHED_TRAIN, x, new double[][] {values}));
    }

    /** What x counts; without it epochs. */
    public LearningCurves over(String unit) {
        String checked = Check.name(unit, "what the x axis counts");
        return with(plot -> plot.unitOfX = checked);
    }

    /** Bands from the least to the greatest run instead of mean ± sd. */
    public LearningCurves bandsFromLeastToGreatest() {
        return with(plot -> plot.range = true);
    }

    /** A logarithmic y axis; values of 0 or less have no place on it and are counted under the title. */
    public LearningCurves logarithmic() {
        return with(plot -> plot.log = true);
    }

    /** The y axis from {@code least} to {@code greatest}; what lies beyond is cut off and counted under the title. */
    public LearningCurves yRange(double least, double greatest) {
        Check.range(least, greatest, "the y axis");
        return with(plot -> plot.limits = new Range(least, greatest));
    }

    private LearningCurves plus(Curve curve) {
        List<String> used = curves.stream().filter(other -> other.kind() == curve.kind()).map(Curve::name).toList();
        Check.unused(used, curve.name(), "each " + curve.kind().label + " curve of '" + title() + "'");
        LearningCurves longer = with(plot -> plot.curves = append(curves, curve));
        Style.checkCount((int) longer.curves.stream().map(Curve::name).distinct().count(), "configurations");
        return longer;
    }

    @Override String missing() {
        return curves.isEmpty() ? "train(...), validation(...) or test(...)" : "";
    }

    /** What is thinned, cut off or left out. */
    @Override String notes() {
        double[] means = curves.stream().flatMapToDouble(curve -> Arrays.stream(curve.mean())).toArray();
        long low = log ? Arrays.stream(means).filter(value -> value <= 0).count() : 0;
        long cut = limits == null ? 0 : Arrays.stream(means).filter(value -> value < limits.least() || value > limits.greatest()).count();
        return Told.joined(Told.gaps(Arrays.stream(means).filter(Double::isNaN).count()),
                Told.count(low, "of 0 or less not on the logarithmic axis"), Told.count(cut, "outside the y range"),
                Told.thinned(curves.stream().mapToInt(curve -> curve.x().length).max().orElse(0)));
    }

    @Override void paint(Graphics2D g, int width, int height) {
        new CurvesChart(title(), quantity, unitOfX, curves, range, log, limits).draw(width, height).paint(g, width, height);
    }

    @Override String describe() {
        return new CurvesText(title(), quantity + (log ? " on a logarithmic axis" : ""), unitOfX, curves, goal, range, notes()).toString();
    }
}
