package homework.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** One line of a legend: a sample of how something is drawn, and its name. Parts that are null are not drawn. */
record Key(String label, Color colour, BasicStroke stroke, Marker marker, boolean filled, Color surface) {
    static final int SAMPLE = 30;

    static Key line(String label, Color colour, BasicStroke stroke, Marker marker, boolean filled) {
        return new Key(label, colour, stroke, marker, filled, null);
    }

    static Key points(String label, Color colour, Marker marker, boolean filled) {
        return new Key(label, colour, null, marker, filled, null);
    }

    static Key surface(String label, Color surface) {
        return new Key(label, Palette.INK, null, null, false, surface);
    }

    void paintSample(Graphics2D g, double x, double middle) {
        if (surface != null) {
            g.setColor(surface);
            g.fill(new Rectangle2D.Double(x + 4, middle - 5, SAMPLE - 8, 10));
        }
        if (stroke != null) {
            g.setColor(colour);
            g.setStroke(stroke);
            g.draw(new Line2D.Double(x, middle, x + SAMPLE, middle));
        }
        if (marker != null) {
            marker.paint(g, x + SAMPLE / 2.0, middle, 8, colour, filled);
        }
    }
}
