package homework.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
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

    /** What is drawn: for a function {@code x} holds the ends of its range. */
    private record Item(String name, Kind kind, double[] x, double[] y, DoubleUnaryOperator function) {

        /** The function at {@link #SAMPLES} places, evenly spaced on the axis; anything else as it is. */
        Item sampled(boolean logarithmic) {
            if (kind != Kind.FUNCTION) {
                return this;
            }
            double from = x[0];
            double to = x[1];
            double[] places = IntStream.range(0, SAMPLES).mapToDouble(i -> (double) i / (SAMPLES - 1))
                    .map(share -> logarithmic && from > 0 ? from * Math.pow(to / from, share) : from + share * (to - from)).toArray();
            double[] heights = Arrays.stream(places).map(function).map(value -> Double.isFinite(value) ? value : Double.NaN).toArray();
            if (Arrays.stream(heights).allMatch(Double::isNaN)) {
                throw new IllegalArgumentException("expected a number among the values of '" + name + "', got only NaN or infinite ones from "
                        + Numbers.shorter(from) + " to " + Numbers.shorter(to) + ": choose a range on which the function is defined");
            }
            return new Item(name, kind, places, heights, function);
        }
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
        Item item = new Item(name, Kind.FUNCTION, new double[] {from, to}, new double[0], function);
        item.sampled(false);
        return plus(item);
    }

    /** Markers at the points (x[i], y[i]); NaN for none. */
    public FunctionPlot points(String name, double[] x, double[] y) {
        double[] places = Check.values(x, "x of '" + name + "'");
        double[] heights = Check.values(y, "'" + name + "'");
        Check.sameLength(places.length, heights.length, "y as x for '" + name + "'");
        return plus(new Item(name, Kind.POINTS, places, heights, null));
    }

    /** A line across the plot at this x. */
    public FunctionPlot vertical(String name, double x) {
        return plus(new Item(name, Kind.VERTICAL, Check.values(new double[] {x}, "'" + name + "'"), new double[0], null));
    }

    /** A line across the plot at this y. */
    public FunctionPlot horizontal(String name, double y) {
        return plus(new Item(name, Kind.HORIZONTAL, new double[0], Check.values(new double[] {y}, "'" + name + "'"), null));
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

    private FunctionPlot plus(Item item) {
        Check.name(item.name, "the name of what is drawn");
        Check.unused(items.stream().map(Item::name).toList(), item.name, "everything in '" + title() + "'");
        Style.checkCount(items.size() + 1, "curves and lines");
        return with(plot -> plot.items = append(items, item));
    }

    private List<Item> sampled() {
        return items.stream().map(item -> item.sampled(logX)).toList();
    }

    @Override String missing() {
        return items.stream().anyMatch(item -> item.kind == Kind.FUNCTION || item.kind == Kind.POINTS) ? "" : "function(name, f, from, to)";
    }

    private Range range(List<Item> sampled, boolean isX) {
        boolean log = isX ? logX : logY;
        double[] values = sampled.stream().map(item -> isX ? item.x : item.y).flatMapToDouble(Arrays::stream)
                .filter(value -> !Double.isNaN(value) && !(log && value <= 0)).toArray();
        if (values.length == 0) {
            throw new IllegalArgumentException("expected a value above 0 for the logarithmic axis of '" + title()
                    + "', got none: leave logarithmic" + (isX ? "X" : "Y") + "() out");
        }
        Range range = Range.of(values);
        return log ? range.airyLogarithmic() : isX ? range.airy() : range.withZeroIfNear().airy();
    }

    @Override void paint(Graphics2D g, int width, int height) {
        List<Item> sampled = sampled();
        Range x = range(sampled, true);
        Range y = limits == null ? range(sampled, false) : limits;
        XYChart chart = Style.xyChart(width, height, xTitle, yTitle, x, y);
        Style.logarithmic(chart, logX, logY);
        int curve = 0;
        int line = 0;
        for (Item item : sampled) {
            switch (item.kind) {
                case FUNCTION -> draw(chart, item.name, item.x, item.y, Style.colour(curve), stroke(curve++), SeriesMarkers.NONE);
                case POINTS -> draw(chart, item.name, item.x, item.y, Style.colour(curve), SeriesLines.NONE, Style.marker(curve++));
                case VERTICAL -> draw(chart, item.name + " (" + Numbers.tick(item.x[0]) + ")", new double[] {item.x[0], item.x[0]},
                        new double[] {y.least(), y.greatest()}, Style.MUTED, lineStroke(line++), SeriesMarkers.NONE);
                default -> draw(chart, item.name + " (" + Numbers.tick(item.y[0]) + ")", new double[] {x.least(), x.greatest()},
                        new double[] {item.y[0], item.y[0]}, Style.MUTED, lineStroke(line++), SeriesMarkers.NONE);
            }
        }
        chart.paint(g, width, height);
    }

    private void draw(XYChart chart, String name, double[] x, double[] y, Color colour, BasicStroke stroke, Marker marker) {
        int[] shown = IntStream.range(0, x.length).filter(i -> !(logX && x[i] <= 0) && !Double.isNaN(x[i])).toArray();
        double[] heights = Arrays.stream(Thinning.at(y, shown)).map(value -> logY && value <= 0 ? Double.NaN : value).toArray();
        if (shown.length > 0) {
            double[] places = Thinning.at(x, shown);
            if (stroke == SeriesLines.NONE) {
                Style.points(chart, places, heights, colour, marker);
            } else {
                Style.line(chart, places, heights, colour, stroke);
            }
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
        List<Item> sampled = sampled();
        Range x = Range.of(sampled.stream().flatMapToDouble(item -> Arrays.stream(item.x)));
        return Told.list(title() + ": " + yTitle + " over " + xTitle + " " + Numbers.shorter(x.least()) + " to "
                + Numbers.shorter(x.greatest()) + ". ", sampled.stream().map(FunctionPlot::tell).toList(), notes());
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
                int jump = item.kind == Kind.FUNCTION ? jump(item.y, y) : -1;
                yield " from " + Numbers.shorter(item.y[first]) + " at " + Numbers.shorter(item.x[first]) + " to " + Numbers.shorter(item.y[last])
                        + " at " + Numbers.shorter(item.x[last]) + (jump >= 0 ? ", leaves the picture or jumps near x = " + Numbers.shorter(item.x[jump])
                        : ", least " + Numbers.shorter(y.least()) + ", greatest " + Numbers.shorter(y.greatest()));
            }
        };
    }

    /**
     * Where a curve breaks off between two numbers or crosses half its range in one step, −1 for nowhere: its greatest sample there
     * would tell where samples lie, not how large the function is.
     */
    private static int jump(double[] y, Range range) {
        for (int i = 1; i < y.length - 1; i++) {
            boolean gap = Double.isNaN(y[i]) && Arrays.stream(y, 0, i).anyMatch(value -> !Double.isNaN(value))
                    && Arrays.stream(y, i, y.length).anyMatch(value -> !Double.isNaN(value));
            if (gap || Math.abs(y[i] - y[i - 1]) > 0.5 * (range.greatest() - range.least())) {
                return i;
            }
        }
        return -1;
    }
}
