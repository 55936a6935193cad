package homework.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;

/**
 * Colours, strokes and fonts of all plots. The colours are those of Okabe and Ito, told apart by colour-blind readers; yellow is left
 * out because it vanishes on white.
 */
final class Palette {
    static final Color INK = new Color(0x222222);
    static final Color MUTED = new Color(0x595959);
    static final Color GRID = new Color(0xE4E4E4);
    static final Color AXIS = new Color(0x8C8C8C);
    static final List<Color> COLOURS = List.of(new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73),
            new Color(0xCC79A7), new Color(0xE69F00), new Color(0x56B4E9), new Color(0x000000));
    /** As many as can be told apart: each colour with two markers. */
    static final int MOST = 2 * COLOURS.size();

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 14);
    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    private Palette() {
    }

    static Color colour(int series) {
        return COLOURS.get(series % COLOURS.size());
    }

    static BasicStroke solid(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    static BasicStroke dashed(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {6, 4}, 0);
    }

    static BasicStroke dashDotted(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {9, 3, 2, 3}, 0);
    }

    static Color faint(Color colour) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 50);
    }

    static void checkCount(int series, String what) {
        if (series > MOST) {
            throw new IllegalArgumentException("expected at most " + MOST + " " + what + " in one plot, got " + series
                    + ": more cannot be told apart, split them over two plots");
        }
    }
}
