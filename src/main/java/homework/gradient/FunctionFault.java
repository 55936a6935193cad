package homework.gradient;

/**
 * A function under check did something with which no comparison is possible: it threw, returned nothing, NaN or another shape,
 * changed its argument, or gave two answers to one question. The message says which and what to do.
 */
public class FunctionFault extends RuntimeException {

    public FunctionFault(String message) {
        super(message);
    }

    /** @param cause what the function threw */
    public FunctionFault(String message, Throwable cause) {
        super(message, cause);
    }
}
