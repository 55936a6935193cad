package homework.exercise.backprop;

import homework.exercise.Expect;
import homework.exercise.Visible;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** dL/dx = σ(x)(1 − σ(x)) dL/dy. */
@Visible
public class SigmoidBackwardChecks extends ActivationsBackwardChecks {

    public SigmoidBackwardChecks() {
        super(x -> Transforms.sigmoid(x));
    }

    @Override
    Expect withMistakes(Expect expect, INDArray x, INDArray gradient) {
        INDArray y = Transforms.sigmoid(x);
        INDArray minus = Transforms.exp(x.neg()).rsub(1).rdiv(1);
        return expect
                .mistake("value for derivative", "this is σ(x), not its derivative, times the gradient", y.mul(gradient))
                .mistake("one minus alone", "this is 1 − σ(x) times the gradient; the other factor, σ(x), is missing", y.rsub(1).mul(gradient))
                .mistake("inner sign", "a sign is wrong inside: this is σ(1 + σ), the derivative is σ(1 − σ)", y.mul(y.add(1)).mul(gradient))
                .mistake("denominator", "the sign in the denominators is wrong: 1 − e^−x in place of 1 + e^−x",
                        minus.mul(minus.rsub(1)).mul(gradient));
    }
}
