package homework.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** How the nodes of a graph look: name and operation over value and gradient. All are equally wide and have the same rows. */
record NodeStyle(double width, boolean values, boolean gradients) {
    private static final Font NAME = Style.TEXT.deriveFont(Font.BOLD);
    private static final Color BAND = new Color(0xF2F2F2);
    static final Color VALUE = Style.colour(0);
    /** The second colour of the palette, as dark as small text on white has to be. */
    static final Color GRADIENT = Style.colour(1).darker();
    private static final double NARROWEST = 84;
    private static final double WIDEST = 160;
    private static final double PAD = 8;
    private static final double ROW = 18;

    static NodeStyle of(List<GraphNode> nodes) {
        boolean values = nodes.stream().anyMatch(node -> !Double.isNaN(node.value()));
        boolean gradients = nodes.stream().anyMatch(node -> !Double.isNaN(node.gradient()));
        double widest = nodes.stream().mapToDouble(node -> Math.max(
                Math.max(Words.width(NAME, node.name()), Words.width(Style.SMALL, node.operation())),
                Math.max(values ? row("value", node.value()) : 0, gradients ? row(gradientOf(node), node.gradient()) : 0))).max().orElse(0);
        return new NodeStyle(Math.ceil(Math.max(NARROWEST, Math.min(WIDEST, widest + 2 * PAD))), values, gradients);
    }

    private static double row(String label, double number) {
        return Words.width(Style.SMALL, label) + PAD + Words.width(Style.TEXT, text(number));
    }

    private static String gradientOf(GraphNode node) {
        return "∂E/∂" + node.name();
    }

    private static String text(double number) {
        return Double.isNaN(number) ? "–" : Numbers.shorter(number);
    }

    private static double heading() {
        return Words.height(NAME) + Words.height(Style.SMALL) + 8;
    }

    private double rows() {
        return (values ? ROW : 0) + (gradients ? ROW : 0) + (values || gradients ? 6 : 0);
    }

    /** An even number, so that centres lie on whole pixels. */
    double height() {
        return 2 * Math.ceil((heading() + rows()) / 2);
    }

    /** Height beyond what the text needs goes to the band with the name. */
    void paint(Graphics2D g, GraphNode node, Rectangle2D box) {
        RoundRectangle2D outline = new RoundRectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight(), 12, 12);
        double band = box.getHeight() - rows();
        g.setColor(Color.WHITE);
        g.fill(outline);
        g.setColor(BAND);
        Area top = new Area(outline);
        top.intersect(new Area(new Rectangle2D.Double(box.getX(), box.getY(), box.getWidth(), band)));
        g.fill(top);
        g.setColor(Style.AXIS);
        g.setStroke(Style.solid(1));
        if (values || gradients) {
            g.draw(new Line2D.Double(box.getX(), box.getY() + band, box.getMaxX(), box.getY() + band));
        }
        g.draw(outline);
        double y = box.getY() + (band - heading()) / 2 + 4;
        g.setColor(Style.INK);
        Words.draw(g, NAME, Words.cutInside(NAME, node.name(), width - 2 * PAD), box.getCenterX(), y, 0.5);
        g.setColor(Style.MUTED);
        Words.draw(g, Style.SMALL, Words.cut(Style.SMALL, node.operation(), width - 2 * PAD), box.getCenterX(), y + Words.height(NAME), 0.5);
        y = box.getY() + band + 3;
        if (values) {
            paintRow(g, "value", node.value(), VALUE, box, y);
            y += ROW;
        }
        if (gradients) {
            paintRow(g, gradientOf(node), node.gradient(), GRADIENT, box, y);
        }
    }

    private static void paintRow(Graphics2D g, String label, double number, Color colour, Rectangle2D box, double y) {
        g.setColor(colour);
        double room = box.getWidth() - 3 * PAD - Words.width(Style.TEXT, text(number));
        Words.draw(g, Style.SMALL, Words.cut(Style.SMALL, label, room), box.getX() + PAD, y + 2, 0);
        Words.draw(g, Style.TEXT, text(number), box.getMaxX() - PAD, y + 1, 1);
    }
}
