package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Visible;

/** The derivative of one operation with respect to each of its inputs. */
@Visible
public class GraphLocalChecks {

    @Check(order = 1, points = 1, says = "sigmoid at 0.7 and −2")
    public void sigmoid(ComputationGraph.Local local) {
        expect(local, Operation.SIGMOID, 0.7)
                .mistake("not the derivative", "this is σ(0.7) itself; its derivative is σ(1 − σ)", new double[] {0.6681877721681662})
                .mistake("at input", "σ(1 − σ) was given x in the place of σ(x); compute s = σ(inputs[0]) first", new double[] {0.21})
                .mistake("at output", "inputs[0] is x, and the derivative is wanted there; here σ was applied once too often",
                        new double[] {0.22404767527442665})
                .near(new double[] {0.22171287329310904});
        expect(local, Operation.SIGMOID, -2).near(new double[] {0.1049935854035065});
    }

    @Check(order = 2, points = 1, says = "max hands all to the larger input")
    public void max(ComputationGraph.Local local) {
        expect(local, Operation.MAX, 0.3, 0.8)
                .mistake("swapped", "this is the derivative of min; max does not move when the smaller input does", new double[] {1, 0})
                .mistake("not the derivative", "the derivative is wanted, not the value: how much max moves when the larger input moves by 1",
                        new double[] {0, 0.8})
                .mistake("both", "the smaller input does not move max at all; its derivative is 0", new double[] {1, 1})
                .near(new double[] {0, 1});
        expect(local, Operation.MAX, 0.8, 0.3)
                .mistake("second", "the second input got all although the first is the larger", new double[] {0, 1})
                .near(new double[] {1, 0});
    }

    @Check(order = 3, points = 1, says = "min hands all to the smaller input")
    public void min(ComputationGraph.Local local) {
        expect(local, Operation.MIN, 0.3, 0.8)
                .mistake("swapped", "this is the derivative of max; min does not move when the larger input does", new double[] {0, 1})
                .mistake("not the derivative", "the derivative is wanted, not the value: how much min moves when the smaller input moves by 1",
                        new double[] {0.3, 0})
                .mistake("both", "the larger input does not move min at all; its derivative is 0", new double[] {1, 1})
                .mistake("sign", "the sign: min grows when its smaller input grows", new double[] {-1, 0})
                .near(new double[] {1, 0});
        expect(local, Operation.MIN, 0.8, 0.3).near(new double[] {0, 1});
    }

    @Check(order = 4, points = 1, says = "at a tie max and min hand on a half to each")
    public void ties(ComputationGraph.Local local) {
        for (Operation operation : new Operation[] {Operation.MAX, Operation.MIN}) {
            expect(local, operation, 0.5, 0.5)
                    .mistake("both", "both inputs got the whole gradient, so the node has handed it on twice; the shares must add up to 1",
                            new double[] {1, 1})
                    .mistake("none", "nobody got anything: with < and > alone a tie falls through; the shares must add up to 1", new double[] {0, 0})
                    .mistake("first", "the first input got all. For one node alone that would do, but if max and min both do it, "
                            + "y = m + n has the gradients (2, 0) in place of (1, 1); give each a half", new double[] {1, 0})
                    .mistake("second", "the second input got all. For one node alone that would do, but if max and min both do it, "
                            + "y = m + n has the gradients (0, 2) in place of (1, 1); give each a half", new double[] {0, 1})
                    .near(new double[] {0.5, 0.5});
        }
    }

    @Check(order = 5, points = 1, says = "sum and times")
    public void sumAndTimes(ComputationGraph.Local local) {
        expect(local, Operation.SUM, 3, -2)
                .mistake("product rule", "this is the derivative of the product; a sum moves by 1 when either input does", new double[] {-2, 3})
                .mistake("not the derivative", "the derivative is wanted: how much the sum moves when an input moves by 1", new double[] {3, -2})
                .near(new double[] {1, 1});
        expect(local, Operation.TIMES, 3, -2)
                .mistake("own input", "d(ab)/da is b, the other input, and not a itself", new double[] {3, -2})
                .mistake("sum rule", "this is the derivative of a sum; a product moves by the other input", new double[] {1, 1})
                .near(new double[] {-2, 3});
    }

    @Check(order = 6, points = 1, says = "the inputs stay as they were")
    public void leavesItsArgumentAlone(ComputationGraph.Local local, Calls calls) {
        expect(local, Operation.MAX, 0.9, 0.2).near(new double[] {1, 0});
        expect(local, Operation.TIMES, 4, 5).near(new double[] {5, 4});
        expect(local, Operation.SIGMOID, 0).near(new double[] {0.25});
        calls.leftArgumentsAlone();
    }

    private static Expect expect(ComputationGraph.Local local, Operation operation, double... inputs) {
        return Expect.given("operation", operation).and("inputs", inputs).that(() -> local.of(operation, inputs));
    }
}
