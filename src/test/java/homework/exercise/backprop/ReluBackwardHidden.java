package homework.exercise.backprop;

import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

@Hidden
class ReluBackwardHidden extends ActivationsBackwardHidden {

    ReluBackwardHidden() {
        super(x -> Transforms.relu(x));
    }

    @Check(order = 3, guards = "atZero", says = "zeros, some of them negative")
    void atZero(Activations.Backward backward, Draw draw) {
        int n = draw.whole(2, 5);
        INDArray x = zeros(n);
        INDArray gradient = draw.signedArray(1.2, 4, n);
        Expect.given("x", x).and("gradient", gradient).that(() -> backward.of(x, gradient)).near(new double[n]);
    }

    /** 0, −0, 0, −0, … */
    static INDArray zeros(int n) {
        return Nd4j.createFromArray(IntStream.range(0, n).mapToDouble(i -> i % 2 == 0 ? 0.0 : -0.0).toArray());
    }
}
