package homework.engine;

import homework.model.MultiMarginLoss;
import homework.model.SignedSquaredLoss;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** The loss of one image, with the activation of the output layer; for its scores z and its class. */
enum Objective {
    /** −log softmax(z)_y: DL4J's cross-entropy and its subclass, negative log-likelihood. */
    CROSS_ENTROPY {
        @Override
        void activate(float[] z, int from, int classes) {
            double sum = 0;
            double max = largest(z, from, classes);
            for (int i = from; i < from + classes; i++) {
                double power = Math.exp(z[i] - max);
                z[i] = (float) power;
                sum += power;
            }
            for (int i = from; i < from + classes; i++) {
                z[i] /= (float) sum;
            }
        }

        @Override
        double loss(float[] z, int from, int classes, int label) {
            double sum = 0;
            double max = largest(z, from, classes);
            for (int i = from; i < from + classes; i++) {
                sum += Math.exp(z[i] - max);
            }
            return Math.log(sum) + max - z[from + label];
        }

        @Override
        void slope(float[] z, int from, int classes, int label) {
            activate(z, from, classes);
            z[from + label] -= 1;
        }
    },
    /** (1/classes) Σ_{i≠y} max(0, 1 − z_y + z_i). */
    MULTI_MARGIN {
        @Override
        void activate(float[] z, int from, int classes) {
        }

        @Override
        double loss(float[] z, int from, int classes, int label) {
            double sum = 0;
            for (int i = 0; i < classes; i++) {
                sum += i == label ? 0 : Math.max(0, 1 - z[from + label] + z[from + i]);
            }
            return sum / classes;
        }

        @Override
        void slope(float[] z, int from, int classes, int label) {
            float right = z[from + label];
            int violations = 0;
            for (int i = 0; i < classes; i++) {
                boolean violates = i != label && 1 - right + z[from + i] > 0;
                z[from + i] = violates ? 1f / classes : 0;
                violations += violates ? 1 : 0;
            }
            z[from + label] = -(float) violations / classes;
        }
    },
    /** Σ (tanh(z_i) − t_i)² with t = 1 for the class and −1 for the others. */
    SIGNED_SQUARED {
        @Override
        void activate(float[] z, int from, int classes) {
            for (int i = from; i < from + classes; i++) {
                z[i] = (float) Math.tanh(z[i]);
            }
        }

        @Override
        double loss(float[] z, int from, int classes, int label) {
            double sum = 0;
            for (int i = 0; i < classes; i++) {
                double error = Math.tanh(z[from + i]) - (i == label ? 1 : -1);
                sum += error * error;
            }
            return sum;
        }

        @Override
        void slope(float[] z, int from, int classes, int label) {
            activate(z, from, classes);
            for (int i = 0; i < classes; i++) {
                float y = z[from + i];
                z[from + i] = 2 * (y - (i == label ? 1 : -1)) * (1 - y * y);
            }
        }
    };

    /** Scores to outputs, in place. */
    abstract void activate(float[] z, int from, int classes);

    abstract double loss(float[] z, int from, int classes, int label);

    /** Scores to the derivative of the loss by the scores, in place. */
    abstract void slope(float[] z, int from, int classes, int label);

    /** @throws UnsupportedNetwork if it is another loss, or this loss with another activation */
    static Objective of(LastLayer layer) {
        ILossFunction loss = layer.loss();
        IActivation activation = layer.activation();
        if (loss instanceof LossMCXENT entropy && entropy.getWeights() == null && activation instanceof ActivationSoftmax) {
            return CROSS_ENTROPY;
        }
        if (loss instanceof MultiMarginLoss && activation instanceof ActivationIdentity) {
            return MULTI_MARGIN;
        }
        if (loss instanceof SignedSquaredLoss && activation instanceof ActivationTanH) {
            return SIGNED_SQUARED;
        }
        throw new UnsupportedNetwork("loss " + loss + " with activation " + activation + " of layer " + layer.name());
    }

    /** Place of the largest of the scores, counted from the first. */
    static int best(float[] z, int from, int classes) {
        int best = 0;
        for (int i = 1; i < classes; i++) {
            best = z[from + i] > z[from + best] ? i : best;
        }
        return best;
    }

    private static double largest(float[] z, int from, int classes) {
        return z[from + best(z, from, classes)];
    }
}
