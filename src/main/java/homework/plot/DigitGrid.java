package homework.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Small images in rows, each with a label: digits, their standardised forms, or the filters of a layer. Pixels are enlarged by a whole
 * number without smoothing, so each pixel of the data is one square.
 *
 * <pre>{@code DigitGrid.of("The first ten images", images).labels(labels).columns(10)}</pre>
 */
public final class DigitGrid extends Figure<DigitGrid> {
    private static final int MOST = 400;
    private static final int SMALLEST = 160;
    private static final int GAP = 6;
    private static final int NATURAL_CELL = 56;
    /** Long labels widen a grid up to here; its images may. */
    private static final double WIDEST = 720;

    private final Pixels pixels;
    private List<String> labels = List.of();
    private boolean above;
    private int columns;
    private Shades shades;
    private boolean fitted;

    private DigitGrid(String title, Pixels pixels) {
        super(title, SMALLEST, SMALLEST);
        this.pixels = pixels;
        this.columns = Math.min(10, pixels.count());
        this.shades = Shades.grey(pixels.least(), pixels.greatest());
    }

    /**
     * Images as [n, 1, height, width] or [n, height, width], or in colour as [n, 3, height, width]. The values are copied. Black is the
     * smallest value of all images and white the greatest.
     */
    public static DigitGrid of(String title, INDArray images) {
        return new DigitGrid(title, Pixels.of(images, MOST));
    }

    /** One class number under each image. */
    public DigitGrid labels(int... labels) {
        return labels(Arrays.stream(labels).mapToObj(Integer::toString).toArray(String[]::new));
    }

    /** One text under each image. */
    public DigitGrid labels(String... labels) {
        Check.sameLength(pixels.count(), labels.length, "labels as images in '" + title() + "'");
        List<String> copy = Arrays.stream(labels).map(label -> label == null ? "" : Check.plain(label)).toList();
        return with(grid -> grid.labels = copy);
    }

    /** Labels over the images instead of under them. */
    public DigitGrid labelsAbove() {
        return with(grid -> grid.above = true);
    }

    /** Images in a row; without it 10. */
    public DigitGrid columns(int columns) {
        if (columns < 1) {
            throw new IllegalArgumentException("expected at least 1 column, got " + columns + ": say how many images stand in a row");
        }
        return with(grid -> grid.columns = Math.min(columns, pixels.count()));
    }

    /** Black at {@code least}, white at {@code greatest}; values beyond are cut off. */
    public DigitGrid range(double least, double greatest) {
        Shades grey = Shades.grey(least, greatest).checked();
        return with(grid -> grid.shades = grey);
    }

    /** Blue below zero, white at zero, orange above: for filters, weights and differences. */
    public DigitGrid diverging() {
        if (pixels.channels() != 1) {
            throw new IllegalArgumentException("expected images of one channel for diverging colours, got " + pixels.channels()
                    + " channels: plot one channel at a time");
        }
        return with(grid -> grid.shades = Shades.diverging(Math.max(Math.abs(pixels.least()), Math.abs(pixels.greatest()))));
    }

    /** The largest grid that fits this size. */
    @Override public DigitGrid size(int width, int height) {
        return super.size(width, height).with(grid -> grid.fitted = true);
    }

    @Override public int width() {
        return fitted ? super.width() : (int) Math.ceil(headingRoom() + 2 * MARGIN);
    }

    @Override public int height() {
        return fitted ? super.height() : (int) Math.ceil(top() + rows() * pitchY(naturalZoom()) - GAP + bottom());
    }

    private int rows() {
        return (pixels.count() + columns - 1) / columns;
    }

    private int naturalZoom() {
        return Math.max(1, NATURAL_CELL / Math.max(pixels.width(), pixels.height()));
    }

    /** The greatest whole zoom that fits the page. */
    private int zoom() {
        if (!fitted) {
            return naturalZoom();
        }
        int zoom = 64;
        while (zoom > 0 && (2 * MARGIN + columns * pitchX(zoom) - GAP > width()
                || top() + rows() * pitchY(zoom) - GAP + bottom() > height())) {
            zoom--;
        }
        if (zoom == 0) {
            throw new IllegalArgumentException("expected room for " + rows() + " rows of " + columns + " images, got "
                    + width() + "x" + height() + " pixels for '" + title() + "': show fewer images or give a larger size");
        }
        return zoom;
    }

    /** A label may be wider than its image, up to twice as wide, as long as the grid keeps to the width of a notebook; longer ones are cut. */
    private double pitchX(int zoom) {
        double image = pixels.width() * zoom;
        double label = labels.stream().mapToDouble(text -> Words.width(Style.TEXT, text)).max().orElse(0);
        return Math.ceil(Math.max(image, Math.min(label + 2, Math.min(Math.max(2 * image, 60), WIDEST / columns - GAP)))) + GAP;
    }

    private double pitchY(int zoom) {
        return pixels.height() * zoom + (labels.isEmpty() ? 0 : Words.height(Style.TEXT)) + GAP;
    }

    private double top() {
        return headingHeight((int) headingRoom() + 2 * MARGIN);
    }

    private double headingRoom() {
        if (fitted) {
            return super.width() - 2 * MARGIN;
        }
        // A few images under a long title: the page grows a little, so that the title is not broken after each word.
        double title = Math.min(460, Math.ceil(Words.width(Style.TITLE, title())));
        return Math.max(SMALLEST - 2 * MARGIN, Math.max(title, columns * pitchX(naturalZoom()) - GAP));
    }

    private double bottom() {
        return shades.isDiverging() ? MARGIN + 34 : MARGIN;
    }

    @Override String missing() {
        return "";
    }

    @Override void paint(Graphics2D g, int width, int height) {
        int zoom = zoom();
        double left = MARGIN + (headingRoom() - (columns * pitchX(zoom) - GAP)) / 2;
        double labelHeight = labels.isEmpty() ? 0 : Words.height(Style.TEXT);
        for (int i = 0; i < pixels.count(); i++) {
            double pitch = pitchX(zoom);
            int x = (int) Math.round(left + i % columns * pitch + (pitch - GAP - pixels.width() * zoom) / 2);
            int y = (int) Math.round(i / columns * pitchY(zoom) + (above ? labelHeight : 0));
            paintImage(g, pixels.image(i, shades), x, y, zoom);
            if (!labels.isEmpty()) {
                g.setColor(Style.INK);
                double labelTop = above ? y - labelHeight : y + pixels.height() * zoom;
                Words.draw(g, Style.TEXT, Words.cut(Style.TEXT, labels.get(i), pitch - GAP + 4),
                        x + pixels.width() * zoom / 2.0, labelTop, 0.5);
            }
        }
        if (shades.isDiverging()) {
            shades.paintBar(g, width / 2.0, height - MARGIN - 26);
        }
    }

    /** A square a pixel, whatever the device: no interpolation hint to rely on. */
    private static void paintImage(Graphics2D g, BufferedImage image, int x, int y, int zoom) {
        BufferedImage large = new BufferedImage(image.getWidth() * zoom, image.getHeight() * zoom, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < large.getHeight(); row++) {
            for (int column = 0; column < large.getWidth(); column++) {
                large.setRGB(column, row, image.getRGB(column / zoom, row / zoom));
            }
        }
        g.drawImage(large, x, y, null);
        g.setColor(new Color(0xC8C8C8));
        g.setStroke(Style.solid(0.5f));
        g.drawRect(x, y, large.getWidth(), large.getHeight());
    }

    @Override String describe() {
        String shown = labels.isEmpty() ? "" : ", labels " + labels.stream().limit(20).collect(Collectors.joining(", "))
                + (labels.size() > 20 ? ", …" : "");
        return title() + ": " + pixels + (pixels.count() == 1 ? "" : " in " + rows() + (rows() == 1 ? " row" : " rows") + " of "
                + columns) + shown + ". " + shades + (pixels.holes() == 0 ? "." : "; " + pixels.holes()
                + " values are not numbers and are drawn yellow.");
    }
}
