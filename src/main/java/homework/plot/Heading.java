package homework.plot;

import java.awt.Graphics2D;
import java.util.List;

/** The title, at most two lines, and a smaller line under it. */
final class Heading {
    private static final int TOP = 10;
    private static final int BELOW = 8;

    private Heading() {
    }

    static double height(String title, String subtitle, double room) {
        return TOP + lines(title, room).size() * Words.height(Palette.TITLE)
                + subtitleLines(subtitle, room).size() * Words.height(Palette.SMALL) + BELOW;
    }

    static void paint(Graphics2D g, String title, String subtitle, double x, double room) {
        double y = TOP;
        g.setColor(Palette.INK);
        for (String line : lines(title, room)) {
            Words.draw(g, Palette.TITLE, line, x, y, 0);
            y += Words.height(Palette.TITLE);
        }
        g.setColor(Palette.MUTED);
        for (String line : subtitleLines(subtitle, room)) {
            Words.draw(g, Palette.SMALL, line, x, y, 0);
            y += Words.height(Palette.SMALL);
        }
    }

    private static List<String> lines(String title, double room) {
        return Words.wrap(Palette.TITLE, title, room, 2);
    }

    private static List<String> subtitleLines(String subtitle, double room) {
        return subtitle.isEmpty() ? List.of() : Words.wrap(Palette.SMALL, subtitle, room, 2);
    }
}
