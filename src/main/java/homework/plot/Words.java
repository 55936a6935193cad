package homework.plot;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.util.ArrayList;
import java.util.List;

/** Text on a page: measured the same at every scale, wrapped and cut to the room there is. */
final class Words {
    /** Measures without rounding to pixels, so that the layout at 1x, 2x and in SVG is one and the same. */
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private Words() {
    }

    static double width(Font font, String text) {
        return font.getStringBounds(text, EXACT).getWidth();
    }

    static double height(Font font) {
        LineMetrics metrics = font.getLineMetrics("Ag", EXACT);
        return Math.ceil(metrics.getAscent() + metrics.getDescent());
    }

    /** Breaks at spaces into lines of at most {@code room} pixels; what does not fit on the last line ends in an ellipsis. */
    static List<String> wrap(Font font, String text, double room, int mostLines) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            boolean last = lines.size() == mostLines - 1;
            if (line.isEmpty() || last || width(font, longer) <= room) {
                line = longer;
            } else {
                lines.add(cut(font, line, room));
                line = word;
            }
        }
        lines.add(cut(font, line, room));
        return List.copyOf(lines);
    }

    static String cut(Font font, String text, double room) {
        if (width(font, text) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(font, text.substring(0, end).stripTrailing() + "…") > room) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** Cuts in the middle: names of one family often differ in their last words alone. */
    static String cutInside(Font font, String text, double room) {
        int kept = text.length();
        String shorter = text;
        while (kept > 2 && width(font, shorter) > room) {
            kept--;
            shorter = text.substring(0, (kept + 1) / 2).stripTrailing() + "…" + text.substring(text.length() - kept / 2).stripLeading();
        }
        return shorter;
    }

    /** Draws one line; {@code align} 0 starts it at x, 0.5 centres it there, 1 ends it there; y is the top of the line. */
    static void draw(Graphics2D g, Font font, String text, double x, double y, double align) {
        g.setFont(font);
        double ascent = font.getLineMetrics("Ag", EXACT).getAscent();
        g.drawString(text, (float) (x - align * width(font, text)), (float) (y + ascent));
    }
}
