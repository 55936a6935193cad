package homework.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Functions as curves, each over its own range, with measured points and lines that mark a place.
 *
 * <pre>{@code FunctionPlot.of("Activations", "x", "output").function("tanh", Math::tanh, -4, 4).vertical("turning point", 0)}</pre>
 */
public final class FunctionPlot extends Figure<FunctionPlot> {
    /** More than there are pixels across the plot. */
    private static final int SAMPLES = 801;

    private enum Kind { FUNCTION, POINTS, VERTICAL, HORIZONTAL }

    private record Item(String name, Kind kind, double[] x, double[] y) {
    }

    private final String xTitle;
    private final String yTitle;
    private List<Item> items = List.of();
    private boolean logX;
    private boolean logY;
    private Range limits;

    private FunctionPlot(String title, String xTitle, String yTitle) {
        super(title, 640, 380);
        this.xTitle = Check.name(xTitle, "the title of the x axis");
        this.yTitle = Check.name(yTitle, "the title of the y axis");
    }

    /** Axis titles with their units in brackets. */
    public static FunctionPlot of(String title, String xTitle, String yTitle) {
        return new FunctionPlot(title, xTitle, yTitle);
    }

    /** A curve from {@code from} to {@code to}; where the function has no finite value there is a gap. */
    public FunctionPlot function(String name, DoubleUnaryOperator function, double from, double to) {
        Check.range(from, to, "the range of '" + name + "'");
        boolean even = !logX || from <= 0;
        double[] x = IntStream.range(0, SAMPLES).mapToDouble(i -> (double) i / (SAMPLES - 1))
                .map(share -> even ? from + share * (to - from) : from * Math.pow(to / from, share)).toArray();
        double[] y = Arrays.stream(x).map(function).map(value -> Double.isFinite(value) ? value : Double.NaN).toArray();
        return plus(name, Kind.FUNCTION, x, y);
    }

    /** Markers at the points (x[i], y[i]); NaN for none. */
    public FunctionPlot points(String name, double[] x, double[] y) {
        double[] checked = Check.values(x, "x of '" + name + "'");
        Check.sameLength(checked.length, Check.values(y, "'" + name + "'").length, "y as x for '" + name + "'");
        return plus(name, Kind.POINTS, checked, y.clone());
    }

    /** A line across the plot at this x. */
    public FunctionPlot vertical(String name, double x) {
        return plus(name, Kind.VERTICAL, Check.values(new double[] {x}, "'" + name + "'"), new double[0]);
    }

    /** A line across the plot at this y. */
    public FunctionPlot horizontal(String name, double y) {
        return plus(name, Kind.HORIZONTAL, new double[0], Check.values(new double[] {y}, "'" + name + "'"));
    }

    /** A logarithmic x axis; what lies at 0 or below is left out. */
    public FunctionPlot logarithmicX() {
        return with(plot -> plot.logX = true);
    }

    /** A logarithmic y axis; what lies at 0 or below is left out. */
    public FunctionPlot logarithmicY() {
        return with(plot -> plot.logY = true);
    }

    /** The y axis from {@code least} to {@code greatest}; what lies beyond is cut off. */
    public FunctionPlot yRange(double least, double greatest) {
        Check.range(least, greatest, "the y axis");
        return with(plot -> plot.limits = new Range(least, greatest));
    }

    private FunctionPlot plus(String name, Kind kind, double[] x, double[] y) {
        Item item = new Item(Check.name(name, "the name of a function"), kind, x, y);
        if (kind == Kind.FUNCTION) {
            Check.values(y, "the values of '" + item.name + "'");
        }
        Check.unused(items.stream().map(Item::name).toList(), item.name, "everything in '" + title() + "'");
        Style.checkCount(items.size() + 1, "curves and lines");
        return with(plot -> plot.items = append(items, item));
    }

    @Override String missing() {
        return items.stream().anyMatch(item -> item.kind == Kind.FUNCTION || item.kind == Kind.POINTS) ? "" : "function(name, f, from, to)";
    }

    private Range range(boolean isX) {
        boolean log = isX ? logX : logY;
        double[] values = items.stream().map(item -> isX ? item.x : item.y).flatMapToDouble(Arrays::stream)
                .filter(value -> !Double.isNaN(value) && !(log && value <= 0)).toArray();
        if (values.length == 0) {
            throw new IllegalArgumentException("expected a value above 0 for the logarithmic axis of '" + title()
                    + "', got none: leave logarithmic" + (isX ? "X" : "Y") + "() out");
        }
        return log ? Range.of(values).airyLogarithmic() : isX ? Range.of(values).airy() : Range.of(values).withZeroIfNear().airy();
    }

    @Override void paint(Graphics2D g, int width, int height) {
        Range x = range(true);
        Range y = limits == null ? range(false) : limits;
        XYChart chart = Style.xyChart(width, height, xTitle, yTitle, x, y);
        chart.getStyler().setXAxisLogarithmic(logX).setYAxisLogarithmic(logY);
        int curve = 0;
        int line = 0;
        for (Item item : items) {
            switch (item.kind) {
                case FUNCTION -> draw(chart, item.name, item.x, item.y, Style.colour(curve), stroke(curve++), SeriesMarkers.NONE);
                case POINTS -> draw(chart, item.name, item.x, item.y, Style.colour(curve), SeriesLines.NONE, Style.marker(curve++));
                case VERTICAL -> draw(chart, item.name + " (" + Numbers.shorter(item.x[0]) + ")", new double[] {item.x[0], item.x[0]},
                        new double[] {y.least(), y.greatest()}, Style.MUTED, lineStroke(line++), SeriesMarkers.NONE);
                default -> draw(chart, item.name + " (" + Numbers.shorter(item.y[0]) + ")", new double[] {x.least(), x.greatest()},
                        new double[] {item.y[0], item.y[0]}, Style.MUTED, lineStroke(line++), SeriesMarkers.NONE);
            }
        }
        chart.paint(g, width, height);
    }

    private void draw(XYChart chart, String name, double[] x, double[] y, Color colour, BasicStroke stroke, Marker marker) {
        int[] shown = IntStream.range(0, x.length).filter(i -> !(logX && x[i] <= 0) && !Double.isNaN(x[i])).toArray();
        double[] heights = Arrays.stream(Thinning.at(y, shown)).map(value -> logY && value <= 0 ? Double.NaN : value).toArray();
        if (shown.length > 0) {
            Style.series(chart, Thinning.at(x, shown), heights).setLineColor(colour).setLineStyle(stroke);
        }
        Style.key(chart, name, colour, stroke, marker);
    }

    /** Curves differ in dashes too. */
    private static BasicStroke stroke(int curve) {
        return switch (curve % 4) {
            case 0 -> Style.solid(2);
            case 1 -> Style.dashed(2, 9, 4);
            case 2 -> Style.dashed(2, 9, 3, 2, 3);
            default -> Style.dashed(2, 3, 3);
        };
    }

    private static BasicStroke lineStroke(int line) {
        return line % 2 == 0 ? Style.dashed(1.2f, 2, 3) : Style.dashed(1.2f, 8, 4);
    }

    @Override String describe() {
        Range x = Range.of(items.stream().flatMapToDouble(item -> Arrays.stream(item.x)));
        return Told.list(title() + ": " + yTitle + " over " + xTitle + " " + Numbers.shorter(x.least()) + " to "
                + Numbers.shorter(x.greatest()) + ". ", items.stream().map(FunctionPlot::tell).toList(), notes());
    }

    private static String tell(Item item) {
        return item.name + switch (item.kind) {
            case VERTICAL -> " at x = " + Numbers.shorter(item.x[0]);
            case HORIZONTAL -> " at y = " + Numbers.shorter(item.y[0]);
            default -> {
                int[] there = IntStream.range(0, item.x.length).filter(i -> !Double.isNaN(item.y[i])).toArray();
                Range y = Range.of(item.y);
                int first = there[0];
                int last = there[there.length - 1];
                yield " from " + Numbers.shorter(item.y[first]) + " at " + Numbers.shorter(item.x[first]) + " to " + Numbers.shorter(item.y[last])
                        + " at " + Numbers.shorter(item.x[last]) + ", least " + Numbers.shorter(y.least()) + ", greatest "
                        + Numbers.shorter(y.greatest());
            }
        };
    }
}
