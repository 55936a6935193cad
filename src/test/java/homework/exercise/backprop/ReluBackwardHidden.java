package homework.exercise.backprop;

import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

@Hidden
class ReluBackwardHidden extends ActivationsBackwardHidden {

    ReluBackwardHidden() {
        super(x -> Transforms.relu(x));
    }

    @Check(order = 3, guards = "atZero", says = "two zeros, one of them negative")
    void atZero(Activations.Backward backward) {
        INDArray x = Nd4j.createFromArray(0.0, -0.0);
        INDArray gradient = Nd4j.createFromArray(1.5, -1.5);
        Expect.given("x", x).and("gradient", gradient).that(() -> backward.of(x, gradient)).near(new double[] {0, 0});
    }
}
