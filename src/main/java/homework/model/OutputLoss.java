package homework.model;

import java.util.Arrays;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * A loss of one-hot labels [n, classes] and outputs [n, classes]; what DL4J wants of every loss is here, the formula in the subclass.
 * As everywhere in DL4J the gradient is that of the sum over the examples; the network divides it by their number.
 */
abstract class OutputLoss implements ILossFunction {
    private static final long serialVersionUID = 1;

    /** The loss of each example, [n, 1]; may write to neither argument. */
    abstract INDArray losses(INDArray labels, INDArray outputs);

    /** ∂loss/∂output of each example, [n, classes]; may write to neither argument. */
    abstract INDArray slopes(INDArray labels, INDArray outputs);

    @Override
    public final INDArray computeScoreArray(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        check(labels, preOutput, mask);
        return losses(labels.castTo(preOutput.dataType()), activation.getActivation(preOutput.dup(), true));
    }

    @Override
    public final double computeScore(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        double sum = computeScoreArray(labels, preOutput, activation, mask).sumNumber().doubleValue();
        return average ? sum / preOutput.size(0) : sum;
    }

    @Override
    public final INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        check(labels, preOutput, mask);
        INDArray slopes = slopes(labels.castTo(preOutput.dataType()), activation.getActivation(preOutput.dup(), true));
        return activation.backprop(preOutput, slopes).getFirst();
    }

    @Override
    public final Pair<Double, INDArray> computeGradientAndScore(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask,
            boolean average) {
        return new Pair<>(computeScore(labels, preOutput, activation, mask, average), computeGradient(labels, preOutput, activation, mask));
    }

    private void check(INDArray labels, INDArray preOutput, INDArray mask) {
        if (!labels.equalShapes(preOutput)) {
            throw new IllegalArgumentException(name() + " needs one-hot labels of the outputs' shape " + Arrays.toString(preOutput.shape())
                    + ", but the labels are " + Arrays.toString(labels.shape()) + ".");
        }
        if (mask != null) {
            throw new IllegalArgumentException(name() + " has no masks: give every example, and leave the label mask out.");
        }
    }

    @Override
    public final String name() {
        return getClass().getSimpleName();
    }

    @Override
    public final boolean equals(Object other) {
        return other != null && getClass() == other.getClass();
    }

    @Override
    public final int hashCode() {
        return getClass().hashCode();
    }

    @Override
    public final String toString() {
        return name();
    }
}
