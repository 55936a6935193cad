package homework.plot;

import java.awt.image.BufferedImage;
import java.nio.file.Path;

/** A picture that can be shown, saved and told in words. The same data always gives the same bytes on one machine. */
public interface Plot {

    /** The title above the picture, in plain text. */
    String title();

    /** Width in CSS pixels, the size at which a page shows it. */
    int width();

    /** Height in CSS pixels. */
    int height();

    /**
     * Paints the plot with {@code scale} device pixels per CSS pixel, so {@code render(2)} is crisp on a dense screen.
     *
     * @param scale 1 to 8
     * @return an RGB image of {@code scale·width × scale·height} pixels
     */
    BufferedImage render(int scale);

    /** What the plot shows, made from its data: quantities with units and the values a reader would look for. */
    String altText();

    /**
     * Writes the plot as PNG (two device pixels per CSS pixel) or SVG, by the ending of the name. The file appears whole or not at
     * all; missing folders are made.
     *
     * @return {@code file}
     * @throws IllegalArgumentException for any other ending
     * @throws java.io.UncheckedIOException when the file cannot be written
     */
    Path save(Path file);
}
