package homework.exercise.backprop;

import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import homework.gradient.GradientCheck;

@Hidden
class GraphByHandHidden {
    /** Nearer to each other than this, finite differences may reach over the tie. */
    private static final double GAP = 0.2;

    @Check(order = 1, guards = "firstIsLarger", says = "x1 is the larger, three times")
    void firstIsLarger(ComputationGraph.ByHand byHand, Draw draw) {
        for (int time = 0; time < 3; time++) {
            double smaller = draw.number(-3, 2);
            compare(byHand, smaller + draw.number(GAP, 2), smaller, 1);
        }
    }

    @Check(order = 2, guards = "secondIsLarger", says = "x2 is the larger, twice")
    void secondIsLarger(ComputationGraph.ByHand byHand, Draw draw) {
        for (int time = 0; time < 2; time++) {
            double smaller = draw.number(-3, 2);
            compare(byHand, smaller, smaller + draw.number(GAP, 2), 1);
        }
    }

    @Check(order = 3, guards = "upstream", says = "two other dE/dy")
    void upstream(ComputationGraph.ByHand byHand, Draw draw) {
        double smaller = draw.number(-3, 2);
        double larger = smaller + draw.number(GAP, 2);
        compare(byHand, smaller, larger, draw.signed(0.2, 0.8));
        compare(byHand, larger, smaller, draw.signed(1.5, 7));
    }

    @Check(order = 4, guards = "tie", says = "other ties, one of them at 0, and another dE/dy")
    void tie(ComputationGraph.ByHand byHand, Draw draw) {
        for (double x : new double[] {draw.signed(0.1, 3), 0}) {
            double gradient = draw.signed(1.5, 4);
            Expect.given("x1", x).and("x2", x).and("gradient", gradient).that(() -> byHand.of(x, x, gradient)).near(GraphKnown.byHand(x, x, gradient));
        }
    }

    private static void compare(ComputationGraph.ByHand byHand, double x1, double x2, double gradient) {
        Expect.given("x1", x1).and("x2", x2).and("gradient", gradient).right(() -> GradientCheck
                .of("y", x -> gradient * GraphKnown.values(GraphKnown.PAGE, x)[6])
                .at(new double[] {x1, x2}).gradient(x -> byHand.of(x[0], x[1], gradient)));
    }
}
