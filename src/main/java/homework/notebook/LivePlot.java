package homework.notebook;

import homework.plot.Plot;
import java.util.Objects;

/**
 * One place in the page whose plot is replaced while a loop runs, at most five times a second; {@link #close()} puts up the last
 * state, so that a finished loop leaves the picture of everything it did. After the stop button a kernel takes no more output from
 * the cell: what stays is the last picture drawn, at most a fifth of a second old.
 *
 * <pre>{@code
 * try (LivePlot live = live()) {
 *     for (int epoch : progress("epochs", 20)) {
 *         …
 *         live.update(curves);
 *     }
 * }
 * }</pre>
 *
 * <p>Outside a kernel only the last state is printed, in words.
 */
public final class LivePlot implements AutoCloseable {

    private final Display display;
    private final Slot slot;
    private final Throttle throttle;
    private Plot pending;

    LivePlot(Display display) {
        this(display, Throttle.of(display));
    }

    LivePlot(Display display, Throttle throttle) {
        this.display = display;
        this.slot = new Slot(display);
        this.throttle = throttle;
    }

    /** Shows this plot in place of the one before, now or as soon as the interval allows. Ends the loop on the stop button. */
    public void update(Plot plot) {
        Stopped.check();
        pending = Objects.requireNonNull(plot, "a live plot needs a plot to show, but got null");
        if (display.isKernel() && throttle.due()) {
            flush();
        }
    }

    /** Puts up the last state if it is not there yet. */
    @Override
    public void close() {
        if (pending != null) {
            flush();
        }
    }

    private void flush() {
        Output output = Output.of(pending, display.isKernel());
        pending = null;
        slot.put(output.html(), output.text());
    }
}
