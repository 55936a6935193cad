package homework.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The rectangle in which data are drawn, and the way from data to pixels. */
record Area(double left, double top, double width, double height, Axis x, Axis y) {

    double px(double value) {
        return left + width * x.share(value);
    }

    double py(double value) {
        return top + height * (1 - y.share(value));
    }

    Rectangle2D bounds() {
        return new Rectangle2D.Double(left, top, width, height);
    }

    /** One path for each stretch without gaps, so that dashes run on from point to point. */
    void curve(Graphics2D g, double[] xs, double[] ys, Color colour, BasicStroke stroke) {
        g.setColor(colour);
        g.setStroke(stroke);
        Path2D path = new Path2D.Double();
        boolean open = false;
        for (int i = 0; i < xs.length; i++) {
            if (!visible(xs[i], ys[i])) {
                open = false;
            } else if (open) {
                path.lineTo(px(xs[i]), bounded(py(ys[i])));
            } else {
                path.moveTo(px(xs[i]), bounded(py(ys[i])));
                open = true;
            }
        }
        g.draw(path);
        loners(g, xs, ys);
    }

    /** A point with a gap on both sides has no line; it is drawn as a dot so that it is not lost. */
    private void loners(Graphics2D g, double[] xs, double[] ys) {
        for (int i = 0; i < xs.length; i++) {
            boolean before = i > 0 && visible(xs[i - 1], ys[i - 1]);
            boolean after = i + 1 < xs.length && visible(xs[i + 1], ys[i + 1]);
            if (visible(xs[i], ys[i]) && !before && !after) {
                g.fill(new java.awt.geom.Ellipse2D.Double(px(xs[i]) - 2, py(ys[i]) - 2, 4, 4));
            }
        }
    }

    /** The surface between two curves; a gap in either is a gap in the band. */
    void band(Graphics2D g, double[] xs, double[] low, double[] high, Color colour) {
        g.setColor(Palette.faint(colour));
        int from = 0;
        for (int i = 0; i <= xs.length; i++) {
            if (i == xs.length || !(visible(xs[i], high[i]) && !Double.isNaN(low[i]))) {
                if (i - from > 1) {
                    g.fill(surface(xs, low, high, from, i));
                }
                from = i + 1;
            }
        }
    }

    private Path2D surface(double[] xs, double[] low, double[] high, int from, int to) {
        Path2D path = new Path2D.Double();
        path.moveTo(px(xs[from]), bounded(py(high[from])));
        for (int i = from + 1; i < to; i++) {
            path.lineTo(px(xs[i]), bounded(py(high[i])));
        }
        for (int i = to - 1; i >= from; i--) {
            path.lineTo(px(xs[i]), bounded(y.log() && low[i] <= 0 ? top + height : py(low[i])));
        }
        path.closePath();
        return path;
    }

    /** A vertical bar from low to high with small caps. */
    void errorBar(Graphics2D g, double value, double low, double high, Color colour) {
        double from = bounded(y.log() && low <= 0 ? top + height : py(low));
        double to = bounded(py(high));
        g.setColor(colour);
        g.setStroke(Palette.solid(1.3f));
        g.draw(new Line2D.Double(value, from, value, to));
        g.draw(new Line2D.Double(value - 3.5, from, value + 3.5, from));
        g.draw(new Line2D.Double(value - 3.5, to, value + 3.5, to));
    }

    boolean visible(double xValue, double yValue) {
        return Double.isFinite(xValue) && Double.isFinite(yValue) && !(y.log() && yValue <= 0) && !(x.log() && xValue <= 0);
    }

    /** Whether a y value lies inside the area, with half a pixel to spare for values on the edge. */
    boolean holds(double yValue) {
        return py(yValue) >= top - 0.5 && py(yValue) <= top + height + 0.5;
    }

    /** Keeps coordinates near the page: far outside values overflow what painters and SVG readers take. */
    private double bounded(double pixel) {
        return Math.max(top - 10 * height, Math.min(top + 11 * height, pixel));
    }
}
