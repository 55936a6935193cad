package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import homework.gradient.GradientCheck;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

@Hidden
class SoftmaxJacobianHidden {
    private final INDArray x = Nd4j.createFromArray(-0.7, 0.6, 0.4, 1.3, 0.1);

    @Check(order = 1, guards = "values", says = "five classes against finite differences")
    void values(Softmax.Jacobian jacobian) {
        compare(jacobian, 1);
    }

    @Check(order = 2, guards = "beta", says = "five classes at β = 0.7")
    void beta(Softmax.Jacobian jacobian) {
        compare(jacobian, 0.7);
    }

    @Check(order = 3, guards = "rowsSumToZero", says = "six rows")
    void rowsSumToZero(Softmax.Jacobian jacobian) {
        SoftmaxJacobianChecks.sumToZero(jacobian, Nd4j.createFromArray(0.3, 0.05, 0.05, 0.2, 0.25, 0.15), 0.4);
    }

    @Check(order = 4, guards = "leavesItsArgumentAlone", says = "two other classes")
    void leavesItsArgumentAlone(Softmax.Jacobian jacobian, Calls calls) {
        INDArray p = Nd4j.createFromArray(0.1, 0.9);
        Expect.given("p", p).and("beta", 2.0).that(() -> jacobian.of(p, 2)).near(new double[][] {{-0.18, 0.18}, {0.18, -0.18}});
        calls.leftArgumentsAlone();
    }

    private void compare(Softmax.Jacobian jacobian, double beta) {
        Expect.given("p", softmax(x, beta)).and("beta", beta).right(() -> GradientCheck.ofArrays("softmax", v -> softmax(v, beta)).at(x)
                .gradient(v -> jacobian.of(softmax(v, beta), beta)));
    }

    private static INDArray softmax(INDArray scores, double beta) {
        return Transforms.softmax(scores.mul(-beta));
    }
}
