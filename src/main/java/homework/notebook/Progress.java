package homework.notebook;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/** One pass over a list with a progress bar: how far, how long, how long still. Ends with {@link Stopped} on the stop button. */
final class Progress<T> implements Iterator<T> {

    private final String what;
    private final List<T> items;
    private final Slot slot;
    private final Throttle throttle;
    private final long start = System.nanoTime();
    private int taken;
    private boolean finished;

    Progress(String what, List<T> items, Display display) {
        this.what = what;
        this.items = items;
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
        if (taken < items.size()) {
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
        if (taken == items.size()) {
            throw new NoSuchElementException(what + " has only " + taken + " items");
        }
        return items.get(taken++);
    }

    private String state(String time) {
        return what + ": " + taken + " of " + items.size() + ", " + time;
    }

    private String remaining() {
        return taken == 0 ? "starting" : String.format(Locale.ROOT, "about %.0f s left", seconds() / taken * (items.size() - taken));
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    private void put(String text) {
        String html = "<progress max=\"" + Math.max(1, items.size()) + "\" value=\"" + (items.isEmpty() ? 1 : taken) + "\"></progress> "
                + Html.escape(text);
        slot.put(html, text);
    }
}
