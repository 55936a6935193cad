package homework.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.exercise.Check;
import homework.exercise.Exercise;
import homework.exercise.Expect;
import homework.exercise.Visible;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What check(…) shows in a page. */
class ScorePageTest {
    private static final Exercise<Square> SQUARE = new Exercise<>("square", Square.class, SquareChecks.class);
    private final FakeKernel kernel = new FakeKernel();

    @FunctionalInterface
    public interface Square {
        double[] of(double[] x) throws Exception;
    }

    @Visible
    static class SquareChecks {
        @Check(order = 1, points = 2, says = "x < 2 & \"small\"")
        void small(Square square) {
            compare(square, new double[] {0.5, 1, 1.5}, new double[] {0.25, 1, 2.25});
        }

        @Check(order = 2, points = 1, says = "eight entries")
        void many(Square square) {
            compare(square, new double[] {1, 2, 3, 4, 5, 6, 7, 8}, new double[] {1, 4, 9, 16, 25, 36, 49, 64});
        }

        private static void compare(Square square, double[] x, double[] expected) {
            Expect.given("x", x).and("a <tag>", 2).that(() -> square.of(x)).near(expected);
        }
    }

    @BeforeEach
    void start() {
        FakeKernel.jjava = kernel;
    }

    @AfterEach
    void stop() {
        FakeKernel.jjava = null;
    }

    private static double[] squares(double[] x, double sign) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = sign * x[i] * x[i];
        }
        return y;
    }

    private String html(Square answer) {
        Notebook.check(SQUARE, answer);
        return kernel.shown.get(kernel.shown.size() - 1).forms.get("text/html");
    }

    private String text() {
        return kernel.shown.get(kernel.shown.size() - 1).forms.get("text/plain");
    }

    private static int count(String part, String whole) {
        return whole.split(part, -1).length - 1;
    }

    @Test
    void aFullScoreIsALineATest() {
        String html = html(x -> squares(x, 1));
        assertTrue(html.contains("<strong>square: 3 of 3 points</strong></caption>"), html);
        assertEquals(2, count("<tr ", html));
        assertEquals(2, count("✓ ok</strong>", html));
        assertTrue(html.contains("x &lt; 2 &amp; &quot;small&quot;</th>"), html);
        assertTrue(html.contains(">2 of 2</span>") && html.contains(">1 of 1</span>"), html);
        assertFalse(html.contains("<pre") || html.contains("error-color"), html);
        assertEquals("square: 3 of 3 points\n  ok     x < 2 & \"small\"   2 of 2\n  ok     eight entries     1 of 1", text());
    }

    @Test
    void theCauseStandsBeforeTheNumbers() {
        String html = html(x -> squares(x, -1));
        assertEquals(2, count("✗ wrong</strong>", html));
        int cause = html.indexOf("<strong>the sign is wrong");
        int numbers = html.indexOf(">input     x = (0.5, 1, 1.5)\n          a &lt;tag&gt; = 2\n"
                + "expected  (0.25, 1, 2.25)\ngot       (-0.25, -1, -2.25)</pre>");
        assertTrue(0 < cause && cause < numbers, html);
        assertTrue(html.contains("\ndiffers   entry (0) expected 1, got -1\n"), html);
    }

    @Test
    void whatAStudentsMessageHoldsIsEscapedAndKeepsItsLines() {
        String html = html(x -> {
            throw new IllegalStateException("<b>first</b>\nsecond & last");
        });
        assertTrue(html.contains("<strong>threw IllegalStateException: &lt;b&gt;first&lt;/b&gt;<br>second &amp; last</strong>"), html);
        assertEquals(1, count("as above", html));
        assertTrue(text().contains("<b>first</b>\n         second & last"), text());
    }

    @Test
    void whatIsPrintedIsShownBelow() {
        String html = html(x -> {
            System.out.println("x < " + x.length);
            return squares(x, 1);
        });
        assertTrue(html.contains("printed meanwhile:"), html);
        assertTrue(html.endsWith(">x &lt; 3\nx &lt; 8</pre>"), html);
    }

    @Test
    void aStubGetsAHintAndNoTable() {
        String html = html(x -> {
            throw new UnsupportedOperationException("not written yet");
        });
        assertTrue(html.startsWith("<p><strong>square: 0 of 3 points</strong><br>not written yet. Write it in the exercise cell above"), html);
        assertFalse(html.contains("<table"), html);
    }

    @Test
    void theStopButtonEndsTheCellAsItEndsALoop() {
        Callable<Object> interrupted = () -> {
            Thread.currentThread().interrupt();
            Notebook.check(SQUARE, x -> squares(x, 1));
            return null;
        };
        assertThrows(Stopped.class, interrupted::call);
        assertFalse(Thread.interrupted(), "the next cell starts afresh");
        assertEquals(0, kernel.shown.size());
    }
}
