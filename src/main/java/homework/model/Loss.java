package homework.model;

import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossNegativeLogLikelihood;

/** A loss together with the activation of the output layer that it is meant for. */
public enum Loss {
    /** −log p<sub>y</sub> of softmax outputs p, in nats: cross-entropy with one right class. */
    NEGATIVE_LOG_LIKELIHOOD(Activation.SOFTMAX) {
        @Override
        ILossFunction function() {
            return new LossNegativeLogLikelihood();
        }
    },
    /** {@link MultiMarginLoss} of outputs without activation. */
    MULTI_MARGIN(Activation.IDENTITY) {
        @Override
        ILossFunction function() {
            return new MultiMarginLoss();
        }
    },
    /** {@link SignedSquaredLoss} of tanh outputs. */
    SIGNED_SQUARED(Activation.TANH) {
        @Override
        ILossFunction function() {
            return new SignedSquaredLoss();
        }
    };

    private final Activation activation;

    Loss(Activation activation) {
        this.activation = activation;
    }

    Activation activation() {
        return activation;
    }

    abstract ILossFunction function();
}
