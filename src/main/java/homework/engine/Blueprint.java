package homework.engine;

/**
 * A layer of a network, read and found supported, but not yet built for a number of images.
 *
 * @param hasParameters whether it must be told the gradient of its output
 */
record Blueprint(String name, boolean hasParameters, Maker maker) {
    /** Adds the layer to a plan. */
    @FunctionalInterface
    interface Maker {
        Stage on(Build build, Tensor input);
    }
}
