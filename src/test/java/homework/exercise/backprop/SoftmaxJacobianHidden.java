package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import homework.gradient.GradientCheck;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

@Hidden
class SoftmaxJacobianHidden {

    @Check(order = 1, guards = "values", says = "other classes at β = 1 against finite differences")
    void values(Softmax.Jacobian jacobian, Draw draw) {
        compare(jacobian, SoftmaxForwardHidden.scores(draw, 1.5), 1);
    }

    @Check(order = 2, guards = "beta", says = "other classes at another β")
    void beta(Softmax.Jacobian jacobian, Draw draw) {
        compare(jacobian, SoftmaxForwardHidden.scores(draw, 1.5), draw.factor());
    }

    @Check(order = 3, guards = "rowsSumToZero", says = "other rows")
    void rowsSumToZero(Softmax.Jacobian jacobian, Draw draw) {
        INDArray shares = draw.array(0.05, 0.3, draw.whole(4, 7));
        SoftmaxJacobianChecks.sumToZero(jacobian, shares.div(shares.sumNumber()), draw.factor());
    }

    @Check(order = 4, guards = "leavesItsArgumentAlone", says = "two other classes")
    void leavesItsArgumentAlone(Softmax.Jacobian jacobian, Draw draw, Calls calls) {
        double first = draw.number(0.05, 0.45);
        double beta = draw.factor();
        double both = beta * first * (1 - first);
        INDArray p = Nd4j.createFromArray(first, 1 - first);
        Expect.given("p", p).and("beta", beta).that(() -> jacobian.of(p, beta)).near(new double[][] {{-both, both}, {both, -both}});
        calls.leftArgumentsAlone();
    }

    private static void compare(Softmax.Jacobian jacobian, INDArray x, double beta) {
        Expect.given("p", softmax(x, beta)).and("beta", beta).right(() -> GradientCheck.ofArrays("softmax", v -> softmax(v, beta)).at(x)
                .gradient(v -> jacobian.of(softmax(v, beta), beta)));
    }

    private static INDArray softmax(INDArray scores, double beta) {
        return Transforms.softmax(scores.mul(-beta));
    }
}
