package homework.model;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Squared error against targets ±1 (loss "mse" of {@code nyu-2015}): Σ<sub>i</sub> (x<sub>i</sub> − t<sub>i</sub>)², summed over the
 * outputs, with t = +1 for the class of the one-hot label and −1 for the others. It is for an output layer with tanh, whose values lie
 * between the two.
 */
public final class SignedSquaredLoss extends OutputLoss {
    private static final long serialVersionUID = 1;

    @Override
    INDArray losses(INDArray labels, INDArray outputs) {
        INDArray errors = errors(labels, outputs);
        return errors.muli(errors).sum(true, 1);
    }

    @Override
    INDArray slopes(INDArray labels, INDArray outputs) {
        return errors(labels, outputs).muli(2);
    }

    private static INDArray errors(INDArray labels, INDArray outputs) {
        return outputs.sub(labels.mul(2).subi(1));
    }
}
