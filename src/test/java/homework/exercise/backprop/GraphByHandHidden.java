package homework.exercise.backprop;

import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import homework.gradient.GradientCheck;

@Hidden
class GraphByHandHidden {

    @Check(order = 1, guards = "firstIsLarger", says = "x1 is the larger, three times")
    void firstIsLarger(ComputationGraph.ByHand byHand) {
        compare(byHand, 2, 1.5, 1);
        compare(byHand, 0.3, -4, 1);
        compare(byHand, -1, -1.2, 1);
    }

    @Check(order = 2, guards = "secondIsLarger", says = "x2 is the larger, twice")
    void secondIsLarger(ComputationGraph.ByHand byHand) {
        compare(byHand, -3, 0.1, 1);
        compare(byHand, 0.6, 2.5, 1);
    }

    @Check(order = 3, guards = "upstream", says = "dE/dy = 0.4 and −7")
    void upstream(ComputationGraph.ByHand byHand) {
        compare(byHand, 0.6, 2.5, 0.4);
        compare(byHand, 1.6, 0.5, -7);
    }

    @Check(order = 4, guards = "tie", says = "ties at −1.5 and 0, dE/dy = 2")
    void tie(ComputationGraph.ByHand byHand) {
        for (double x : new double[] {-1.5, 0}) {
            Expect.given("x1", x).and("x2", x).and("gradient", 2).that(() -> byHand.of(x, x, 2)).near(GraphKnown.byHand(x, x, 2));
        }
    }

    private static void compare(ComputationGraph.ByHand byHand, double x1, double x2, double gradient) {
        Expect.given("x1", x1).and("x2", x2).and("gradient", gradient).right(() -> GradientCheck
                .of("y", x -> gradient * GraphKnown.values(GraphKnown.PAGE, x)[6])
                .at(new double[] {x1, x2}).gradient(x -> byHand.of(x[0], x[1], gradient)));
    }
}
