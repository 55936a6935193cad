package homework.exercise.backprop;

import homework.exercise.Answers;
import homework.exercise.Exercise;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The exercises of the notebook 1-backprop/softmax: p_i = e^−βx_i / Σ_k e^−βx_k, with n scores x and the inverse temperature β. */
public final class Softmax {

    public static final Exercise<OfScores> FORWARD = new Exercise<>("softmax", OfScores.class, SoftmaxForwardChecks.class);
    public static final Exercise<Jacobian> JACOBIAN = new Exercise<>("softmaxJacobian", Jacobian.class, SoftmaxJacobianChecks.class);
    public static final Exercise<Backward> BACKWARD = new Exercise<>("softmaxBackward", Backward.class, SoftmaxBackwardChecks.class);
    public static final Exercise<OfScores> LOG = new Exercise<>("logSoftmax", OfScores.class, SoftmaxLogChecks.class);
    public static final Exercise<LossGradient> NLL_GRADIENT = new Exercise<>("nllGradient", LossGradient.class, SoftmaxNllGradientChecks.class);
    public static final Exercise<Answers> QUESTIONS = new Exercise<>("answers", Answers.class, SoftmaxQuestionsChecks.class);

    private Softmax() {
    }

    /** A number for each class from the scores: p, or log p. */
    @FunctionalInterface
    public interface OfScores {
        /**
         * @param x scores, shape [n], double
         * @param beta the inverse temperature, above 0
         * @return shape [n]
         */
        INDArray of(INDArray x, double beta) throws Exception;
    }

    /** ∂p_i/∂x_j in row i, column j. */
    @FunctionalInterface
    public interface Jacobian {
        /**
         * @param p the probabilities that the forward pass has found, shape [n], double
         * @param beta the inverse temperature, above 0
         * @return shape [n, n]
         */
        INDArray of(INDArray p, double beta) throws Exception;
    }

    /** dL/dx from dL/dp, without the Jacobian. */
    @FunctionalInterface
    public interface Backward {
        /**
         * @param x scores, shape [n], double
         * @param beta the inverse temperature, above 0
         * @param gradient dL/dp, shape [n]
         * @return dL/dx, shape [n]
         */
        INDArray of(INDArray x, double beta, INDArray gradient) throws Exception;
    }

    /** dL/dx of the negative log-likelihood L = −log p_label. */
    @FunctionalInterface
    public interface LossGradient {
        /**
         * @param x scores, shape [n], double
         * @param beta the inverse temperature, above 0
         * @param label the true class, 0 to n − 1
         * @return shape [n]
         */
        INDArray of(INDArray x, double beta, int label) throws Exception;
    }
}
