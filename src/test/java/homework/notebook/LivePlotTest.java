package homework.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LivePlotTest {

    /** Writes down what a page would show, in order. */
    private static final class Page implements Display {
        final List<String> states = new ArrayList<>();

        @Override
        public String show(String html, String text) {
            states.add(text);
            return "here";
        }

        @Override
        public void update(String id, String html, String text) {
            assertEquals("here", id);
            states.add(text);
        }

        @Override
        public boolean isKernel() {
            return true;
        }
    }

    private final Page page = new Page();
    private long now;
    private final LivePlot live = new LivePlot(page, new Throttle(200, () -> now));

    @Test
    void updatesComeAtMostOnceInAnIntervalAndTheLastOneAlways() {
        for (now = 0; now < 1000; now += 50) {
            live.update(new FakePlot("at " + now));
        }
        live.close();

        assertEquals(List.of("[plot] at 0", "[plot] at 200", "[plot] at 400", "[plot] at 600", "[plot] at 800", "[plot] at 950"),
                page.states);
    }

    @Test
    void closingTwiceOrWithoutAPlotShowsNothingMore() {
        live.close();
        live.update(new FakePlot("only"));
        live.close();
        live.close();

        assertEquals(List.of("[plot] only"), page.states);
    }

    @Test
    void theStopButtonEndsTheLoopAndTheLastStateIsStillPutUp() {
        assertThrows(Stopped.class, () -> {
            try (live) {
                live.update(new FakePlot("first"));
                live.update(new FakePlot("second"));
                Thread.currentThread().interrupt();
                live.update(new FakePlot("never"));
            }
        });
        assertEquals(List.of("[plot] first", "[plot] second"), page.states);
    }

    @Test
    void nothingToShowIsNamed() {
        String message = assertThrows(NullPointerException.class, () -> live.update(null)).getMessage();
        assertTrue(message.contains("a plot to show"), message);
    }
}
