package homework.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** How a value becomes a colour: grey from least to greatest, or blue over white at zero to orange. */
record Shades(double least, double greatest, boolean isDiverging) {
    private static final Color LOW = new Color(0x0072B2);
    private static final Color HIGH = new Color(0xD55E00);
    private static final int HOLE = 0xF0E442;

    static Shades grey(double least, double greatest) {
        return new Shades(least, greatest, false);
    }

    static Shades diverging(double greatest) {
        return new Shades(-greatest, greatest, true);
    }

    Shades checked() {
        if (!(least < greatest) || Double.isInfinite(greatest - least)) {
            throw new IllegalArgumentException("expected a range from a smaller to a greater number, got " + least + " to "
                    + greatest + ": give black first, then white");
        }
        return this;
    }

    int rgb(double value) {
        if (!Double.isFinite(value)) {
            return HOLE;
        }
        if (isDiverging) {
            double share = greatest == 0 ? 0 : Math.max(-1, Math.min(1, value / greatest));
            return mix(share < 0 ? LOW : HIGH, Math.abs(share)).getRGB() & 0xFFFFFF;
        }
        int grey = level(value);
        return grey << 16 | grey << 8 | grey;
    }

    int rgb(double red, double green, double blue) {
        return Double.isFinite(red + green + blue) ? level(red) << 16 | level(green) << 8 | level(blue) : HOLE;
    }

    /** 0 to 255; middle grey when all values are the same, because then no end of the range means anything. */
    private int level(double value) {
        double share = greatest > least ? (value - least) / (greatest - least) : 0.5;
        return (int) Math.round(255 * Math.max(0, Math.min(1, share)));
    }

    /** White at share 0, the full colour at 1. */
    static Color mix(Color full, double share) {
        return new Color((int) Math.round(255 + share * (full.getRed() - 255)), (int) Math.round(255 + share * (full.getGreen() - 255)),
                (int) Math.round(255 + share * (full.getBlue() - 255)));
    }

    /** A key of the diverging colours, 132 pixels wide. */
    void paintBar(Graphics2D g, double centre, double top) {
        int steps = 66;
        for (int i = 0; i < steps; i++) {
            g.setColor(new Color(rgb(least + (greatest - least) * i / (steps - 1))));
            g.fill(new Rectangle2D.Double(centre - steps + 2 * i, top, 2, 10));
        }
        g.setColor(Style.AXIS);
        g.setStroke(Style.solid(0.5f));
        g.draw(new Rectangle2D.Double(centre - steps, top, 2 * steps, 10));
        g.setColor(Style.INK);
        Words.draw(g, Style.SMALL, Numbers.shorter(least), centre - steps, top + 11, 0.5);
        Words.draw(g, Style.SMALL, "0", centre, top + 11, 0.5);
        Words.draw(g, Style.SMALL, Numbers.shorter(greatest), centre + steps, top + 11, 0.5);
    }

    @Override public String toString() {
        if (isDiverging) {
            return "Blue is negative, white 0, orange positive, up to ±" + Numbers.shorter(greatest);
        }
        return least == greatest ? "All values are " + Numbers.shorter(least)
                : "Black is " + Numbers.shorter(least) + ", white " + Numbers.shorter(greatest);
    }
}
