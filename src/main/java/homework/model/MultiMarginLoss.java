package homework.model;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Torch's multi-class hinge loss (loss "margin" of {@code nyu-2015}): (1/classes) Σ<sub>i≠y</sub> max(0, 1 − x<sub>y</sub> + x<sub>i</sub>)
 * for outputs x and the class y, given as a one-hot label. It is for an output layer without activation.
 */
public final class MultiMarginLoss extends OutputLoss {
    private static final long serialVersionUID = 1;

    @Override
    INDArray losses(INDArray labels, INDArray outputs) {
        return violations(labels, outputs).sum(true, 1).divi(outputs.size(1));
    }

    @Override
    INDArray slopes(INDArray labels, INDArray outputs) {
        // 1 for each class i that violates the margin, minus their number at the right class.
        INDArray violated = violations(labels, outputs).gt(0).castTo(outputs.dataType());
        return violated.subi(labels.mulColumnVector(violated.sum(true, 1))).divi(outputs.size(1));
    }

    /** max(0, 1 − x_y + x_i) for i ≠ y, and 0 for i = y. */
    private static INDArray violations(INDArray labels, INDArray outputs) {
        INDArray right = outputs.mul(labels).sum(true, 1);
        return Transforms.max(outputs.subColumnVector(right).addi(1), 0, false).muli(labels.rsub(1));
    }
}
