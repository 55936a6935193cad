package homework.training;

/** A training cannot go on from the checkpoints of its folder, or not keep any there; the message says why and what to do. */
public final class CheckpointException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
