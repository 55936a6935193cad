package homework.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Signs that differ in shape, so that curves can be told apart without colour. */
enum Marker {
    CIRCLE, SQUARE, TRIANGLE, DIAMOND, WEDGE, LEFT, RIGHT,
    /** Kept for published values. */
    CROSS, PLUS;

    private static final int FOR_SERIES = 7;

    static Marker of(int series) {
        // The second round of colours starts two markers further on, so no pair of colour and marker comes twice.
        return values()[(series + 2 * (series / Palette.COLOURS.size())) % FOR_SERIES];
    }

    /** Filled for what was measured on held-out data, hollow for training data and for published values. */
    void paint(Graphics2D g, double x, double y, double size, Color colour, boolean filled) {
        Shape shape = shape(x, y, size / 2);
        boolean open = this == CROSS || this == PLUS;
        g.setStroke(new BasicStroke(open ? 2f : 1.4f));
        if (!open) {
            g.setColor(filled ? colour : Color.WHITE);
            g.fill(shape);
        }
        g.setColor(colour);
        g.draw(shape);
    }

    private Shape shape(double x, double y, double r) {
        return switch (this) {
            case CIRCLE -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
            case SQUARE -> new Rectangle2D.Double(x - 0.88 * r, y - 0.88 * r, 1.76 * r, 1.76 * r);
            case TRIANGLE -> polygon(x, y - 1.1 * r, x + 1.1 * r, y + 0.8 * r, x - 1.1 * r, y + 0.8 * r);
            case WEDGE -> polygon(x, y + 1.1 * r, x + 1.1 * r, y - 0.8 * r, x - 1.1 * r, y - 0.8 * r);
            case LEFT -> polygon(x - 1.1 * r, y, x + 0.8 * r, y - 1.1 * r, x + 0.8 * r, y + 1.1 * r);
            case RIGHT -> polygon(x + 1.1 * r, y, x - 0.8 * r, y - 1.1 * r, x - 0.8 * r, y + 1.1 * r);
            case DIAMOND -> polygon(x, y - 1.25 * r, x + 1.25 * r, y, x, y + 1.25 * r, x - 1.25 * r, y);
            case CROSS -> strokes(x - r, y - r, x + r, y + r, x - r, y + r, x + r, y - r);
            case PLUS -> strokes(x - 1.2 * r, y, x + 1.2 * r, y, x, y - 1.2 * r, x, y + 1.2 * r);
        };
    }

    private static Shape polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static Shape strokes(double... xy) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < xy.length; i += 4) {
            path.moveTo(xy[i], xy[i + 1]);
            path.lineTo(xy[i + 2], xy[i + 3]);
        }
        return path;
    }
}
