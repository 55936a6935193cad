package homework.notebook;

import java.util.function.LongSupplier;

/**
 * Lets an output through at most once in an interval. Every update is a message to the front end, and Jupyter drops messages
 * above a rate; five a second look live to the eye.
 */
final class Throttle {

    /** A page is redrawn five times a second at most; a terminal gets a line every two seconds. */
    static Throttle of(Display display) {
        return new Throttle(display.isKernel() ? 200_000_000L : 2_000_000_000L, System::nanoTime);
    }

    private final long interval;
    private final LongSupplier clock;
    private long last;

    Throttle(long intervalNanos, LongSupplier clock) {
        this.interval = intervalNanos;
        this.clock = clock;
        this.last = clock.getAsLong() - intervalNanos;
    }

    /** Whether the interval has passed; if so it starts anew. */
    boolean due() {
        long now = clock.getAsLong();
        if (now - last < interval) {
            return false;
        }
        last = now;
        return true;
    }
}
