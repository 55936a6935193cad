package homework.exercise.backprop;

import homework.exercise.Known;
import java.util.Arrays;

/** Answers to values, right and wrong. */
final class GraphValuesKnown {
    private static final String[] ALL = {"pageGraph", "lateInput", "leavesItsArgumentAlone"};

    static final Known<ComputationGraph.Forward> VALUES = Known.of(ComputationGraph.VALUES, GraphValuesHidden.class, GraphKnown::values)
            .wrong("nothing is computed", (graph, x) -> Arrays.copyOf(x, graph.size()), "inputs only", ALL)
            .wrong("from the last node to the first", GraphValuesKnown::backwards, "order", ALL)
            .wrong("each input gets x[0]", (graph, x) -> GraphKnown.values(graph, filled(x)), "same input", ALL)
            .wrong("x[i] at node i", GraphValuesKnown::byNumber, "exception", "lateInput")
            .wrong("an input behind others is forgotten", GraphValuesKnown::firstInputs, "no input", "lateInput")
            .wrong("the output alone", (graph, x) -> new double[] {GraphKnown.values(graph, x)[graph.size() - 1]}, "shape", ALL)
            .wrong("x is used up", (graph, x) -> {
                double[] values = GraphKnown.values(graph, x);
                Arrays.fill(x, 0);
                return values;
            }, "argument changed", "leavesItsArgumentAlone");

    private GraphValuesKnown() {
    }

    private static double[] filled(double[] x) {
        double[] same = x.clone();
        Arrays.fill(same, x[0]);
        return same;
    }

    private static double[] backwards(Graph graph, double[] x) {
        double[] values = new double[graph.size()];
        int next = x.length;
        for (int i = values.length - 1; i >= 0; i--) {
            values[i] = graph.operation(i) == Operation.INPUT ? x[--next] : graph.operation(i).of(graph.inputs(i, values));
        }
        return values;
    }

    private static double[] byNumber(Graph graph, double[] x) {
        double[] values = new double[graph.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = graph.operation(i) == Operation.INPUT ? x[i] : graph.operation(i).of(graph.inputs(i, values));
        }
        return values;
    }

    private static double[] firstInputs(Graph graph, double[] x) {
        double[] values = Arrays.copyOf(x, graph.size());
        for (int i = 0; i < values.length; i++) {
            if (graph.operation(i) != Operation.INPUT) {
                values[i] = graph.operation(i).of(graph.inputs(i, values));
            }
        }
        return values;
    }
}
