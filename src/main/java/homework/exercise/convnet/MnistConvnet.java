package homework.exercise.convnet;

import homework.exercise.Answers;
import homework.exercise.Exercise;

/**
 * The exercises of the notebook 3-convnet/mnist: the two layers of the published convnet that frameworks lack, on maps
 * [channel][row][column] of one image.
 */
public final class MnistConvnet {

    public static final Exercise<Pool> L2_POOL = new Exercise<>("l2Pool", Pool.class, L2PoolChecks.class);
    public static final Exercise<PoolBackward> L2_POOL_BACKWARD =
            new Exercise<>("l2PoolBackward", PoolBackward.class, L2PoolBackwardChecks.class);
    public static final Exercise<Subtract> SUBTRACT_MEAN = new Exercise<>("subtractMean", Subtract.class, SubtractMeanChecks.class);
    public static final Exercise<SubtractBackward> SUBTRACT_MEAN_BACKWARD =
            new Exercise<>("subtractMeanBackward", SubtractBackward.class, SubtractMeanBackwardChecks.class);
    public static final Exercise<Answers> QUESTIONS = new Exercise<>("answers", Answers.class, MnistConvnetQuestionsChecks.class);

    private MnistConvnet() {
    }

    /** The root of the sum of squares of every window of a map. */
    @FunctionalInterface
    public interface Pool {
        /**
         * @param x maps [c][h][w]
         * @param size height and width of a window, at most h and w
         * @param stride pixels from one window to the next
         * @return maps [c][⌊(h − size)/stride⌋ + 1][⌊(w − size)/stride⌋ + 1]
         */
        double[][][] of(double[][][] x, int size, int stride) throws Exception;
    }

    /** dL/dx of {@link Pool}; what a window with the root 0 hands back is 0. */
    @FunctionalInterface
    public interface PoolBackward {
        /**
         * @param x what the forward pass was given, maps [c][h][w]
         * @param size height and width of a window
         * @param stride pixels from one window to the next
         * @param gradient dL/dy in the shape of the pooled maps
         * @return dL/dx in the shape of x
         */
        double[][][] of(double[][][] x, int size, int stride, double[][][] gradient) throws Exception;
    }

    /** Every map minus the weighted mean over all maps and the window, of which only the part inside the maps counts. */
    @FunctionalInterface
    public interface Subtract {
        /**
         * @param x maps [c][h][w]
         * @param g the weights along one side of the window: an odd number, symmetric; pixel (a, b) of the window round (i, j) has the weight
         *     of row a times that of column b
         * @return maps in the shape of x
         */
        double[][][] of(double[][][] x, double[] g) throws Exception;
    }

    /** dL/dx of {@link Subtract}, which does not depend on x. */
    @FunctionalInterface
    public interface SubtractBackward {
        /**
         * @param gradient dL/dy, maps [c][h][w]
         * @param g the weights along one side of the window, as the forward pass had them
         * @return dL/dx in the shape of the gradient
         */
        double[][][] of(double[][][] gradient, double[] g) throws Exception;
    }
}
