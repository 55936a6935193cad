package homework.notebook;

import homework.plot.Plot;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/** The smallest plot there is. */
record FakePlot(String altText) implements Plot {

    @Override
    public String title() {
        return altText;
    }

    @Override
    public int width() {
        return 30;
    }

    @Override
    public int height() {
        return 20;
    }

    @Override
    public BufferedImage render(int scale) {
        return new BufferedImage(30 * scale, 20 * scale, BufferedImage.TYPE_INT_RGB);
    }

    @Override
    public Path save(Path file) {
        throw new AssertionError("a notebook saves no plot by itself");
    }
}
