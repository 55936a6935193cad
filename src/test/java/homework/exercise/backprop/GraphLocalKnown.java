package homework.exercise.backprop;

import static homework.exercise.backprop.Operation.MAX;
import static homework.exercise.backprop.Operation.MIN;
import static homework.exercise.backprop.Operation.SIGMOID;
import static homework.exercise.backprop.Operation.SUM;
import static homework.exercise.backprop.Operation.TIMES;

import homework.exercise.Known;
import java.util.Arrays;

/** Answers to local, right and wrong. */
final class GraphLocalKnown {
    private static final String ALONE = "leavesItsArgumentAlone";

    static final Known<ComputationGraph.Local> LOCAL = Known.of(ComputationGraph.LOCAL, GraphLocalHidden.class, GraphKnown::local)
            .wrong("σ in place of σ'", but(SIGMOID, in -> new double[] {GraphKnown.sigmoid(in[0])}), "not the derivative", "sigmoid", ALONE)
            .wrong("x(1 − x)", but(SIGMOID, in -> new double[] {in[0] * (1 - in[0])}), "at input", "sigmoid", ALONE)
            .wrong("σ' at the output", but(SIGMOID, in -> new double[] {GraphKnown.slope(GraphKnown.sigmoid(in[0]))}), "at output", "sigmoid", ALONE)
            .wrong("sign of σ'", but(SIGMOID, in -> new double[] {-GraphKnown.slope(in[0])}), "sign", "sigmoid", ALONE)
            .wrong("max and min swapped", (operation, in) -> GraphKnown.local(operation == MAX ? MIN : operation == MIN ? MAX : operation, in),
                    "swapped", "max", "min", ALONE)
            .wrong("the larger value itself", but(MAX, in -> new double[] {in[0] > in[1] ? in[0] : 0, in[0] > in[1] ? 0 : in[1]}),
                    "not the derivative", "max", "ties", ALONE)
            .wrong("the smaller value itself", but(MIN, in -> new double[] {in[0] < in[1] ? in[0] : 0, in[0] < in[1] ? 0 : in[1]}),
                    "not the derivative", "min", "ties", ALONE)
            .wrong("max hands on to both", but(MAX, in -> new double[] {1, 1}), "both", "max", "ties", ALONE)
            .wrong("min hands on to both", but(MIN, in -> new double[] {1, 1}), "both", "min", "ties", ALONE)
            .wrong("max always to the second", but(MAX, in -> new double[] {0, 1}), "second", "max", "ties", ALONE)
            .wrong("min with a minus", but(MIN, in -> GraphKnown.times(-1, GraphKnown.local(MIN, in))), "sign", "min", "ties", ALONE)
            .wrong("as SameDiff: ≥ and ≤", (operation, in) -> tie(operation, in, 1, 1), "both", "ties")
            .wrong("the first of two equals", (operation, in) -> tie(operation, in, 1, 0), "first", "ties")
            .wrong("the second of two equals", (operation, in) -> tie(operation, in, 0, 1), "second", "ties")
            .wrong("> and <", (operation, in) -> tie(operation, in, 0, 0), "none", "ties")
            .wrong("sum as product", but(SUM, in -> GraphKnown.local(TIMES, in)), "product rule", "sumAndTimes")
            .wrong("d(ab)/da = a", but(TIMES, in -> in.clone()), "own input", "sumAndTimes", ALONE)
            .wrong("product as sum", but(TIMES, in -> new double[] {1, 1}), "sum rule", "sumAndTimes", ALONE)
            .wrong("inputs sorted in place", but(MAX, in -> {
                double[] shares = GraphKnown.local(MAX, in);
                Arrays.sort(in);
                return shares;
            }), "argument changed", ALONE)
            .wrong("two numbers for a sigmoid", but(SIGMOID, in -> new double[] {GraphKnown.slope(in[0]), 0}), "shape", "sigmoid", ALONE);

    private interface Rule {
        double[] of(double[] inputs);
    }

    private GraphLocalKnown() {
    }

    /** The right answer with another rule for one operation. */
    private static ComputationGraph.Local but(Operation changed, Rule rule) {
        return (operation, inputs) -> operation == changed ? rule.of(inputs) : GraphKnown.local(operation, inputs);
    }

    private static double[] tie(Operation operation, double[] inputs, double first, double second) {
        boolean tie = (operation == MAX || operation == MIN) && inputs[0] == inputs[1];
        return tie ? new double[] {first, second} : GraphKnown.local(operation, inputs);
    }
}
