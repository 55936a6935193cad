package homework.plot;

import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.style.CategoryStyler;

/**
 * Bars for categories, several series side by side: how many images of each class a split holds. Bars stand on zero.
 *
 * <pre>{@code BarChart.of("Images of each class", "class", "images").categories("0", "1", "2").series("train", 5923, 6742, 5958)}</pre>
 */
public final class BarChart extends Figure<BarChart> {
    private final String xTitle;
    private final String yTitle;
    private List<String> categories = List.of();
    private List<Values> series = List.of();

    private BarChart(String title, String xTitle, String yTitle) {
        super(title, 640, 360);
        this.xTitle = Check.name(xTitle, "what the categories are");
        this.yTitle = Check.name(yTitle, "the quantity that the bars show");
    }

    /**
     * @param xTitle what the categories are
     * @param yTitle what the bars show, with its unit in brackets
     */
    public static BarChart of(String title, String xTitle, String yTitle) {
        return new BarChart(title, xTitle, yTitle);
    }

    /** The names under the bars; without them 1, 2, 3, … */
    public BarChart categories(String... names) {
        List<String> checked = Values.categories(names, series, title());
        return with(chart -> chart.categories = checked);
    }

    /** One bar for each category; NaN for none. */
    public BarChart series(String name, double... values) {
        Values added = Values.of(name, values, null, categories, series, title());
        return with(chart -> chart.series = append(series, added));
    }

    /** One count for each category. */
    public BarChart series(String name, int[] counts) {
        return series(name, Arrays.stream(counts).asDoubleStream().toArray());
    }

    @Override String missing() {
        return series.isEmpty() ? "series(name, values)" : "";
    }

    @Override String notes() {
        return Told.gaps(series.stream().mapToLong(Values::missing).sum());
    }

    @Override void paint(Graphics2D g, int width, int height) {
        List<String> names = Values.named(categories, series);
        Style.Categories chart = Style.categoryChart(width, height, yTitle,
                Range.of(series.stream().flatMapToDouble(Values::ends)).withZero().airy());
        CategoryStyler styler = chart.getStyler();
        styler.setLegendVisible(series.size() > 1);
        styler.setAvailableSpaceFill(0.8);
        for (int i = 0; i < series.size(); i++) {
            series.get(i).addTo(chart, names, Style.fill(i, series.size()));
        }
        styler.setAnnotationLineColor(Style.AXIS).setAnnotationLineStroke(Style.solid(1));
        chart.addAnnotation(new AnnotationLine(0, false, false));
        CategoryAxis.paint(g, height, names, xTitle, chart::paintPlot);
    }

    @Override String describe() {
        List<String> names = Values.named(categories, series);
        return Told.list(title() + ": " + yTitle + " by " + xTitle + " (" + names.get(0) + " to " + names.get(names.size() - 1) + "). ",
                series.stream().map(each -> each.name() + ": " + numbers(each)).toList(), notes());
    }

    /** All numbers of a few bars, the extremes of many. */
    private String numbers(Values each) {
        return each.values().length <= 12
                ? IntStream.range(0, each.values().length).mapToObj(each::tell).collect(Collectors.joining(", "))
                : each.summary(Values.named(categories, series));
    }
}
