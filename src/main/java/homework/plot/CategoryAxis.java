package homework.plot;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The axis under a chart of categories, drawn by ourselves because XChart ends slanted names half way to the next place and drops those
 * at the edge. Names lie flat in up to three lines where they fit; else they slant, else they stand, and always end at their place. Only where not even standing names have room
 * (more than about forty) are they named in steps.
 */
record CategoryAxis(List<String> names, String title, Lie lie, double room) {
    private static final int TICK = 4;
    private static final int LINES = 3;
    /** Between baselines of slanted names lies pitch · sin 45°. */
    private static final double SLANT_PITCH = 20;
    private static final double STAND_PITCH = 13;

    /** How the names lie. */
    enum Lie { FLAT, SLANTED, STANDING }

    /** A chart that draws no x axis of its own, painted on a height; gives where its plot lies. */
    interface Body extends BiFunction<Graphics2D, Integer, Rectangle2D> {
    }

    /** Paints a chart and the axis under it: first out of sight to learn how wide the plot is, then in the height that the names leave. */
    static void paint(Graphics2D g, int height, List<String> names, String title, Body chart) {
        Graphics2D unseen = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        Rectangle2D plot = chart.apply(unseen, height);
        unseen.dispose();
        CategoryAxis axis = of(names, title, plot, height);
        // The chart gets a copy, because a heat map leaves no font behind, on which an SVG page fails.
        Graphics2D copy = (Graphics2D) g.create();
        Rectangle2D painted = chart.apply(copy, (int) (height - axis.height()));
        copy.dispose();
        axis.draw(g, painted);
    }

    private static CategoryAxis of(List<String> names, String title, Rectangle2D plot, int height) {
        double pitch = plot.getWidth() / names.size();
        boolean flat = names.stream().allMatch(name -> String.join(" ", Words.wrap(Style.SMALL, name, pitch - 6, LINES)).equals(name));
        if (flat) {
            return new CategoryAxis(names, title, Lie.FLAT, pitch - 6);
        }
        double most = Math.min(150, 0.35 * height);
        // A slanted name must not reach over the left edge of the page; rather than cut it, names stand.
        double slanted = Math.min(most, (plot.getX() + pitch / 2 - 6) * Math.sqrt(2) - Words.height(Style.SMALL));
        boolean slants = pitch >= SLANT_PITCH && names.stream().allMatch(name -> Words.width(Style.SMALL, name) <= slanted);
        return new CategoryAxis(names, title, slants ? Lie.SLANTED : Lie.STANDING, slants ? slanted : most);
    }

    private List<String> lines(String name) {
        return lie == Lie.FLAT ? Words.wrap(Style.SMALL, name, room, LINES) : List.of(Words.cutInside(Style.SMALL, name, room));
    }

    private double namesHeight() {
        double line = Words.height(Style.SMALL);
        if (lie == Lie.FLAT) {
            return line * names.stream().mapToInt(name -> lines(name).size()).max().orElse(1);
        }
        double longest = names.stream().mapToDouble(name -> Words.width(Style.SMALL, lines(name).get(0))).max().orElse(0);
        return lie == Lie.STANDING ? longest : (longest + line) / Math.sqrt(2);
    }

    /** Ticks, names and title; the chart keeps a padding below itself in which a part of them finds place. */
    private double height() {
        return TICK + 2 + namesHeight() + (title.isEmpty() ? 0 : 4 + Words.height(Style.TEXT));
    }

    private void draw(Graphics2D g, Rectangle2D plot) {
        double pitch = plot.getWidth() / names.size();
        double bottom = plot.getMaxY();
        int step = lie == Lie.STANDING ? (int) Math.ceil(STAND_PITCH / pitch) : 1;
        g.setStroke(Style.solid(1));
        g.setColor(Style.AXIS);
        g.draw(new Line2D.Double(plot.getX(), bottom, plot.getMaxX(), bottom));
        for (int i = 0; i < names.size(); i++) {
            double x = plot.getX() + (i + 0.5) * pitch;
            g.setColor(Style.AXIS);
            g.draw(new Line2D.Double(x, bottom, x, bottom + TICK));
            g.setColor(Style.MUTED);
            if (i % step == 0) {
                name(g, lines(names.get(i)), x, bottom + TICK + 2);
            }
        }
        g.setColor(Style.INK);
        Words.draw(g, Style.TEXT, title, plot.getCenterX(), bottom + TICK + 2 + namesHeight() + 4, 0.5);
    }

    private void name(Graphics2D g, List<String> lines, double x, double top) {
        double line = Words.height(Style.SMALL);
        if (lie == Lie.FLAT) {
            for (int i = 0; i < lines.size(); i++) {
                Words.draw(g, Style.SMALL, lines.get(i), x, top + i * line, 0.5);
            }
            return;
        }
        AffineTransform before = g.getTransform();
        g.translate(x, top);
        g.rotate(lie == Lie.SLANTED ? -Math.PI / 4 : -Math.PI / 2);
        // The end of the name comes under its tick: the middle of a standing line, the upper corner of a slanted one.
        Words.draw(g, Style.SMALL, lines.get(0), 0, lie == Lie.SLANTED ? -line / 4 : -line / 2, 1);
        g.setTransform(before);
    }
}
