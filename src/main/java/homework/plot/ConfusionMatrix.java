package homework.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.style.HeatMapStyler;

/**
 * How often each class was taken for each: a row for each true class, a column for each predicted one, the right answers on the falling
 * diagonal. The shade grows with the cube root of the count, so that rare confusions are seen too.
 *
 * <pre>{@code ConfusionMatrix.of("Errors of the convnet on the test set", counts).classes("0", "1", "2")}</pre>
 */
public final class ConfusionMatrix extends Figure<ConfusionMatrix> {
    private static final int MOST = 40;

    private record Confusion(int truth, int answer, int count) {
    }

    /** A chart that tells where its plot lies. */
    private static final class Heat extends HeatMapChart {
        private Heat(int width, int height) {
            super(width, height);
        }

        private Rectangle2D paintPlot(Graphics2D g, int height) {
            paint(g, getWidth(), height);
            return plot.getBounds();
        }
    }

    private final int[][] counts;
    private List<String> classes;

    private ConfusionMatrix(String title, int[][] counts) {
        super(title, Math.max(360, 110 + 42 * counts.length), Math.max(340, 130 + 32 * counts.length));
        this.counts = counts;
        this.classes = IntStream.range(0, counts.length).mapToObj(Integer::toString).toList();
    }

    /** Counts as [true class][predicted class]. */
    public static ConfusionMatrix of(String title, int[][] counts) {
        if (counts == null || counts.length == 0 || counts.length > MOST) {
            throw new IllegalArgumentException("expected counts [true class][predicted class] of 1 to " + MOST + " classes, got "
                    + (counts == null ? "null" : counts.length + " rows") + ": give a row for each class");
        }
        int[][] copy = new int[counts.length][];
        for (int row = 0; row < counts.length; row++) {
            Check.sameLength(counts.length, counts[row].length, "columns in row " + row + " as there are classes");
            copy[row] = counts[row].clone();
            for (int count : copy[row]) {
                if (count < 0) {
                    throw new IllegalArgumentException("expected counts of 0 or more, got " + count + " in row " + row + ": count the images");
                }
            }
        }
        return new ConfusionMatrix(title, copy);
    }

    /** The names of the classes; without them 0, 1, 2, … */
    public ConfusionMatrix classes(String... names) {
        List<String> checked = Values.categories(names, List.of(), title());
        Check.sameLength(counts.length, checked.size(), "names as classes of '" + title() + "'");
        return with(matrix -> matrix.classes = checked);
    }

    @Override String missing() {
        return "";
    }

    private int most() {
        return Math.max(1, Stream.of(counts).flatMapToInt(IntStream::of).max().orElse(1));
    }

    @Override void paint(Graphics2D g, int width, int height) {
        Heat chart = new Heat(width, height);
        chart.setYAxisTitle("true class");
        HeatMapStyler styler = chart.getStyler();
        Style.apply(styler);
        styler.setAxisTicksVisible(true).setAxisTitlesVisible(true).setPlotGridLinesVisible(false).setLegendVisible(false);
        styler.setShowValue(true).setValueFont(Style.SMALL).setValueFontColor(Style.INK).setHeatMapValueDecimalPattern("0")
                .setRangeColors(shades()).setMin(0).setMax(most());
        styler.setXAxisTicksVisible(false).setXAxisTitleVisible(false).setYAxisTickMarkSpacingHint(10);
        List<Number[]> cells = new ArrayList<>();
        int last = counts.length - 1;
        for (int row = 0; row <= last; row++) {
            for (int column = 0; column <= last; column++) {
                // XChart counts rows from the bottom; a matrix is read from the top.
                cells.add(new Number[] {column, last - row, counts[row][column]});
            }
        }
        List<String> names = Style.categoryLabels(classes, width);
        List<String> upwards = new ArrayList<>(names);
        Collections.reverse(upwards);
        chart.addSeries("counts", names, upwards, cells);
        CategoryAxis.paint(g, height, classes, "predicted class", chart::paintPlot);
    }

    /** White to a blue on which dark numbers stay readable. */
    private static Color[] shades() {
        return IntStream.rangeClosed(0, 100).mapToObj(i -> Shades.mix(Style.colour(0), 0.6 * Math.cbrt(i / 100.0))).toArray(Color[]::new);
    }

    @Override String describe() {
        long all = Stream.of(counts).flatMapToInt(IntStream::of).asLongStream().sum();
        long right = IntStream.range(0, counts.length).mapToLong(i -> counts[i][i]).sum();
        List<String> worst = IntStream.range(0, counts.length).boxed()
                .flatMap(row -> IntStream.range(0, counts.length).filter(column -> column != row && counts[row][column] > 0)
                        .mapToObj(column -> new Confusion(row, column, counts[row][column])))
                .sorted(Comparator.comparingInt((Confusion c) -> -c.count)).limit(5)
                .map(c -> classes.get(c.truth) + " taken for " + classes.get(c.answer) + ": " + c.count + (c.count == 1 ? " time" : " times")).toList();
        String opening = title() + ": confusion of " + counts.length + " classes, " + right + " of " + all + " right"
                + (all == 0 ? "" : " (" + Numbers.shorter(100.0 * right / all) + " %)");
        return worst.isEmpty() ? opening + "." : Told.list(opening + ". Most often: ", worst, "");
    }
}
