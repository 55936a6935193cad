package homework.exercise.backprop;

import homework.exercise.Exercise;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The exercises of the notebook 1-backprop/activations. */
public final class Activations {

    public static final Exercise<Forward> SIGMOID = new Exercise<>("sigmoid", Forward.class, SigmoidChecks.class);
    public static final Exercise<Backward> SIGMOID_BACKWARD = new Exercise<>("sigmoidBackward", Backward.class, SigmoidBackwardChecks.class);

    private Activations() {
    }

    /** y = f(x), each entry by itself. */
    @FunctionalInterface
    public interface Forward {
        /**
         * @param x any shape, double
         * @return y in the shape of x
         */
        INDArray of(INDArray x) throws Exception;
    }

    /** dL/dx from x and dL/dy, each entry by itself. */
    @FunctionalInterface
    public interface Backward {
        /**
         * @param x what the forward pass was given, any shape, double
         * @param gradient dL/dy in the shape of x
         * @return dL/dx in the shape of x
         */
        INDArray of(INDArray x, INDArray gradient) throws Exception;
    }
}
