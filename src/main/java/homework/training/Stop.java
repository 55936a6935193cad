package homework.training;

/** Somebody has asked the training to end: the stop button, Ctrl-C, an interrupted thread. */
final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Stop() {
        super("the training was asked to stop", null, false, false);
    }

    /** Answers an interruption of this thread, which is not interrupted any more. */
    static void ifAsked() {
        if (Thread.interrupted()) {
            throw new Stop();
        }
    }
}
