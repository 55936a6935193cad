package homework.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Learning curves as a chart: bands, then training curves, then what was measured on held-out data, then markers. */
record CurvesChart(String title, String quantity, String unitOfX, List<Curve> curves, boolean bandIsRange, boolean log, Range limits) {
    /** Markers on a long curve; more would hide it. */
    private static final int MARKERS = 8;
    private static final int FEW_POINTS = 16;
    private static final int DENSE = 300;

    XYChart draw(int width, int height) {
        Range y = yRange();
        XYChart chart = Style.xyChart(width, height, unitOfX, quantity, xRange(), y);
        if (isCounted()) {
            // Between 0.8 and 1.4 epochs, whatever the legend takes: XChart rounds that to a tick for each.
            double epoch = 0.75 * width / (xRange().greatest() - xRange().least());
            chart.getStyler().setXAxisTickMarkSpacingHint((int) Math.max(xRange().greatest() < 100 ? 28 : 60, epoch));
        }
        Style.logarithmic(chart, false, log);
        curves.stream().filter(curve -> curve.runs().length > 1).forEach(curve -> band(chart, curve, y.least()));
        curves.stream().filter(curve -> curve.kind() == Curve.Kind.TRAIN).forEach(curve -> line(chart, curve));
        curves.stream().filter(curve -> !curve.kind().isPublished() && curve.kind() != Curve.Kind.TRAIN).forEach(curve -> line(chart, curve));
        curves.forEach(curve -> markers(chart, curve));
        keys(chart);
        return chart;
    }

    private List<String> configurations() {
        return curves.stream().map(Curve::name).distinct().toList();
    }

    private int index(Curve curve) {
        return configurations().indexOf(curve.name());
    }

    /** The y range that shows everything, bands included, or the one asked for. */
    private Range yRange() {
        double[] shown = curves.stream().flatMap(curve -> Stream.of(curve.mean(), curve.low(bandIsRange), curve.high(bandIsRange)))
                .flatMapToDouble(Arrays::stream).filter(value -> !Double.isNaN(value) && !(log && value <= 0)).toArray();
        if (shown.length == 0) {
            throw new IllegalArgumentException(log
                    ? "expected a value above 0 for the logarithmic axis of '" + title + "', got none: leave logarithmic() out"
                    : "expected an epoch at which all runs of '" + title + "' have a number, got none: plot the runs one by one");
        }
        if (log && limits != null && limits.least() <= 0) {
            throw new IllegalArgumentException("expected a y range above 0 for the logarithmic axis of '" + title + "', got "
                    + limits.least() + ": begin at a small positive number");
        }
        return limits != null ? limits : log ? Range.of(shown).airyLogarithmic() : Range.of(shown).withZeroIfNear().airy();
    }

    private DoubleStream allX() {
        return curves.stream().flatMapToDouble(curve -> Arrays.stream(curve.x()));
    }

    private Range xRange() {
        Range x = Range.of(allX());
        if (x.least() == x.greatest()) {
            return new Range(x.least() - 1, x.least() + 1);
        }
        // With two epochs from edge to edge XChart finds no room for their ticks.
        return isCounted() && x.greatest() - x.least() < 2 ? new Range(x.least() - .6, x.greatest() + .6) : x.airy();
    }

    private boolean isCounted() {
        return allX().allMatch(x -> x == Math.rint(x));
    }

    private static Color paler(Color colour, Curve curve) {
        // A training curve with a value a step fills a surface; painted paler it does not drown the other curves.
        return curve.kind() == Curve.Kind.TRAIN && curve.x().length > DENSE ? Shades.mix(colour, 0.45) : colour;
    }

    private BasicStroke stroke(Curve.Kind kind) {
        if (kind.isPublished()) {
            return SeriesLines.NONE;
        }
        if (kind == Curve.Kind.TRAIN) {
            return Style.dashed(1.6f, 6, 4);
        }
        // Only where both are shown does the test curve need a stroke of its own.
        boolean besideValidation = kind == Curve.Kind.TEST && curves.stream().anyMatch(curve -> curve.kind() == Curve.Kind.VALIDATION);
        return besideValidation ? Style.dashed(2, 9, 3, 2, 3) : Style.solid(2);
    }

    private void line(XYChart chart, Curve curve) {
        double[] mean = onAxis(curve.mean());
        int[] kept = Thinning.keep(mean);
        Style.line(chart, Thinning.at(curve.x(), kept), Thinning.at(mean, kept), paler(Style.colour(index(curve)), curve), stroke(curve.kind()));
    }

    /** Leaves a gap for what has no place on a logarithmic axis. */
    private double[] onAxis(double[] values) {
        return Arrays.stream(values).map(value -> log && value <= 0 ? Double.NaN : value).toArray();
    }

    /** One polygon for each stretch without a gap. */
    private void band(XYChart chart, Curve curve, double bottom) {
        int[] kept = Thinning.keep(curve.low(bandIsRange), curve.high(bandIsRange));
        double[] x = Thinning.at(curve.x(), kept);
        double[] high = Thinning.at(curve.high(bandIsRange), kept);
        double[] low = Arrays.stream(Thinning.at(curve.low(bandIsRange), kept)).map(value -> log ? Math.max(value, bottom) : value).toArray();
        int from = 0;
        for (int to = 0; to <= x.length; to++) {
            if (to == x.length || Double.isNaN(high[to]) || log && high[to] <= 0) {
                if (to - from > 1) {
                    int start = from;
                    int n = to - from;
                    double[] around = IntStream.range(0, 2 * n).mapToDouble(i -> x[start + Math.min(i, 2 * n - 1 - i)]).toArray();
                    double[] edge = IntStream.range(0, 2 * n).mapToDouble(i -> i < n ? low[start + i] : high[start + 2 * n - 1 - i]).toArray();
                    Style.area(chart, around, edge, Style.faint(Style.colour(index(curve))));
                }
                from = to + 1;
            }
        }
    }

    /** All points of a short curve; of a long one some, shifted from configuration to configuration so that they seldom meet. */
    private void markers(XYChart chart, Curve curve) {
        int points = curve.x().length;
        int several = configurations().size();
        int[] at = curve.kind().isPublished() || points <= FEW_POINTS ? IntStream.range(0, points).toArray()
                : IntStream.range(0, several == 1 ? 0 : MARKERS).map(i -> (int) ((i + (index(curve) + 0.5) / several) * points / MARKERS)).toArray();
        if (at.length > 0) {
            Style.points(chart, Thinning.at(curve.x(), at), Thinning.at(onAxis(curve.mean()), at), Style.colour(index(curve)), marker(curve));
        }
    }

    /** Hollow for training, filled for held-out data, crosses for what others published. */
    private Marker marker(Curve curve) {
        return switch (curve.kind()) {
            case PUBLISHED -> Style.cross(false);
            case PUBLISHED_TRAIN -> Style.cross(true);
            case TRAIN -> Style.hollow(Style.marker(index(curve)));
            default -> Style.marker(index(curve));
        };
    }

    /** One line for each configuration, then what dashes, crosses and bands mean; nothing for a single plain curve. */
    private void keys(XYChart chart) {
        List<String> names = configurations();
        boolean several = names.size() > 1;
        for (int i = 0; several && i < names.size(); i++) {
            String name = names.get(i);
            boolean drawn = curves.stream().anyMatch(curve -> curve.name().equals(name) && !curve.kind().isPublished());
            Style.key(chart, name, Style.colour(i), drawn ? Style.solid(2) : SeriesLines.NONE, Style.marker(i));
        }
        Color colour = several ? Style.MUTED : Style.colour(0);
        for (Curve.Kind kind : Curve.Kind.values()) {
            curves.stream().filter(curve -> curve.kind() == kind).findFirst().ifPresent(curve -> {
                boolean plain = several && !kind.isPublished() || curve.x().length > FEW_POINTS && !kind.isPublished();
                Style.key(chart, kind.label, paler(colour, curve), stroke(kind), plain ? SeriesMarkers.NONE : marker(curve));
            });
        }
        int[] runs = curves.stream().mapToInt(curve -> curve.runs().length).filter(count -> count > 1).sorted().distinct().toArray();
        if (runs.length > 0) {
            String count = runs[0] + (runs.length > 1 ? " to " + runs[runs.length - 1] : "");
            Style.key(chart, "band: " + (bandIsRange ? "least to greatest of " : "mean ± sd of ") + count + " runs", Style.faint(colour),
                    new BasicStroke(9, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND), SeriesMarkers.NONE);
        }
    }
}
