package homework.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class NotebookTest {

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream noise = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(noise, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(out);
        System.setErr(err);
        FakeKernel.ijava = null;
        FakeKernel.jjava = null;
        Thread.interrupted();
    }

    private static FakeKernel start(String kernel) {
        FakeKernel fake = new FakeKernel();
        if (kernel.equals("jjava")) {
            FakeKernel.jjava = fake;
        } else {
            FakeKernel.ijava = fake;
        }
        return fake;
    }

    private String printedText() {
        return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jjava", "ijava"})
    void aPlotIsAPictureAtTwiceTheDensityWithAltTextAndATextTwin(String name) throws Exception {
        FakeKernel kernel = start(name);

        Notebook.show(new FakePlot("error falls from 16 % to 2 %, \"quoted\" & <tagged>"));

        assertEquals(1, kernel.shown.size());
        String html = kernel.shown.get(0).forms.get("text/html");
        assertTrue(html.contains("width=\"30\" height=\"20\""), html);
        assertTrue(html.contains("alt=\"error falls from 16 % to 2 %, &quot;quoted&quot; &amp; &lt;tagged&gt;\""), html);
        String base64 = html.replaceFirst(".*base64,", "").replaceFirst("\">$", "");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
        assertEquals(60, picture.getWidth());
        assertEquals("[plot] error falls from 16 % to 2 %, \"quoted\" & <tagged>", kernel.shown.get(0).forms.get("text/plain"));
        assertEquals("", printedText() + noise, "nothing beside the display");
    }

    @Test
    void outsideAKernelTheTextFormIsPrinted() {
        Notebook.show("three", new FakePlot("a plot in words"), new BufferedImage(4, 3, BufferedImage.TYPE_BYTE_GRAY));

        assertEquals("three\n[plot] a plot in words\n[picture of 4 by 3 pixels]\n", printedText());
        assertEquals("", noise.toString(StandardCharsets.UTF_8));
    }

    @Test
    void textIsPlainAndEveryValueIsAnOutputOfItsOwn() {
        FakeKernel kernel = start("jjava");

        Notebook.show("<b>", 7, (Object) null);

        assertEquals(3, kernel.shown.size());
        assertEquals(Map.of("text/plain", "<b>"), kernel.shown.get(0).forms);
        assertEquals("7", kernel.shown.get(1).forms.get("text/plain"));
        assertEquals("null", kernel.shown.get(2).forms.get("text/plain"));
    }

    @Test
    void arraysShowTheirElementsAndSayPrintsAPercentSign() {
        Notebook.show(new double[] {1.5, 2}, new int[][] {{1}, {2, 3}});
        Notebook.say("100 %");
        Notebook.say("%.1f %%", 12.34);

        assertEquals("[1.5, 2.0]\n[[1], [2, 3]]\n100 %\n12.3 %\n", printedText());
    }

    @Test
    void aLongTableShowsHeadAndTailAndSaysWhatIsBetween() {
        FakeKernel kernel = start("ijava");
        Table table = Table.create("counts", IntColumn.create("i", IntStream.range(0, 100).toArray()),
                StringColumn.create("name", IntStream.range(0, 100).mapToObj(i -> "<" + i + ">")));

        Notebook.show(table);

        String html = kernel.shown.get(0).forms.get("text/html");
        assertTrue(html.contains("<caption>counts</caption>"), html);
        assertTrue(html.contains("<td>9</td>") && html.contains("<td>90</td>") && !html.contains("<td>10</td>"), html);
        assertTrue(html.contains("80 more rows"), html);
        assertTrue(html.contains("&lt;99&gt;"), html);
    }

    @Test
    void showingNothingIsNamed() {
        String message = assertThrows(IllegalArgumentException.class, Notebook::show).getMessage();
        assertTrue(message.contains("something to show"), message);
    }

    @Test
    void anErrorWhileShowingIsThrownInTheCellAndNotLeftToTheKernel() {
        FakeKernel kernel = start("jjava");
        Object broken = new Object() {
            @Override
            public String toString() {
                throw new StackOverflowError("from toString");
            }
        };

        assertThrows(StackOverflowError.class, () -> Notebook.show(broken));
        assertEquals(0, kernel.shown.size());
    }

    @Test
    void progressEndsWithItsLastStateInTheSamePlace() {
        FakeKernel kernel = start("jjava");
        int sum = 0;

        for (int i : Notebook.progress("adding", 5)) {
            sum += i;
        }

        assertEquals(10, sum);
        assertEquals(1, kernel.shown.size());
        FakeKernel.Data last = kernel.updates.get(kernel.updates.size() - 1);
        assertEquals(kernel.shown.get(0).id, last.id);
        assertTrue(last.forms.get("text/plain").startsWith("adding: 5 of 5, "), last.forms.get("text/plain"));
        assertTrue(last.forms.get("text/html").contains("value=\"5\""), last.forms.get("text/html"));
    }

    @Test
    void progressSendsAtMostFiveStatesASecond() {
        FakeKernel kernel = start("jjava");
        long begun = System.nanoTime();

        for (int i : Notebook.progress("many", 300_000)) {
            assertTrue(i >= 0);
        }

        long fifths = (System.nanoTime() - begun) / 200_000_000L;
        int sent = kernel.shown.size() + kernel.updates.size();
        assertTrue(sent <= fifths + 2, sent + " states in " + fifths + " fifths of a second");
    }

    @Test
    void progressOverABillionStartsAtOnceAndNeedsNoMemory() {
        int taken = 0;
        for (int i : Notebook.progress("billion", 2_000_000_000)) {
            if (i == 3) {
                break;
            }
            taken++;
        }
        assertEquals(3, taken);
    }

    @Test
    void aLivePlotSendsAtMostFivePicturesASecond() {
        FakeKernel kernel = start("ijava");
        long begun = System.nanoTime();

        try (LivePlot live = Notebook.live()) {
            for (int i = 0; i < 2_000; i++) {
                live.update(new FakePlot("state " + i));
            }
        }

        long fifths = (System.nanoTime() - begun) / 200_000_000L;
        int sent = kernel.shown.size() + kernel.updates.size();
        assertTrue(sent <= fifths + 2, sent + " pictures in " + fifths + " fifths of a second");
        assertEquals("[plot] state 1999", kernel.updates.get(kernel.updates.size() - 1).forms.get("text/plain"));
    }

    @Test
    void progressOverNothingAndANegativeCount() {
        for (int i : Notebook.progress("nothing", 0)) {
            throw new AssertionError("there is no item " + i);
        }
        assertTrue(printedText().contains("nothing: 0 of 0"), printedText());
        assertThrows(IllegalArgumentException.class, () -> Notebook.progress("less", -1));
    }

    @Test
    void theStopButtonEndsALoopAndLeavesTheThreadReadyForTheNextCell() {
        int[] done = {0};
        Stopped stopped = assertThrows(Stopped.class, () -> {
            for (int i : Notebook.progress("long", 1000)) {
                done[0]++;
                if (i == 3) {
                    Thread.currentThread().interrupt();
                }
            }
        });

        assertEquals(4, done[0]);
        assertTrue(stopped.getMessage().contains("stop button"), stopped.getMessage());
        assertTrue(!Thread.currentThread().isInterrupted());
        assertTrue(printedText().contains("long: 4 of 1000, stopped"), printedText());
    }

    @Test
    void anExerciseNotWrittenYetGivesAHint() throws Exception {
        Notebook.attempt("normalise", () -> {
            throw new UnsupportedOperationException("not written yet");
        });
        assertTrue(printedText().startsWith("normalise: not written yet."), printedText());
        assertEquals("", noise.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatAnAttemptCannotUseIsToldInOneSentenceAsAnError() throws Exception {
        int[][] parts = null;
        Notebook.attempt("splitByOriginal", () -> Notebook.say("%d", parts[0].length));
        Notebook.attempt("normalise", () -> {
            throw new UnsupportedOperationException("of another kind");
        });
        String[] lines = noise.toString(StandardCharsets.UTF_8).split("\\R");
        assertEquals(2, lines.length);
        assertTrue(lines[0].startsWith("splitByOriginal: this cell cannot go on with what it returns or throws. Run its check above"), lines[0]);
        assertTrue(lines[0].contains("(NullPointerException"), lines[0]);
        assertTrue(lines[1].endsWith("(UnsupportedOperationException: of another kind)"), lines[1]);
        assertEquals("", printedText());
    }

    @Test
    void anAttemptSurvivesARecursionWithoutEnd() throws Exception {
        Notebook.attempt("sigmoid", () -> deeper(1));
        assertTrue(noise.toString(StandardCharsets.UTF_8).stripTrailing().endsWith("(StackOverflowError)"), noise.toString(StandardCharsets.UTF_8));
    }

    private static int deeper(int level) {
        return deeper(level + 1) + 1;
    }

    @Test
    void theStopButtonEndsAnAttempt() {
        Thread.currentThread().interrupt();
        assertThrows(Stopped.class, () -> Notebook.attempt("normalise", Stopped::check));
        assertThrows(InterruptedException.class, () -> Notebook.attempt("normalise", () -> {
            throw new InterruptedException();
        }));
    }
}
