package homework.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How all plots look. The colours are those of Okabe and Ito, told apart by colour-blind readers; yellow is left out because it
 * vanishes on white.
 */
final class Style {
    static final Color INK = new Color(0x222222);
    static final Color MUTED = new Color(0x595959);
    static final Color GRID = new Color(0xE4E4E4);
    static final Color AXIS = new Color(0x8C8C8C);
    static final List<Color> COLOURS = List.of(new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73),
            new Color(0xCC79A7), new Color(0xE69F00), new Color(0x56B4E9), new Color(0x000000));
    private static final List<Marker> MARKERS = List.of(SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.TRIANGLE_UP,
            SeriesMarkers.DIAMOND, SeriesMarkers.TRIANGLE_DOWN);
    /** As many as can be told apart: each colour with two markers. */
    static final int MOST = 2 * COLOURS.size();

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 14);
    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    /** Longer names in a legend are broken into lines. */
    private static final int LEGEND_WIDTH = 150;

    private Style() {
    }

    static Color colour(int series) {
        return COLOURS.get(series % COLOURS.size());
    }

    /** The colour of a bar, the paler the later its series, so that bars differ in grey too. */
    static Color fill(int series, int count) {
        Color colour = colour(series);
        double level = grey(COLOURS.get(0)) + series * Math.min(60.0, 110.0 / Math.max(1, count - 1));
        double now = grey(colour);
        return now <= level ? Shades.mix(colour, (255 - level) / (255 - now))
                : new Color((int) (colour.getRed() * level / now), (int) (colour.getGreen() * level / now), (int) (colour.getBlue() * level / now));
    }

    /** How light a colour is on paper without colours, 0 to 255. */
    private static double grey(Color colour) {
        return 0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue();
    }

    /** Five markers and seven colours: no pair of them comes twice among the first 35 series. */
    static Marker marker(int series) {
        return MARKERS.get(series % MARKERS.size());
    }

    static BasicStroke solid(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    static BasicStroke dashed(float width, float... lengths) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, lengths, 0);
    }

    static Color faint(Color colour) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 50);
    }

    /** A marker with a white inside. */
    static Marker hollow(Marker filled) {
        return new Marker() {
            @Override public void paint(Graphics2D g, double x, double y, int size) {
                filled.paint(g, x, y, size);
                g.setColor(Color.WHITE);
                filled.paint(g, x, y, size - 4);
            }
        };
    }

    /** A cross with a white rim, to be seen on top of a marker of its own colour. */
    static Marker cross(boolean upright) {
        return new Marker() {
            @Override public void paint(Graphics2D g, double x, double y, int size) {
                double r = 0.6 * size;
                double slant = upright ? 0 : 0.8 * r;
                double reach = upright ? r : 0.8 * r;
                Color colour = g.getColor();
                for (float thickness : new float[] {5, 2.2f}) {
                    g.setColor(thickness > 3 ? Color.WHITE : colour);
                    g.setStroke(solid(thickness));
                    g.draw(new Line2D.Double(x - reach, y - slant, x + reach, y + slant));
                    g.draw(new Line2D.Double(x - slant, y + reach, x + slant, y - reach));
                }
            }
        };
    }

    static void checkCount(int series, String what) {
        if (series > MOST) {
            throw new IllegalArgumentException("expected at most " + MOST + " " + what + " in one plot, got " + series
                    + ": more cannot be told apart, split them over two plots");
        }
    }

    /** The look of everything with axes: white, a light grid, no boxes, the legend beside the plot. */
    static void apply(AxesChartStyler styler) {
        styler.setLocale(Locale.ROOT).setBaseFont(TEXT).setChartBackgroundColor(Color.WHITE).setChartFontColor(INK).setChartPadding(8)
                .setChartTitleVisible(false).setPlotBackgroundColor(Color.WHITE).setPlotBorderVisible(false).setPlotContentSize(1)
                .setLegendPosition(Styler.LegendPosition.OutsideE).setLegendFont(SMALL).setLegendBorderColor(Color.WHITE)
                .setAnnotationTextFont(SMALL).setAnnotationTextFontColor(INK).setLegendSeriesLineLength(30).setLegendPadding(8).setMarkerSize(8).setSeriesColors(COLOURS.toArray(Color[]::new));
        styler.setAxisTitleFont(TEXT).setAxisTickLabelsFont(SMALL).setAxisTickLabelsColor(MUTED).setAxisTickMarksColor(AXIS)
                .setAxisTickMarkLength(4).setAxisTickPadding(5).setAxisTitlePadding(8).setPlotMargin(0).setPlotGridLinesColor(GRID)
                .setPlotGridLinesStroke(solid(1)).setAxisTickMarksStroke(solid(1)).setErrorBarsColorSeriesColor(true)
                .setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right).setXAxisLabelAlignmentVertical(AxesChartStyler.TextAlignment.Right);
    }

    /** A chart of categories that tells where its plot lies; {@link CategoryAxis} draws what stands under it. */
    static final class Categories extends CategoryChart {
        private Categories(int width, int height) {
            super(width, height);
        }

        Rectangle2D paintPlot(Graphics2D g, int height) {
            paint(g, getWidth(), height);
            return plot.getBounds();
        }
    }

    /** A chart with a group for each category and nothing under it. */
    static Categories categoryChart(int width, int height, String yTitle, Range y) {
        Categories chart = new Categories(width, height);
        chart.setYAxisTitle(yTitle);
        CategoryStyler styler = chart.getStyler();
        apply(styler);
        styler.setYAxisMin(y.least()).setYAxisMax(y.greatest()).setYAxisTickMarkSpacingHint(50).setPlotGridVerticalLinesVisible(false);
        styler.setXAxisTicksVisible(false).setXAxisTitleVisible(false);
        chart.setCustomYAxisTickLabelsFormatter(Numbers::tick);
        return chart;
    }

    /** Names as they stand under the axis: XChart drops a label that reaches over the edge of the page. */
    static List<String> categoryLabels(List<String> categories, int width) {
        return new ArrayList<>(categories.stream().map(name -> Words.cut(SMALL, name, Math.min(150, 0.25 * width))).toList());
    }

    static XYChart xyChart(int width, int height, String xTitle, String yTitle, Range x, Range y) {
        XYChart chart = new XYChart(width, height);
        chart.setXAxisTitle(xTitle);
        chart.setYAxisTitle(yTitle);
        XYStyler styler = chart.getStyler();
        apply(styler);
        styler.setXAxisMin(x.least()).setXAxisMax(x.greatest()).setYAxisMin(y.least()).setYAxisMax(y.greatest());
        styler.setXAxisTickMarkSpacingHint(60).setYAxisTickMarkSpacingHint(50);
        chart.setCustomXAxisTickLabelsFormatter(Numbers::tick);
        chart.setCustomYAxisTickLabelsFormatter(Numbers::tick);
        styler.setLegendVisible(false);
        // Without an uneven step among the x values, ticks would stand at data points instead of at round numbers.
        series(chart, new double[] {x.least(), x.greatest(), Math.nextDown(x.greatest())}, new double[] {Double.NaN, Double.NaN, Double.NaN});
        return chart;
    }

    /** Logarithmic axes for a chart whose ranges lie above 0. */
    static void logarithmic(XYChart chart, boolean x, boolean y) {
        XYStyler styler = chart.getStyler();
        if (x) {
            Decades decades = Decades.on(new Range(styler.getXAxisMin(), styler.getXAxisMax()), 0.8 * chart.getWidth() - 40, 44);
            chart.setCustomXAxisTickLabelsFormatter(decades::label);
            styler.setXAxisLogarithmic(true).setPlotGridVerticalLinesVisible(!decades.areMany());
            decades.grid().forEach(at -> line(chart, new double[] {at, at}, new double[] {styler.getYAxisMin(), styler.getYAxisMax()}, GRID, solid(1)));
        }
        if (y) {
            Decades decades = Decades.on(new Range(styler.getYAxisMin(), styler.getYAxisMax()), chart.getHeight() - 60, 20);
            chart.setCustomYAxisTickLabelsFormatter(decades::label);
            styler.setYAxisLogarithmic(true).setPlotGridHorizontalLinesVisible(!decades.areMany());
            decades.grid().forEach(at -> line(chart, new double[] {styler.getXAxisMin(), styler.getXAxisMax()}, new double[] {at, at}, GRID, solid(1)));
        }
        // Nine marks to each of many decades would flow together; the lines of the grid stand for them.
        styler.setAxisTicksMarksVisible(styler.isPlotGridVerticalLinesVisible() && styler.isPlotGridHorizontalLinesVisible());
    }

    /** Data without markers and without a place in the legend; NaN leaves a gap. */
    private static XYSeries series(XYChart chart, double[] x, double[] y) {
        XYSeries series = chart.addSeries("series " + chart.getSeriesCollection().size(), x, y);
        series.setMarker(SeriesMarkers.NONE).setShowInLegend(false);
        return series;
    }

    /** A curve through these points. */
    static void line(XYChart chart, double[] x, double[] y, Color colour, BasicStroke stroke) {
        XYSeries line = series(chart, x, y);
        line.setLineColor(colour).setLineStyle(stroke);
        // XChart strokes each step of a line by itself, so that dashes of dense points would flow together; a smooth line is one path.
        line.setSmooth(stroke.getDashArray() != null && x.length > 40);
    }

    /** Points without a line. */
    static void points(XYChart chart, double[] x, double[] y, Color colour, Marker marker) {
        XYSeries points = series(chart, x, y);
        points.setLineStyle(SeriesLines.NONE);
        points.setMarker(marker).setMarkerColor(colour);
    }

    /** A filled shape without an outline. */
    static void area(XYChart chart, double[] x, double[] y, Color fill) {
        XYSeries area = series(chart, x, y).setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
        area.setLineStyle(SeriesLines.NONE).setLineColor(fill).setFillColor(fill);
    }

    /** A line of the legend, drawn like the series it stands for; more than one make the legend appear. */
    static void key(XYChart chart, String label, Color colour, BasicStroke stroke, Marker marker) {
        XYSeries key = series(chart, new double[] {chart.getStyler().getXAxisMin()}, new double[] {Double.NaN});
        key.setLineColor(colour).setLineStyle(stroke);
        key.setMarker(marker).setMarkerColor(colour).setLabel(legendLabel(label, chart.getWidth())).setShowInLegend(true);
        chart.getStyler().setLegendVisible(chart.getSeriesCollection().stream().filter(XYSeries::isShowInLegend).count() > 1);
    }

    /** A name in lines short enough for the legend of a chart of this width. */
    static String legendLabel(String label, int width) {
        return String.join("\n", Words.wrap(SMALL, label, Math.min(LEGEND_WIDTH, 0.3 * width), 4));
    }
}
