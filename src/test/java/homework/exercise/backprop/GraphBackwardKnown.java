package homework.exercise.backprop;

import homework.exercise.Known;

/** Answers to backward, right and wrong. */
final class GraphBackwardKnown {
    private static final String ALONE = "leavesItsArgumentsAlone";
    private static final String[] ALL = {"chain", "upstream", "accumulates", "sameInputTwice", ALONE};

    static final Known<ComputationGraph.Backward> BACKWARD = Known.of(ComputationGraph.BACKWARD, GraphBackwardHidden.class, GraphKnown::backward)
            .wrong("= in place of +=", (graph, local, g) -> visited(graph, local, g, (sum, edge, above) -> edge * above),
                    "not accumulated", "accumulates", "sameInputTwice")
            .wrong("from the first node to the last", GraphBackwardKnown::forwards, "order", "chain", "upstream", "accumulates", "sameInputTwice")
            .wrong("without the local derivative", (graph, local, g) -> visited(graph, local, g, (sum, edge, above) -> sum + above),
                    "local", "chain", "upstream", "accumulates", "sameInputTwice", ALONE)
            .wrong("the local derivative alone", (graph, local, g) -> visited(graph, local, g, (sum, edge, above) -> sum + edge),
                    "not multiplied on", ALL)
            .wrong("added along a path", (graph, local, g) -> visited(graph, local, g, (sum, edge, above) -> sum + edge + above), "added", ALL)
            .wrong("begins with 0", (graph, local, g) -> GraphKnown.backward(graph, local, 0), "start", ALL)
            .wrong("begins with 1", (graph, local, g) -> GraphKnown.backward(graph, local, 1), "upstream", "upstream", "accumulates", ALONE)
            .wrong("dE/dy put in at the end", (graph, local, g) -> {
                double[] gradients = GraphKnown.backward(graph, local, 1);
                gradients[graph.size() - 1] = g;
                return gradients;
            }, "upstream", "upstream", "accumulates", ALONE)
            .wrong("hands on at each visit", (graph, local, g) -> {
                double[] gradients = new double[graph.size()];
                gradients[graph.size() - 1] = g;
                handOn(graph, local, gradients, graph.size() - 1);
                return gradients;
            }, "too early", "accumulates", "sameInputTwice")
            .wrong("sign", (graph, local, g) -> GraphKnown.backward(graph, local, -g), "sign", ALL)
            .wrong("local derivatives scaled in place", (graph, local, g) -> {
                double[] gradients = GraphKnown.backward(graph, local, g);
                local[graph.size() - 1][0] *= g;
                return gradients;
            }, "argument changed", ALONE);

    private interface Rule {
        double of(double sum, double edge, double above);
    }

    private GraphBackwardKnown() {
    }

    /** In the right order, with another rule for what an input has after an edge. */
    private static double[] visited(Graph graph, double[][] local, double gradient, Rule rule) {
        double[] gradients = new double[graph.size()];
        gradients[graph.size() - 1] = gradient;
        for (int i = graph.size() - 1; i >= 0; i--) {
            int[] inputs = graph.inputs(i);
            for (int k = 0; k < inputs.length; k++) {
                gradients[inputs[k]] = rule.of(gradients[inputs[k]], local[i][k], gradients[i]);
            }
        }
        return gradients;
    }

    private static double[] forwards(Graph graph, double[][] local, double gradient) {
        double[] gradients = new double[graph.size()];
        gradients[graph.size() - 1] = gradient;
        for (int i = 0; i < graph.size(); i++) {
            int[] inputs = graph.inputs(i);
            for (int k = 0; k < inputs.length; k++) {
                gradients[inputs[k]] += local[i][k] * gradients[i];
            }
        }
        return gradients;
    }

    /** Depth first, with what has arrived so far. */
    private static void handOn(Graph graph, double[][] local, double[] gradients, int node) {
        int[] inputs = graph.inputs(node);
        for (int k = 0; k < inputs.length; k++) {
            gradients[inputs[k]] += local[node][k] * gradients[node];
            handOn(graph, local, gradients, inputs[k]);
        }
    }
}
