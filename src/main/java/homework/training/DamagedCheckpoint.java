package homework.training;

/** A file is not the whole checkpoint that was written; the message says how that is seen. */
final class DamagedCheckpoint extends Exception {
    private static final long serialVersionUID = 1;

    DamagedCheckpoint(String message, Throwable cause) {
        super(message, cause);
    }
}
