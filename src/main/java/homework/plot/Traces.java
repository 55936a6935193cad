package homework.plot;

import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;

/**
 * Signals of many channels over one time, stacked as on the paper of a recorder: a line a channel, named at the left, all at one scale
 * that a bar at the right shows.
 *
 * <pre>{@code Traces.of("EEG", eeg.seconds(), "µV").trace("Fp1", eeg.trace("Fp1")).trace("O1", eeg.trace("O1"))}</pre>
 */
public final class Traces extends Figure<Traces> {
    private static final int MOST = 64;

    private record Trace(String name, double[] values) {

        /** The line on which the signal rests. */
        double middle() {
            double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
            return sorted[sorted.length / 2];
        }

        double up() {
            return Range.of(values).greatest() - middle();
        }

        double down() {
            return middle() - Range.of(values).least();
        }
    }

    private final double[] seconds;
    private final String unit;
    private List<Trace> traces = List.of();

    private Traces(String title, double[] seconds, String unit) {
        super(title, 760, 0);
        this.seconds = Check.ascending(seconds, "the time in seconds");
        this.unit = Check.name(unit, "the unit of the traces");
    }

    /**
     * @param seconds the time of each value, rising
     * @param unit the unit of the values, as in "µV"
     */
    public static Traces of(String title, double[] seconds, String unit) {
        return new Traces(title, seconds, unit);
    }

    /** A channel with a value for each time; NaN leaves a gap. */
    public Traces trace(String name, double[] values) {
        Trace trace = new Trace(Check.name(name, "the name of a channel"), Check.values(values, "'" + name + "'"));
        Check.sameLength(seconds.length, trace.values.length, "values in '" + trace.name + "' as times");
        Check.unused(traces.stream().map(Trace::name).toList(), trace.name, "each channel of '" + title() + "'");
        if (traces.size() == MOST) {
            throw new IllegalArgumentException("expected at most " + MOST + " channels, got one more: split them over two plots");
        }
        return with(plot -> plot.traces = append(traces, trace));
    }

    /** Without a chosen size as high as the channels need. */
    @Override public int height() {
        int channel = Math.max(20, Math.min(55, 900 / Math.max(1, traces.size())));
        return super.height() > 0 ? super.height() : 130 + channel * traces.size();
    }

    @Override String missing() {
        return traces.isEmpty() ? "trace(name, values)" : "";
    }

    @Override String notes() {
        return Told.joined(Told.gaps(traces.stream().flatMapToDouble(trace -> Arrays.stream(trace.values)).filter(Double::isNaN).count()),
                Told.thinned(seconds.length));
    }

    /** What lies between two neighbouring channels, in the unit of the traces: enough that they hardly touch. */
    private double distance() {
        double distance = 0;
        for (int i = 1; i < traces.size(); i++) {
            distance = Math.max(distance, traces.get(i - 1).down() + traces.get(i).up());
        }
        double whole = traces.get(0).up() + traces.get(traces.size() - 1).down();
        distance = Math.max(distance, whole / (traces.size() + 1));
        return distance == 0 ? 1 : distance;
    }

    /** 1, 2 or 5 times a power of ten, at most the distance of two channels. */
    private static double bar(double distance) {
        double power = Math.pow(10, Math.floor(Math.log10(distance)));
        double steps = distance / power;
        return power * (steps >= 5 ? 5 : steps >= 2 ? 2 : 1);
    }

    @Override void paint(Graphics2D g, int width, int height) {
        double from = seconds[0];
        double length = seconds.length == 1 ? 1 : seconds[seconds.length - 1] - from;
        double distance = distance();
        double room = traces.size() == 1 ? 1.05 : 0.4;
        double top = traces.size() - 1 + Math.max(room, traces.get(0).up() / distance + 0.1);
        double bottom = Math.min(-room, -traces.get(traces.size() - 1).down() / distance - 0.1);
        XYChart chart = Style.xyChart(width, height, "time (s)", "", new Range(from - 0.005 * length, from + 1.12 * length),
                new Range(bottom, top));
        chart.getStyler().setYAxisTickMarkSpacingHint((int) (1.05 * (height - 50) / (top - bottom)));
        chart.getStyler().setPlotGridHorizontalLinesVisible(false).setAxisTicksMarksVisible(false);
        chart.setCustomYAxisTickLabelsFormatter(this::channel);
        chart.setCustomXAxisTickLabelsFormatter(time -> time > from + 1.01 * length ? blank(20 * (time - from) / length - 19) : Numbers.tick(time));
        for (int i = 0; i < traces.size(); i++) {
            double middle = traces.get(i).middle();
            int place = traces.size() - 1 - i;
            int[] kept = Thinning.keep(traces.get(i).values);
            double[] heights = Arrays.stream(Thinning.at(traces.get(i).values, kept)).map(value -> place + (value - middle) / distance).toArray();
            Style.line(chart, Thinning.at(seconds, kept), heights, Style.colour(i % 2), Style.solid(1));
        }
        double bar = bar(distance);
        double right = from + 1.03 * length;
        Style.line(chart, new double[] {right, right}, new double[] {-bar / distance / 2, bar / distance / 2}, Style.INK, Style.solid(2.5f));
        chart.addAnnotation(new AnnotationText(Numbers.shorter(bar) + " " + unit, from + 1.08 * length, 0, false));
        chart.paint(g, width, height);
    }

    /** The name of the channel at this height; above and below the channels there is none. */
    private String channel(double height) {
        int place = (int) Math.round(height);
        if (Math.abs(height - place) > 1e-6) {
            return blank(height < 0 ? 1 : 2);
        }
        return place < 0 || place >= traces.size() ? blank(place < 0 ? 2 - place : place - traces.size() + 7) : Words.cut(Style.SMALL, traces.get(traces.size() - 1 - place).name, 0.25 * width());
    }

    /** XChart thins ticks out until all their labels differ, so that empty ones have to differ too; long ones it never takes. */
    private static String blank(double length) {
        return " ".repeat((int) Math.max(1, Math.min(12, Math.round(length))));
    }

    @Override String describe() {
        return Told.list(title() + ": " + traces.size() + (traces.size() == 1 ? " channel" : " channels") + " over "
                + Numbers.shorter(seconds[0]) + " to " + Numbers.shorter(seconds[seconds.length - 1]) + " s. ",
                traces.stream().map(this::tell).toList(), notes());
    }

    private String tell(Trace trace) {
        Range range = Range.of(trace.values);
        return trace.name + " " + Numbers.shorter(range.least()) + " to " + Numbers.shorter(range.greatest()) + " " + unit;
    }
}
