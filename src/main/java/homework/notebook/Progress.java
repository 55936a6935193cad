package homework.notebook;

import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/**
 * One pass over numbered items with a progress bar: how far, how long, how long still. Ends with {@link Stopped} on the stop button.
 *
 * <p>A kernel takes no more output from a cell once it has answered the stop button, so in a page the bar stays where it was last
 * drawn; in a terminal it says that it was stopped.
 */
final class Progress<T> implements Iterator<T> {

    private final String what;
    private final int size;
    private final IntFunction<T> item;
    private final Slot slot;
    private final Throttle throttle;
    private final long start = System.nanoTime();
    private int taken;
    private boolean finished;

    Progress(String what, int size, IntFunction<T> item, Display display) {
        this.what = what;
        this.size = size;
        this.item = item;
        this.slot = new Slot(display);
        this.throttle = Throttle.of(display);
    }

    /** Asked once after the last item, too: that is when the bar shows its final state. */
    @Override
    public boolean hasNext() {
        try {
            Stopped.check();
        } catch (Stopped e) {
            put(state("stopped"));
            throw e;
        }
        if (taken < size) {
            if (throttle.due()) {
                put(state(remaining()));
            }
            return true;
        }
        if (!finished) {
            finished = true;
            put(state(String.format(Locale.ROOT, "%.1f s", seconds())));
        }
        return false;
    }

    @Override
    public T next() {
        if (taken == size) {
            throw new NoSuchElementException(what + " has only " + taken + " items");
        }
        return item.apply(taken++);
    }

    private String state(String time) {
        return what + ": " + taken + " of " + size + ", " + time;
    }

    private String remaining() {
        return taken == 0 ? "starting" : String.format(Locale.ROOT, "about %.0f s left", seconds() / taken * (size - taken));
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    private void put(String text) {
        String html = "<progress max=\"" + Math.max(1, size) + "\" value=\"" + (size == 0 ? 1 : taken) + "\"></progress> "
                + Html.escape(text);
        slot.put(html, text);
    }
}
