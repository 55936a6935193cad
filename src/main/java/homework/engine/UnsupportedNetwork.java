package homework.engine;

/** Something in a network that the engine has no primitive for; DL4J trains such a network. */
final class UnsupportedNetwork extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param what layer and property, such as {@code layer lstm1 (LSTM)} */
    UnsupportedNetwork(String what) {
        super(what, null, false, false);
    }
}
