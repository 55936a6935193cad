package homework.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.util.function.BiConsumer;

/** Title, two axes with grid lines, a legend at the right, and the area in between for the data. */
record Frame(String title, String subtitle, Axis x, Axis y, Legend legend, int width, int height, boolean gridAcross) {
    private static final int MARGIN = 14;
    private static final int TICK = 4;

    Area area() {
        double top = Heading.height(title, subtitle, width - 2 * MARGIN) + 2;
        double left = MARGIN + Words.height(Palette.TEXT) + 4 + yLabelWidth() + TICK + 4;
        // The last number under the axis stands half outside it.
        double right = Math.max(legend.width(width) + MARGIN / 2.0, MARGIN + 8);
        double bottom = TICK + 3 + xLabelHeight() + Words.height(Palette.TEXT) + 4 + MARGIN - 4;
        return new Area(left, top, Math.max(40, width - left - right), Math.max(40, height - top - bottom), x, y);
    }

    private double yLabelWidth() {
        return y.ticks().stream().mapToDouble(tick -> Words.width(Palette.SMALL, tick.label())).max().orElse(0);
    }

    private double xLabelHeight() {
        return Words.height(Palette.SMALL);
    }

    /** The frame first, then the data inside it, cut at its edges; {@code over} is painted last and may reach over the edge. */
    void paint(Graphics2D g, BiConsumer<Graphics2D, Area> data, BiConsumer<Graphics2D, Area> over) {
        Area area = area();
        Heading.paint(g, title, subtitle, MARGIN, width - 2 * MARGIN);
        grid(g, area);
        Shape before = g.getClip();
        g.clip(area.bounds());
        data.accept(g, area);
        g.setClip(before);
        axes(g, area);
        over.accept(g, area);
        legend.paint(g, area.left() + area.width(), area.top(), width);
    }

    private void grid(Graphics2D g, Area area) {
        g.setColor(Palette.GRID);
        g.setStroke(Palette.solid(1));
        for (Axis.Tick tick : y.ticks()) {
            double at = area.py(tick.value());
            g.draw(new Line2D.Double(area.left(), at, area.left() + area.width(), at));
        }
        if (gridAcross) {
            for (Axis.Tick tick : x.ticks()) {
                double at = area.px(tick.value());
                g.draw(new Line2D.Double(at, area.top(), at, area.top() + area.height()));
            }
        }
    }

    private void axes(Graphics2D g, Area area) {
        double bottom = area.top() + area.height();
        g.setColor(Palette.AXIS);
        g.setStroke(Palette.solid(1));
        g.draw(new Line2D.Double(area.left(), area.top(), area.left(), bottom));
        g.draw(new Line2D.Double(area.left(), bottom, area.left() + area.width(), bottom));
        for (Axis.Tick tick : x.ticks()) {
            label(g, area.px(tick.value()), bottom, tick.label());
        }
        for (Axis.Tick tick : y.ticks()) {
            double at = area.py(tick.value());
            g.setColor(Palette.AXIS);
            g.draw(new Line2D.Double(area.left() - TICK, at, area.left(), at));
            g.setColor(Palette.INK);
            Words.draw(g, Palette.SMALL, tick.label(), area.left() - TICK - 3, at - Words.height(Palette.SMALL) / 2, 1);
        }
        titles(g, area, bottom);
    }

    private void label(Graphics2D g, double x, double bottom, String text) {
        g.setColor(Palette.AXIS);
        g.draw(new Line2D.Double(x, bottom, x, bottom + TICK));
        g.setColor(Palette.INK);
        Words.draw(g, Palette.SMALL, text, x, bottom + TICK + 3, 0.5);
    }

    private void titles(Graphics2D g, Area area, double bottom) {
        g.setColor(Palette.INK);
        Words.draw(g, Palette.TEXT, x.title(), area.left() + area.width() / 2, bottom + TICK + 3 + xLabelHeight() + 3, 0.5);
        AffineTransform upright = g.getTransform();
        g.rotate(-Math.PI / 2);
        Words.draw(g, Palette.TEXT, y.title(), -(area.top() + area.height() / 2), MARGIN - 4, 0.5);
        g.setTransform(upright);
    }
}
