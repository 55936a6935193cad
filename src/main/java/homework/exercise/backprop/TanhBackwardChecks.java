package homework.exercise.backprop;

import homework.exercise.Expect;
import homework.exercise.Visible;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** dL/dx = (1 − tanh(x)²) dL/dy. */
@Visible
public class TanhBackwardChecks extends ActivationsBackwardChecks {

    public TanhBackwardChecks() {
        super(x -> Transforms.tanh(x));
    }

    @Override
    Expect withMistakes(Expect expect, INDArray x, INDArray gradient) {
        INDArray y = Transforms.tanh(x);
        return expect
                .mistake("square missing", "this is 1 − y times the gradient; y is to be squared", y.rsub(1).mul(gradient))
                .mistake("sign of the square", "this is 1 + y² times the gradient; the square is subtracted", y.mul(y).add(1).mul(gradient))
                .mistake("sigmoid's rule", "y(1 − y) is the rule of the sigmoid; tanh has another one", y.mul(y.rsub(1)).mul(gradient));
    }
}
