package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import java.util.Arrays;
import java.util.stream.IntStream;

@Hidden
class GraphBackwardHidden {

    @Check(order = 1, guards = "chain", says = "a chain of three and a sum")
    void chain(ComputationGraph.Backward backward) {
        compare(backward, Graph.of().input("a").sigmoid("b", "a").sigmoid("c", "b").sigmoid("y", "c"), new double[][] {{}, {2}, {-3}, {0.5}}, 1);
        compare(backward, Graph.of().input("a").input("b").sum("y", "b", "a"), new double[][] {{}, {}, {1, 1}}, 1);
    }

    @Check(order = 2, guards = "upstream", says = "dE/dy = 3")
    void upstream(ComputationGraph.Backward backward) {
        compare(backward, Graph.of().input("a").input("b").times("y", "b", "a"), new double[][] {{}, {}, {4, -5}}, 3);
    }

    @Check(order = 3, guards = "accumulates", says = "two diamonds in a row")
    void accumulates(ComputationGraph.Backward backward) {
        Graph diamonds = Graph.of().input("a").input("b").max("c", "a", "b").min("d", "a", "b").times("e", "c", "d").sigmoid("f", "e")
                .sum("g", "f", "e").times("y", "g", "a");
        double[] x = {0.4, -1.3};
        compare(backward, diamonds, GraphKnown.locals(diamonds, GraphKnown.values(diamonds, x)), 1);
        compare(backward, GraphKnown.PAGE, GraphKnown.locals(GraphKnown.PAGE, GraphKnown.values(GraphKnown.PAGE, x)), -2);
    }

    @Check(order = 4, guards = "sameInputTwice", says = "x + x, then squared")
    void sameInputTwice(ComputationGraph.Backward backward) {
        compare(backward, Graph.of().input("x").sum("s", "x", "x").times("y", "s", "s"), new double[][] {{}, {1, 1}, {4, 4}}, 1);
    }

    @Check(order = 5, guards = "leavesItsArgumentsAlone", says = "a product's derivatives stay as they were")
    void leavesItsArgumentsAlone(ComputationGraph.Backward backward, Calls calls) {
        compare(backward, Graph.of().input("a").input("b").times("y", "a", "b"), new double[][] {{}, {}, {2, 3}}, 4);
        calls.leftArgumentsAlone();
    }

    private static void compare(ComputationGraph.Backward backward, Graph graph, double[][] local, double gradient) {
        Expect.given("graph", "\n" + graph).and("local", Arrays.deepToString(local)).and("gradient", gradient)
                .that(() -> backward.of(graph, local, gradient))
                .near(IntStream.range(0, graph.size()).mapToDouble(node -> gradient * overAllPaths(graph, local, node)).toArray());
    }

    /** The chain rule as it is written on paper: over every path from the node to the output, the product of its edges. */
    private static double overAllPaths(Graph graph, double[][] local, int node) {
        double sum = node == graph.size() - 1 ? 1 : 0;
        for (int reader = node + 1; reader < graph.size(); reader++) {
            for (int k = 0; k < graph.inputs(reader).length; k++) {
                sum += graph.inputs(reader)[k] == node ? local[reader][k] * overAllPaths(graph, local, reader) : 0;
            }
        }
        return sum;
    }
}
