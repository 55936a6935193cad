package homework.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.style.lines.SeriesLines;

/**
 * Values of several series side by side with error bars, published against ours above all. Each series has a colour and a marker;
 * published values are black and hollow.
 *
 * <pre>{@code Comparison.of("Width of the layers", "validation error (%)").categories("64-64-128", "128-128-256")
 *     .published("kit-lab1", new double[] {1.95, 1.9}).series("ours", errors, samplingErrors)}</pre>
 */
public final class Comparison extends Figure<Comparison> {
    private final String yTitle;
    private List<String> categories = List.of();
    private List<Values> series = List.of();
    private List<String> published = List.of();
    private String meaning = "";

    private Comparison(String title, String yTitle) {
        super(title, 640, 360);
        this.yTitle = Check.name(yTitle, "the quantity that is compared");
    }

    /** A comparison of one quantity, with its unit in brackets. */
    public static Comparison of(String title, String yTitle) {
        return new Comparison(title, yTitle);
    }

    /** What is compared; without names 1, 2, 3, … */
    public Comparison categories(String... names) {
        List<String> checked = Values.categories(names, series, title());
        return with(plot -> plot.categories = checked);
    }

    /** One value for each category; NaN where there is none. */
    public Comparison series(String name, double... values) {
        return series(name, values, null);
    }

    /** One value for each category and the half length of its error bar, in the same unit; NaN for none. */
    public Comparison series(String name, double[] values, double[] errors) {
        Values added = Values.of(name, values, errors, categories, series, title());
        return with(plot -> plot.series = append(series, added));
    }

    /** Published values, one for each category; NaN where there is none. */
    public Comparison published(String name, double... values) {
        return published(name, values, null);
    }

    /** Published values with the half lengths of their error bars. */
    public Comparison published(String name, double[] values, double[] errors) {
        Comparison longer = series(name, values, errors);
        return longer.with(plot -> plot.published = append(published, Check.name(name, "the name of a series")));
    }

    /** What the error bars are, as in "2 sampling errors"; it stands under the title. */
    public Comparison errorBarsAre(String meaning) {
        String checked = Check.name(meaning, "what the error bars are");
        return with(plot -> plot.meaning = checked);
    }

    @Override String missing() {
        return series.isEmpty() ? "series(name, values, errors)" : "";
    }

    @Override String notes() {
        String bars = meaning.isEmpty() || series.stream().noneMatch(Values::hasBars) ? "" : "error bars: " + meaning;
        return Told.joined(bars, Told.gaps(series.stream().mapToLong(Values::missing).sum()));
    }

    @Override void paint(Graphics2D g, int width, int height) {
        List<String> names = Values.named(categories, series);
        Style.Categories chart = Style.categoryChart(width, height, yTitle,
                Range.of(series.stream().flatMapToDouble(Values::ends)).withZeroIfNear().airy());
        chart.getStyler().setLegendVisible(series.size() > 1);
        chart.getStyler().setAvailableSpaceFill(Math.min(0.8, 0.15 * series.size()));
        int ours = 0;
        for (Values each : series) {
            boolean isPublished = published.contains(each.name());
            CategorySeries points = each.addTo(chart, names, isPublished ? Color.BLACK : Style.colour(ours));
            // A stick without its line is a point that keeps to the place of its series within the category.
            points.setChartCategorySeriesRenderStyle(CategorySeries.CategorySeriesRenderStyle.Stick).setLineStyle(SeriesLines.NONE);
            points.setMarker(isPublished ? Style.hollow(Style.marker(3)) : Style.marker(ours == 3 ? 4 : ours));
            points.setMarkerColor(points.getLineColor());
            ours += isPublished ? 0 : 1;
        }
        CategoryAxis.paint(g, height, names, "", chart::paintPlot);
    }

    @Override String describe() {
        List<String> names = Values.named(categories, series);
        List<String> items = IntStream.range(0, names.size()).mapToObj(i -> names.get(i) + ": " + series.stream()
                .map(each -> (series.size() == 1 ? "" : each.name() + " ") + each.tell(i)).collect(Collectors.joining(", "))).toList();
        return Told.list(title() + ": " + yTitle + (series.size() == 1 ? ", " + series.get(0).name() : "") + ". ", items, notes());
    }
}
