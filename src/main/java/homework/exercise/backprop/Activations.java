package homework.exercise.backprop;

import homework.exercise.Answers;
import homework.exercise.Exercise;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The exercises of the notebook 1-backprop/activations. */
public final class Activations {

    public static final Exercise<Forward> SIGMOID = new Exercise<>("sigmoid", Forward.class, SigmoidChecks.class);
    public static final Exercise<Backward> SIGMOID_BACKWARD = new Exercise<>("sigmoidBackward", Backward.class, SigmoidBackwardChecks.class);
    public static final Exercise<Forward> TANH = new Exercise<>("tanh", Forward.class, TanhChecks.class);
    public static final Exercise<Backward> TANH_BACKWARD = new Exercise<>("tanhBackward", Backward.class, TanhBackwardChecks.class);
    public static final Exercise<Forward> RELU = new Exercise<>("relu", Forward.class, ReluChecks.class);
    public static final Exercise<Backward> RELU_BACKWARD = new Exercise<>("reluBackward", Backward.class, ReluBackwardChecks.class);
    public static final Exercise<LeakyForward> LEAKY_RELU = new Exercise<>("leakyRelu", LeakyForward.class, LeakyReluChecks.class);
    public static final Exercise<LeakyBackward> LEAKY_RELU_BACKWARD = new Exercise<>("leakyReluBackward", LeakyBackward.class,
            LeakyReluBackwardChecks.class);
    public static final Exercise<Answers> QUESTIONS = new Exercise<>("answers", Answers.class, ActivationsQuestionsChecks.class);

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

    /** y = f(x) with a slope for negative inputs, each entry by itself. */
    @FunctionalInterface
    public interface LeakyForward {
        /**
         * @param x any shape, double
         * @param slope a, by which what is not positive is multiplied; may be larger than 1
         * @return y in the shape of x
         */
        INDArray of(INDArray x, double slope) throws Exception;
    }

    /** dL/dx from x, dL/dy and the slope for negative inputs, each entry by itself. */
    @FunctionalInterface
    public interface LeakyBackward {
        /**
         * @param x what the forward pass was given, any shape, double
         * @param gradient dL/dy in the shape of x
         * @param slope a, by which the forward pass multiplied what is not positive
         * @return dL/dx in the shape of x
         */
        INDArray of(INDArray x, INDArray gradient, double slope) throws Exception;
    }
}
