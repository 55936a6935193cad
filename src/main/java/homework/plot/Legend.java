package homework.plot;

import java.awt.Graphics2D;
import java.util.List;

/** Keys one under another, to the right of the data and never over them. */
record Legend(List<Key> keys) {
    private static final int GAP = 7;
    private static final int BETWEEN = 5;

    /** Width with the gaps on both sides; 0 when there is nothing to tell apart. */
    double width(double page) {
        if (keys.isEmpty()) {
            return 0;
        }
        double widest = 0;
        for (Key key : keys) {
            for (String line : lines(key, page)) {
                widest = Math.max(widest, Words.width(Palette.TEXT, line));
            }
        }
        return 2 * GAP + Key.SAMPLE + GAP + widest;
    }

    double height(double page) {
        return keys.stream().mapToDouble(key -> lines(key, page).size() * Words.height(Palette.TEXT) + BETWEEN).sum();
    }

    /** Long names go on two lines within a third of the page, the rest is cut; the alt text has them whole. */
    private static List<String> lines(Key key, double page) {
        return Words.wrap(Palette.TEXT, key.label(), page / 3 - Key.SAMPLE - 3 * GAP, 2);
    }

    void paint(Graphics2D g, double left, double top, double page) {
        double y = top;
        double line = Words.height(Palette.TEXT);
        for (Key key : keys) {
            key.paintSample(g, left + 2 * GAP, y + line / 2 + 0.5);
            g.setColor(Palette.INK);
            for (String text : lines(key, page)) {
                Words.draw(g, Palette.TEXT, text, left + 2 * GAP + Key.SAMPLE + GAP, y, 0);
                y += line;
            }
            y += BETWEEN;
        }
    }
}
