package homework.notebook;

import homework.plot.Plot;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import tech.tablesaw.api.Table;

/**
 * One output in its two forms, both finished before a kernel sees them.
 *
 * @param html what a front end shows; empty if the text is all there is
 * @param text what everything else shows
 */
record Output(String html, String text) {

    /** Device pixels per CSS pixel: crisp on dense screens, and when a reader zooms in. */
    private static final int DENSITY = 2;

    /**
     * @param withHtml false where only the text form will be used, so that no picture is painted for nothing
     */
    static Output of(Object value, boolean withHtml) {
        if (value instanceof Plot plot) {
            String alt = plot.altText();
            return new Output(withHtml ? Html.image(plot.render(DENSITY), plot.width(), plot.height(), alt) : "", "[plot] " + alt);
        }
        if (value instanceof BufferedImage picture) {
            String alt = "picture of " + picture.getWidth() + " by " + picture.getHeight() + " pixels";
            return new Output(withHtml ? Html.image(picture, picture.getWidth(), picture.getHeight(), alt) : "", "[" + alt + "]");
        }
        if (value instanceof Table table) {
            return new Output(withHtml ? Html.table(table) : "", table.print(Html.MAX_ROWS).replace("\r\n", "\n").stripTrailing());
        }
        return new Output("", textOf(value).replace("\r\n", "\n"));
    }

    /** Arrays in Java print as a type and a number; deepToString prints what is in them, whatever they hold. */
    private static String textOf(Object value) {
        if (value == null || !value.getClass().isArray()) {
            return String.valueOf(value);
        }
        String inBrackets = Arrays.deepToString(new Object[] {value});
        return inBrackets.substring(1, inBrackets.length() - 1);
    }
}
