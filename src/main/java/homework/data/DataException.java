package homework.data;

/**
 * Something is wrong with data a person can mend: a file, a folder, an impossible split. The message is one sentence
 * or two that name the thing, what was expected, what came and what to do.
 */
public class DataException extends RuntimeException {

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
