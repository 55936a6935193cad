package homework.notebook;

/**
 * Thrown by the loops of this library when the stop button (or Ctrl-C in a console) asks the running cell to end.
 *
 * <p>A Java kernel answers the stop button by interrupting the cell's thread and no more: a loop that never looks goes on in the
 * background. {@link #check()} is the look.
 */
public final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Stopped() {
        super("stopped: the stop button was pressed");
    }

    /** Throws if the current thread has been asked to stop; call it once in every pass of a loop that may run long. */
    public static void check() {
        // interrupted() clears the request, so that the next cell starts afresh on the same thread.
        if (Thread.interrupted()) {
            throw new Stopped();
        }
    }
}
