package homework.engine;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Trains a DL4J network on its own parameters, and predicts with them, several times faster than DL4J's {@code fit}.
 *
 * <p>Whenever a call has returned, the network's parameters, the state of its updaters and its iteration count are those after the last
 * step: {@code network.output}, {@code evaluate}, saving and further training by DL4J just work. Between calls they may also be changed; but
 * what gives the network other arrays, such as {@code setLearningRate} with an updater that has a state, needs a new engine, and says so.
 * oneDNN does not call the network's listeners.
 *
 * <p>The mathematics is DL4J's. What the engine has no primitive for it names in {@link #whyDl4j()}, and trains with DL4J instead. The same
 * seed, batch size and number of threads give bit-identical results, however the steps are cut into calls; with another number of threads
 * sums are taken in another order and the last digits differ.
 *
 * <p>Every operation of a step waits for all threads. Beside other work on the same cores give fewer of them: two threads that must share a
 * core can be many times slower than one.
 *
 * <p>An engine is for one thread at a time. Several engines may run at once, each in a thread of its own.
 *
 * <pre>{@code
 * try (Engine engine = Engine.of(network, 64)) {
 *     System.out.println(engine.train(images, labels, order));
 * }}</pre>
 */
public abstract class Engine implements AutoCloseable {
    static final String CLOSED = "This engine has been closed: make another one with Engine.of.";

    /** On all cores, with the seed of the network's configuration. */
    public static Engine of(MultiLayerNetwork network, int batchSize) {
        return of(network, batchSize, Runtime.getRuntime().availableProcessors());
    }

    /** With the seed of the network's configuration. */
    public static Engine of(MultiLayerNetwork network, int batchSize, int threads) {
        Arguments.network(network);
        return of(network, batchSize, threads, network.getDefaultConfiguration().getSeed());
    }

    /**
     * @param network initialised
     * @param batchSize examples a step, at least 1; memory is set aside for the maps of so many, also if it is only used to predict
     * @param threads that one step may use, at least 1: all cores for a single run, 1 for runs side by side; DL4J, where it serves, uses as
     *     many as ND4J does
     * @param seed of the dropout masks, which follow from it and the network's iteration count; where DL4J serves, every step seeds ND4J's
     *     generator, from which DL4J draws
     * @throws IllegalArgumentException if a number is too small, or the network is null, has not been initialised or does not classify
     */
    public static Engine of(MultiLayerNetwork network, int batchSize, int threads, long seed) {
        Arguments.network(network);
        Arguments.atLeastOne(batchSize, "The batch size");
        Arguments.atLeastOne(threads, "The number of threads");
        String reason = OneDnn.whyNot();
        if (reason == null) {
            try {
                return new OneDnnEngine(network, batchSize, threads, Masks.random(seed));
            } catch (UnsupportedNetwork e) {
                reason = "The engine does not support " + e.getMessage() + ".";
            }
        }
        return dl4j(network, batchSize, seed, reason);
    }

    /**
     * Trains by nonlinear conjugate gradient as {@code optim.cg} of Torch7 did it, in place of the network's updaters, whose learning rates and
     * states play no part then. Every minibatch is a search of its own: its first direction is that of steepest descent, and a step on which
     * nothing improves leaves the parameters as they were. The {@link Pass} has loss and correct examples before each step.
     *
     * <p>A step goes several times through the network: three or more with two iterations, and about
     * twenty where the loss is almost 0. There rounding hides the curve that the search follows, and in the end the image moves nothing.
     *
     * @param iterations of a step, Torch's {@code maxIter}, at least 1
     * @throws IllegalArgumentException as {@link #of(MultiLayerNetwork, int, int, long)}; also if DL4J would have to serve, or the network has weight
     *     decay or clips gradients
     */
    public static Engine ofConjugateGradient(MultiLayerNetwork network, int batchSize, int threads, long seed, int iterations) {
        Arguments.network(network);
        Arguments.atLeastOne(batchSize, "The batch size");
        Arguments.atLeastOne(threads, "The number of threads");
        Arguments.atLeastOne(iterations, "The number of iterations a step");
        String reason = OneDnn.whyNot();
        if (reason == null) {
            try {
                return new OneDnnEngine(network, batchSize, threads, Masks.random(seed), iterations);
            } catch (UnsupportedNetwork e) {
                reason = "The engine does not support " + e.getMessage() + ".";
            }
        }
        throw new IllegalArgumentException("Torch's conjugate gradient is there on oneDNN only, not in DL4J, which would have to serve: " + reason);
    }

    /**
     * DL4J behind the same calls, also where the engine would be faster: to compare, or if one of the two is in doubt.
     *
     * @param network initialised
     * @param batchSize examples a step, at least 1
     * @param seed of dropout and of whatever else DL4J draws
     * @throws IllegalArgumentException as {@link #of(MultiLayerNetwork, int, int, long)}
     */
    public static Engine onDl4j(MultiLayerNetwork network, int batchSize, long seed) {
        Arguments.network(network);
        Arguments.atLeastOne(batchSize, "The batch size");
        return dl4j(network, batchSize, seed, "DL4J was asked for.");
    }

    private static Engine dl4j(MultiLayerNetwork network, int batchSize, long seed, String reason) {
        try {
            return new Dl4jEngine(network, batchSize, seed, reason);
        } catch (UnsupportedNetwork e) {
            throw new IllegalArgumentException("An engine trains networks that classify, but this one has as its " + e.getMessage() + ".", e);
        }
    }

    /**
     * Trains step by step: the first batchSize examples of {@code order}, then the next, and so on; the last step takes what is left.
     * If the thread is interrupted, the pass ends after the step it is in, and the thread stays interrupted.
     *
     * @param images float [n, channels, height, width] or [n, features]
     * @param labels n classes
     * @param order places in images and labels, in the order they are to be used; may repeat
     * @return loss and number of correct examples as they were when each example's turn came, while the parameters moved
     * @throws IllegalArgumentException if shapes, labels or places do not fit the network or each other; nothing was trained then
     * @throws DivergedException if the loss is infinite or not a number
     */
    public abstract Pass train(INDArray images, int[] labels, int[] order);

    /**
     * The network's outputs, as {@code network.output(images)} has them for images without infinite values; a ReLU of oneDNN makes 0 of
     * what is not a number.
     *
     * @param images float [n, channels, height, width] or [n, features]
     * @return float [n, classes]
     */
    public abstract INDArray predict(INDArray images);

    /** Loss and number of correct examples, without training. */
    public abstract Pass evaluate(INDArray images, int[] labels);

    /**
     * A table of the operations of a training step and the microseconds that each takes; the network stays as it is.
     *
     * @param images as for {@link #train}; their shape decides, not what is on them
     */
    public abstract String profile(INDArray images);

    /** The network that this trains. */
    public abstract MultiLayerNetwork network();

    /** Null if oneDNN does the work; otherwise why DL4J does it. */
    public abstract String whyDl4j();

    /** Frees the native memory. The network is not touched. Closing twice does nothing. */
    @Override
    public abstract void close();
}
