package homework.model;

import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossNegativeLogLikelihood;

/** A loss together with the activation of the output layer that it is meant for. */
public enum Loss {
    /**
     * −log p<sub>y</sub> of softmax outputs p, in nats: cross-entropy with one right class. DL4J reports at most −log 1e-10 ≈ 23 for one
     * example; the gradient is not limited.
     */
    NEGATIVE_LOG_LIKELIHOOD("negative log-likelihood", Activation.SOFTMAX) {
        @Override
        ILossFunction function() {
            return new LossNegativeLogLikelihood();
        }
    },
    /** {@link MultiMarginLoss} of outputs without activation. */
    MULTI_MARGIN("multi-margin loss", Activation.IDENTITY) {
        @Override
        ILossFunction function() {
            return new MultiMarginLoss();
        }
    },
    /** {@link SignedSquaredLoss} of tanh outputs. */
    SIGNED_SQUARED("squared error on ±1", Activation.TANH) {
        @Override
        ILossFunction function() {
            return new SignedSquaredLoss();
        }
    };

    private final String text;
    private final Activation activation;

    Loss(String text, Activation activation) {
        this.text = text;
        this.activation = activation;
    }

    Activation activation() {
        return activation;
    }

    abstract ILossFunction function();

    /** The name of one of these losses, or what DL4J calls another. */
    static String name(ILossFunction function) {
        for (Loss loss : values()) {
            if (loss.function().getClass() == function.getClass()) {
                return loss.text;
            }
        }
        return function.name();
    }

    @Override
    public String toString() {
        return text;
    }
}
