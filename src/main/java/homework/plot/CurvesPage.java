package homework.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** How learning curves lie on their page: axes, legend, and the way each kind of curve is drawn. */
record CurvesPage(String title, String quantity, String unitOfX, List<Curve> curves, boolean bandIsRange, boolean log, double[] limits,
        int width, int height) {
    /** Markers on a curve; more would hide it. */
    private static final int MARKERS = 9;
    private static final int FEW_POINTS = 16;

    private List<String> configurations() {
        return curves.stream().map(Curve::name).distinct().toList();
    }

    private boolean has(Curve.Kind kind) {
        return curves.stream().anyMatch(curve -> curve.kind() == kind);
    }

    private boolean hasBands() {
        return curves.stream().anyMatch(curve -> curve.runs().length > 1);
    }

    /** Every value that wants a place on the y axis, bands included. */
    private DoubleStream shown() {
        return curves.stream().flatMap(curve -> Stream.of(curve.mean(), curve.low(bandIsRange), curve.high(bandIsRange)))
                .flatMapToDouble(Arrays::stream).filter(value -> !Double.isNaN(value) && !(log && value <= 0));
    }

    /** The y range that shows everything, or the one asked for. */
    double[] range() {
        if (limits != null) {
            if (log && limits[0] <= 0) {
                throw new IllegalArgumentException("expected a y range above 0 for the logarithmic axis of '" + title + "', got "
                        + limits[0] + ": begin at a small positive number");
            }
            return limits;
        }
        double least = shown().min().orElseThrow(() -> new IllegalArgumentException(log
                ? "expected a value above 0 for the logarithmic axis of '" + title + "', got none: leave logarithmic() out"
                : "expected an epoch at which all runs of '" + title + "' have a number, got none"));
        return new double[] {least, shown().max().getAsDouble()};
    }

    private Axis yAxis() {
        double[] range = range();
        int most = Math.max(2, height / 55);
        if (log) {
            double[] wide = limits != null || range[1] > range[0] ? range : new double[] {range[0] / 2, range[1] * 2};
            double air = limits != null ? 1 : Math.pow(wide[1] / wide[0], 0.04);
            return Axis.logarithmic(quantity, wide[0] / air, wide[1] * air, most);
        }
        if (limits != null) {
            return Axis.between(quantity, limits[0], limits[1], most);
        }
        // A curve that comes down near zero is read against zero.
        return Axis.around(quantity, range[0] > 0 && range[0] < 0.25 * range[1] ? 0 : range[0], range[1], most);
    }

    private Axis xAxis() {
        double[] all = curves.stream().flatMapToDouble(curve -> Arrays.stream(curve.x())).sorted().toArray();
        double[] range = all[0] == all[all.length - 1] ? new double[] {all[0] - 1, all[0] + 1} : new double[] {all[0], all[all.length - 1]};
        double air = 0.025 * (range[1] - range[0]);
        int most = Math.max(2, width / 70);
        boolean whole = Arrays.stream(all).allMatch(x -> x == Math.rint(x));
        return whole ? Axis.whole(unitOfX, range[0] - air, range[1] + air, most) : Axis.between(unitOfX, range[0] - air, range[1] + air, most);
    }

    private Frame frame() {
        return new Frame(title, subtitle(), xAxis(), yAxis(), new Legend(keys()), width, height, true);
    }

    private String subtitle() {
        String only = configurations().size() == 1 ? configurations().get(0) : "";
        return Stream.of(only, notes()).filter(text -> !text.isEmpty()).reduce((a, b) -> a + " · " + b).orElse("");
    }

    /** What the picture does not show as it is: thinned, cut off or left out values. Empty when there are none. */
    String notes() {
        List<String> notes = new ArrayList<>();
        double[] means = curves.stream().flatMapToDouble(curve -> Arrays.stream(curve.mean())).toArray();
        long gaps = Arrays.stream(means).filter(Double::isNaN).count();
        if (gaps > 0) {
            notes.add(gaps + (gaps == 1 ? " gap" : " gaps") + " where a value is not a number");
        }
        long nowhere = log ? Arrays.stream(means).filter(value -> value <= 0).count() : 0;
        if (nowhere > 0) {
            notes.add(nowhere + (nowhere == 1 ? " value" : " values") + " of 0 or less not on the logarithmic axis");
        }
        long cut = limits == null ? 0 : Arrays.stream(means).filter(value -> value < limits[0] || value > limits[1]).count();
        if (cut > 0) {
            notes.add(cut + (cut == 1 ? " value" : " values") + " outside the y range");
        }
        int longest = curves.stream().mapToInt(curve -> curve.x().length).max().orElse(0);
        if (longest > Thinning.MOST) {
            notes.add(longest + " points thinned to " + Thinning.MOST + ", extremes kept");
        }
        return String.join(", ", notes);
    }

    /** One line for each configuration, then what dashes, bands and crosses mean; nothing when there is only one plain curve. */
    private List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        List<String> names = configurations();
        boolean several = names.size() > 1;
        if (curves.size() == 1 && !hasBands()) {
            return List.of();
        }
        for (int i = 0; several && i < names.size(); i++) {
            boolean drawn = hasCurve(names.get(i));
            keys.add(Key.line(names.get(i), Palette.colour(i), drawn ? Palette.solid(2) : null, Marker.of(i), true));
        }
        Color colour = several ? Palette.MUTED : Palette.colour(0);
        for (Curve.Kind kind : Curve.Kind.values()) {
            if (has(kind)) {
                Marker marker = kind.isPublished() ? cross(kind) : several ? null : Marker.of(0);
                keys.add(Key.line(kind.label, colour, kind.isPublished() ? null : stroke(kind), marker, kind != Curve.Kind.TRAIN));
            }
        }
        if (hasBands()) {
            keys.add(Key.surface((bandIsRange ? "least to greatest of " : "mean ± sd of ") + runs() + " runs", Palette.faint(colour)));
        }
        return keys;
    }

    private boolean hasCurve(String name) {
        return curves.stream().anyMatch(curve -> curve.name().equals(name) && !curve.kind().isPublished());
    }

    private String runs() {
        int[] counts = curves.stream().mapToInt(curve -> curve.runs().length).filter(count -> count > 1).sorted().distinct().toArray();
        return counts[0] + (counts.length > 1 ? " to " + counts[counts.length - 1] : "");
    }

    private BasicStroke stroke(Curve.Kind kind) {
        if (kind == Curve.Kind.TRAIN) {
            return Palette.dashed(1.6f);
        }
        // Only where both are shown does the test curve need a stroke of its own.
        return kind == Curve.Kind.TEST && has(Curve.Kind.VALIDATION) ? Palette.dashDotted(2) : Palette.solid(2);
    }

    private static Marker cross(Curve.Kind kind) {
        return kind == Curve.Kind.PUBLISHED ? Marker.CROSS : Marker.PLUS;
    }

    void paint(Graphics2D g) {
        frame().paint(g, this::paintBands, this::paintMarkers);
    }

    private void paintBands(Graphics2D g, Area area) {
        for (Curve curve : curves) {
            if (curve.runs().length > 1) {
                double[] low = curve.low(bandIsRange);
                double[] high = curve.high(bandIsRange);
                int[] kept = Thinning.keep(low, high);
                area.band(g, Thinning.at(curve.x(), kept), Thinning.at(low, kept), Thinning.at(high, kept), colour(curve));
            }
        }
        for (Curve curve : curves) {
            if (!curve.kind().isPublished()) {
                double[] mean = curve.mean();
                int[] kept = Thinning.keep(mean);
                area.curve(g, Thinning.at(curve.x(), kept), Thinning.at(mean, kept), colour(curve), stroke(curve.kind()));
            }
        }
    }

    private Color colour(Curve curve) {
        return Palette.colour(configurations().indexOf(curve.name()));
    }

    /** Markers are not cut at the edge of the area: a half circle on the axis would look like another sign. */
    private void paintMarkers(Graphics2D g, Area area) {
        for (Curve curve : curves) {
            int index = configurations().indexOf(curve.name());
            double[] mean = curve.mean();
            for (int i : curve.kind().isPublished() ? all(mean.length) : marked(mean.length, index)) {
                if (area.visible(curve.x()[i], mean[i]) && area.holds(mean[i])) {
                    Marker marker = curve.kind().isPublished() ? cross(curve.kind()) : Marker.of(index);
                    marker.paint(g, area.px(curve.x()[i]), area.py(mean[i]), curve.kind().isPublished() ? 9 : 6.5, Palette.colour(index),
                            curve.kind() != Curve.Kind.TRAIN);
                }
            }
        }
    }

    private static int[] all(int points) {
        return java.util.stream.IntStream.range(0, points).toArray();
    }

    /** All points of a short curve; of a long one some, shifted from configuration to configuration so that they seldom meet. */
    private int[] marked(int points, int configuration) {
        if (points <= FEW_POINTS) {
            return all(points);
        }
        int several = configurations().size();
        if (several == 1) {
            return new int[0];
        }
        return java.util.stream.IntStream.range(0, MARKERS)
                .map(i -> (int) ((i + (configuration + 0.5) / several) * points / MARKERS)).toArray();
    }
}
