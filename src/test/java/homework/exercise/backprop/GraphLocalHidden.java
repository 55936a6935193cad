package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import homework.gradient.GradientCheck;

@Hidden
class GraphLocalHidden {

    @Check(order = 1, guards = "sigmoid", says = "three slopes")
    void sigmoid(ComputationGraph.Local local) {
        compare(local, Operation.SIGMOID, new double[] {-1.5}, new double[] {0.2}, new double[] {3});
    }

    @Check(order = 2, guards = "max", says = "four pairs")
    void max(ComputationGraph.Local local) {
        compare(local, Operation.MAX, new double[] {-1, -2}, new double[] {-2, -1}, new double[] {5, 0}, new double[] {0, 5});
    }

    @Check(order = 3, guards = "min", says = "four pairs")
    void min(ComputationGraph.Local local) {
        compare(local, Operation.MIN, new double[] {-1, -2}, new double[] {-2, -1}, new double[] {5, 0}, new double[] {0, 5});
    }

    @Check(order = 4, guards = "ties", says = "ties at −3 and 0")
    void ties(ComputationGraph.Local local) {
        for (double x : new double[] {-3, 0}) {
            expect(local, Operation.MAX, x, x).near(new double[] {0.5, 0.5});
            expect(local, Operation.MIN, x, x).near(new double[] {0.5, 0.5});
        }
    }

    @Check(order = 5, guards = "sumAndTimes", says = "two pairs each")
    void sumAndTimes(ComputationGraph.Local local) {
        compare(local, Operation.SUM, new double[] {-1, 7}, new double[] {4, 4});
        compare(local, Operation.TIMES, new double[] {-1, 7}, new double[] {4, 0});
    }

    @Check(order = 6, guards = "leavesItsArgumentAlone", says = "min and sum leave them, too")
    void leavesItsArgumentAlone(ComputationGraph.Local local, Calls calls) {
        expect(local, Operation.MIN, 0.9, 0.2).near(new double[] {0, 1});
        expect(local, Operation.SUM, 1, 1).near(new double[] {1, 1});
        calls.leftArgumentsAlone();
    }

    /** Away from ties finite differences know the answer. */
    private static void compare(ComputationGraph.Local local, Operation operation, double[]... points) {
        for (double[] point : points) {
            Expect.given("operation", operation).and("inputs", point).right(() -> GradientCheck
                    .of(operation.toString(), operation::of).at(point).gradient(x -> local.of(operation, x)));
        }
    }

    private static Expect expect(ComputationGraph.Local local, Operation operation, double... inputs) {
        return Expect.given("operation", operation).and("inputs", inputs).that(() -> local.of(operation, inputs));
    }
}
