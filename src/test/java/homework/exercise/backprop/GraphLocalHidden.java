package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import homework.gradient.GradientCheck;

@Hidden
class GraphLocalHidden {
    /** Nearer to each other than this, finite differences may reach over the tie. */
    private static final double GAP = 0.2;

    @Check(order = 1, guards = "sigmoid", says = "three other slopes")
    void sigmoid(ComputationGraph.Local local, Draw draw) {
        for (double x : draw.signed(3, 0.1, 3)) {
            compare(local, Operation.SIGMOID, x);
        }
    }

    @Check(order = 2, guards = "max", says = "four other pairs")
    void max(ComputationGraph.Local local, Draw draw) {
        pairs(local, Operation.MAX, draw);
    }

    @Check(order = 3, guards = "min", says = "four other pairs")
    void min(ComputationGraph.Local local, Draw draw) {
        pairs(local, Operation.MIN, draw);
    }

    @Check(order = 4, guards = "ties", says = "other ties, one of them at 0")
    void ties(ComputationGraph.Local local, Draw draw) {
        for (double x : new double[] {draw.signed(0.1, 5), 0}) {
            expect(local, Operation.MAX, x, x).near(new double[] {0.5, 0.5});
            expect(local, Operation.MIN, x, x).near(new double[] {0.5, 0.5});
        }
    }

    @Check(order = 5, guards = "sumAndTimes", says = "two other pairs each")
    void sumAndTimes(ComputationGraph.Local local, Draw draw) {
        for (Operation operation : new Operation[] {Operation.SUM, Operation.TIMES}) {
            compare(local, operation, draw.apart(2, -5, 5, GAP));
            compare(local, operation, draw.signed(1, 5), 0);
        }
    }

    @Check(order = 6, guards = "leavesItsArgumentAlone", says = "min and sum leave them, too")
    void leavesItsArgumentAlone(ComputationGraph.Local local, Draw draw, Calls calls) {
        double smaller = draw.number(-3, 2);
        expect(local, Operation.MIN, smaller + draw.number(GAP, 2), smaller).near(new double[] {0, 1});
        // What a sum's derivatives are is asked elsewhere; here only whether its inputs survive, so that even a product's would do.
        expect(local, Operation.SUM, 1, 1).near(new double[] {1, 1});
        calls.leftArgumentsAlone();
    }

    /** The larger one is the first twice and the second twice. */
    private static void pairs(ComputationGraph.Local local, Operation operation, Draw draw) {
        for (int time = 0; time < 4; time++) {
            double smaller = draw.number(-3, 2);
            double larger = smaller + draw.number(GAP, 2);
            compare(local, operation, time % 2 == 0 ? smaller : larger, time % 2 == 0 ? larger : smaller);
        }
    }

    /** Away from ties finite differences know the answer. */
    private static void compare(ComputationGraph.Local local, Operation operation, double... point) {
        Expect.given("operation", operation).and("inputs", point).right(() -> GradientCheck
                .of(operation.toString(), operation::of).at(point).gradient(x -> local.of(operation, x)));
    }

    private static Expect expect(ComputationGraph.Local local, Operation operation, double... inputs) {
        return Expect.given("operation", operation).and("inputs", inputs).that(() -> local.of(operation, inputs));
    }
}
