package homework.plot;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plots side by side under one title, such as the loss and the error of one run. Each keeps its own title and size; the tops are level.
 *
 * <pre>{@code Beside.of("The published convnet", lossCurves, errorCurves).size(960, 360)}</pre>
 */
public final class Beside extends Figure<Beside> {
    private static final int LEAST = 2;

    private List<Figure<?>> plots;

    private Beside(String title, List<Figure<?>> plots) {
        super(title, 0, 0);
        this.plots = plots;
    }

    /** At least two plots, from left to right. */
    public static Beside of(String title, Plot... plots) {
        if (plots == null || plots.length < LEAST) {
            throw new IllegalArgumentException("expected at least " + LEAST + " plots to stand side by side, got "
                    + (plots == null ? "null" : String.valueOf(plots.length)) + ": show a single plot as it is");
        }
        return new Beside(title, Stream.of(plots).<Figure<?>>map(Beside::figure).toList());
    }

    private static Figure<?> figure(Plot plot) {
        if (!(plot instanceof Figure<?> figure)) {
            throw new IllegalArgumentException("expected plots of homework.plot, got " + (plot == null ? "null" : plot.getClass().getName())
                    + ": make each of them with LearningCurves, BarChart and so on");
        }
        return figure;
    }

    /** Together in this size: each plot keeps its share of the width, and all become equally high. */
    @Override public Beside size(int width, int height) {
        int room = height - headingHeight(width);
        int all = width();
        List<Figure<?>> sized = new ArrayList<>();
        int left = 0;
        int before = 0;
        for (Figure<?> plot : plots) {
            before += plot.width();
            int right = Math.round((float) width * before / all);
            sized.add(resized(plot, right - left, room, width, height));
            left = right;
        }
        return with(beside -> beside.plots = List.copyOf(sized));
    }

    private Figure<?> resized(Figure<?> plot, int width, int height, int widthOfAll, int heightOfAll) {
        try {
            return plot.size(width, height);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("expected room for " + plots.size() + " plots side by side, got " + widthOfAll + "x" + heightOfAll
                    + " pixels: of these '" + plot.title() + "' would have " + width + "x" + height + "; " + e.getMessage(), e);
        }
    }

    @Override public int width() {
        return plots.stream().mapToInt(Figure::width).sum();
    }

    @Override public int height() {
        return headingHeight(width()) + plots.stream().mapToInt(Figure::height).max().orElseThrow();
    }

    @Override String missing() {
        return plots.stream().filter(plot -> !plot.missing().isEmpty()).findFirst()
                .map(plot -> plot.missing() + " to '" + plot.title() + "'").orElse("");
    }

    @Override void paint(Graphics2D g, int width, int height) {
        int left = 0;
        for (Figure<?> plot : plots) {
            g.translate(left, 0);
            plot.paintPage(g);
            g.translate(-left, 0);
            left += plot.width();
        }
    }

    @Override String describe() {
        return title() + ": " + plots.size() + " plots side by side. " + plots.stream().map(Figure::describe).collect(Collectors.joining(" "));
    }
}
