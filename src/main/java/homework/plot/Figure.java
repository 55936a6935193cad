package homework.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What all plots share: title, size, rendering and saving. A subclass says how to paint its body at 1x and what it shows. */
abstract class Figure<F extends Figure<F>> implements Plot, Cloneable {
    /** Below this size axes and legend leave no room for the data. */
    private static final int SMALLEST = 240;
    private static final int LARGEST = 4000;
    static final int MARGIN = 14;

    private final String title;
    private int width;
    private int height;

    Figure(String title, int width, int height) {
        this.title = Check.name(title, "the title of the plot");
        this.width = width;
        this.height = height;
    }

    /** Paints everything below the heading on {@code width × height} pixels; the transform of {@code g} sees to place and scale. */
    abstract void paint(Graphics2D g, int width, int height);

    /** What has to be added before there is something to see; empty for a complete plot. */
    abstract String missing();

    /** The description, for a complete plot. */
    abstract String describe();

    /** What the picture does not show as the data has it; empty when there is nothing to say. Stands under the title. */
    String notes() {
        return "";
    }

    /** This plot in another size, in CSS pixels. */
    public F size(int width, int height) {
        if (width < SMALLEST || height < SMALLEST || width > LARGEST || height > LARGEST) {
            throw new IllegalArgumentException("expected a width and height of " + SMALLEST + " to " + LARGEST
                    + " pixels, got " + width + "x" + height + ": give CSS pixels, as in size(640, 400)");
        }
        return with(f -> {
            Figure<?> figure = f;
            figure.width = width;
            figure.height = height;
        });
    }

    /** A copy with one change. Fields hold immutable values, so the copy shares them safely. */
    @SuppressWarnings("unchecked")
    F with(Consumer<F> change) {
        try {
            F copy = (F) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    static <T> List<T> append(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }

    @Override public final String title() {
        return title;
    }

    @Override public int width() {
        return width;
    }

    @Override public int height() {
        return height;
    }

    @Override public final String altText() {
        complete();
        return describe();
    }

    private void complete() {
        if (!missing().isEmpty()) {
            throw new IllegalStateException("expected something to plot in '" + title + "', got nothing yet: add " + missing());
        }
    }

    @Override public final BufferedImage render(int scale) {
        if (scale < 1 || scale > 8) {
            throw new IllegalArgumentException("expected a scale of 1 to 8 device pixels per CSS pixel, got " + scale + ": 2 is crisp");
        }
        complete();
        BufferedImage image = new BufferedImage(width() * scale, height() * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.scale(scale, scale);
            paintPage(g);
        } finally {
            g.dispose();
        }
        return image;
    }

    /** Heading and body on a white page. */
    final void paintPage(Graphics2D g) {
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width(), height());
        double y = MARGIN;
        g.setColor(Style.INK);
        for (String line : Words.wrap(Style.TITLE, title, width() - 2 * MARGIN, 3)) {
            Words.draw(g, Style.TITLE, line, MARGIN, y, 0);
            y += Words.height(Style.TITLE);
        }
        g.setColor(Style.MUTED);
        if (!notes().isEmpty()) {
            Words.draw(g, Style.SMALL, Words.cut(Style.SMALL, notes(), width() - 2 * MARGIN), MARGIN, y, 0);
        }
        int top = headingHeight(width());
        g.translate(0, top);
        paint(g, width(), height() - top);
        g.translate(0, -top);
    }

    final int headingHeight(int width) {
        double title = Words.wrap(Style.TITLE, this.title, width - 2 * MARGIN, 3).size() * Words.height(Style.TITLE);
        return (int) Math.ceil(MARGIN + title + (notes().isEmpty() ? 0 : Words.height(Style.SMALL)) + 4);
    }

    @Override public final Path save(Path file) {
        return Export.save(this, file);
    }

    /** The alt text: the plot for a reader without pictures. */
    @Override public final String toString() {
        return missing().isEmpty() ? describe() : title + ": nothing to show yet, add " + missing();
    }
}
