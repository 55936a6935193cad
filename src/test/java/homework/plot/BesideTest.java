package homework.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Plots side by side: each looks as it does alone. */
class BesideTest {

    /** Every kind of plot beside a lower and a higher one; what is left under the lower ones is white. */
    @Test
    void showsEachPlotAsItIsAlone() {
        for (Plot plot : Samples.all()) {
            Plot lower = Samples.bars().size(300, 240);
            Beside beside = Beside.of("Three", lower, plot, Samples.graph());
            BufferedImage image = beside.render(2);
            int top = 2 * beside.headingHeight(beside.width());
            int left = 0;
            for (Plot each : List.of(lower, plot, Samples.graph())) {
                BufferedImage alone = each.render(2);
                assertSame(alone, image.getSubimage(left, top, alone.getWidth(), alone.getHeight()), each.title() + " in " + plot.title());
                int under = image.getHeight() - top - alone.getHeight();
                assertTrue(under >= 0 && Arrays.stream(pixels(image, left, top + alone.getHeight(), alone.getWidth(), under))
                        .allMatch(pixel -> (pixel & 0xFFFFFF) == 0xFFFFFF), "ink under " + each.title());
                left += alone.getWidth();
            }
            assertEquals(left, image.getWidth());
        }
    }

    @Test
    void isAsHighAsTheHighest() {
        Beside beside = Beside.of("Two", Samples.bars().size(300, 260), Samples.traces().size(400, 500));
        assertEquals(700, beside.width());
        assertEquals(500 + beside.headingHeight(700), beside.height());
        assertEquals(beside.height(), Beside.of("Two", Samples.traces().size(400, 500), Samples.bars().size(300, 260)).height());
    }

    /** 640 and 320 pixels wide: two thirds and one. */
    @Test
    void sharesAnotherSizeOut() {
        Beside beside = Beside.of("Shared", Samples.curves(), Samples.bars().size(320, 300)).size(1001, 361);
        assertEquals(1001, beside.width());
        assertEquals(361, beside.height());
        int room = 361 - beside.headingHeight(1001);
        assertArrayEquals(pixels(Samples.curves().size(667, room).render(1), 0, 0, 667, room),
                pixels(beside.render(1), 0, 361 - room, 667, room));
        assertEquals(1200, Beside.of("Nested", Samples.matrix(), beside).size(1200, 400).width());
    }

    @Test
    void leavesThePlotsAsTheyWere() {
        Beside beside = Samples.beside();
        int width = beside.width();
        beside.size(700, 300);
        assertEquals(width, beside.width());
    }

    @Test
    void savesAsTheOthersDo(@TempDir Path folder) throws Exception {
        Beside beside = Samples.beside();
        BufferedImage png = ImageIO.read(beside.save(folder.resolve("beside.png")).toFile());
        assertArrayEquals(pixels(beside.render(2), 0, 0, 2 * beside.width(), 2 * beside.height()),
                pixels(png, 0, 0, png.getWidth(), png.getHeight()));
        String svg = Files.readString(beside.save(folder.resolve("beside.svg")));
        assertTrue(svg.contains("<title>The convnet of the lab</title>") && svg.contains(">The convnet of the lab</text>")
                && svg.contains(">Width of the layers</text>") && svg.contains(">Three classes</text>"), "the titles of all three");
    }

    @Test
    void tellsBothInWords() {
        assertEquals("The convnet of the lab: 2 plots side by side. " + Samples.curves().altText() + " " + Samples.matrix().altText(),
                Samples.beside().altText());
        assertEquals("Both: nothing to show yet, add train(...), validation(...) or test(...) to 'Loss'",
                Beside.of("Both", Samples.curves(), LearningCurves.loss("Loss", "nats")).toString());
    }

    @Test
    void saysWhatItNeeds() {
        refused(() -> Beside.of("One", Samples.bars()), "at least 2 plots", "got 1");
        refused(() -> Beside.of("None", (Plot[]) null), "at least 2 plots", "got null");
        refused(() -> Beside.of("Null", Samples.bars(), null), "plots of homework.plot", "got null");
        Plot foreign = (Plot) Proxy.newProxyInstance(Plot.class.getClassLoader(), new Class<?>[] {Plot.class}, (proxy, method, values) -> null);
        refused(() -> Beside.of("Foreign", Samples.bars(), foreign), "plots of homework.plot", foreign.getClass().getName());
        refused(() -> Samples.beside().size(400, 300), "room for 2 plots", "got 400x300 pixels: of these 'Width of the layers' would have 22");
        refused(() -> Beside.of("Empty", Samples.bars(), LearningCurves.error("e")).render(1), "something to plot in 'Empty'", "to 'e'");
    }

    private static void refused(Executable call, String expected, String came) {
        String message = assertThrows(RuntimeException.class, call).getMessage();
        assertTrue(message.startsWith("expected ") && message.contains(expected) && message.contains(came), message);
    }

    /** Up to the rounding of an edge that lies between two pixels. */
    private static void assertSame(BufferedImage expected, BufferedImage actual, String what) {
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                Color one = new Color(expected.getRGB(x, y));
                Color other = new Color(actual.getRGB(x, y));
                int difference = Math.abs(one.getRed() - other.getRed()) + Math.abs(one.getGreen() - other.getGreen())
                        + Math.abs(one.getBlue() - other.getBlue());
                assertTrue(difference < 12, what + " at " + x + ", " + y + ": " + one + " and " + other);
            }
        }
    }

    private static int[] pixels(BufferedImage image, int x, int y, int width, int height) {
        return image.getRGB(x, y, width, height, null, 0, width);
    }
}
