package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Expect;
import homework.exercise.Hidden;
import java.util.Arrays;
import java.util.stream.IntStream;

@Hidden
class GraphBackwardHidden {

    @Check(order = 1, guards = "chain", says = "a longer chain and a sum")
    void chain(ComputationGraph.Backward backward, Draw draw) {
        Graph chain = Graph.of().input("a");
        int length = draw.whole(3, 5);
        for (int i = 1; i <= length; i++) {
            chain = chain.sigmoid("s" + i, chain.name(i - 1));
        }
        compare(backward, chain, DrawnGraph.locals(chain, draw), 1);
        Graph sum = Graph.of().input("a").input("b").sum("y", "b", "a");
        compare(backward, sum, DrawnGraph.locals(sum, draw), 1);
    }

    @Check(order = 2, guards = "upstream", says = "another dE/dy")
    void upstream(ComputationGraph.Backward backward, Draw draw) {
        Graph graph = Graph.of().input("a").input("b").sigmoid("s", "a").times("y", "b", "s");
        compare(backward, graph, DrawnGraph.locals(graph, draw), draw.signed(1.5, 5));
    }

    @Check(order = 3, guards = "accumulates", says = "two diamonds in a row, the graph of this page, and another one")
    void accumulates(ComputationGraph.Backward backward, Draw draw) {
        Graph diamonds = Graph.of().input("a").input("b").max("c", "a", "b").min("d", "a", "b").times("e", "c", "d").sigmoid("f", "e")
                .sum("g", "f", "e").times("y", "g", "a");
        double[] x = draw.apart(2, -2, 2, 0.1);
        compare(backward, diamonds, GraphKnown.locals(diamonds, GraphKnown.values(diamonds, x)), 1);
        compare(backward, GraphKnown.PAGE, GraphKnown.locals(GraphKnown.PAGE, GraphKnown.values(GraphKnown.PAGE, x)), draw.signed(1.5, 5));
        Graph another = DrawnGraph.grown(Graph.of().input("a").input("b"), draw, draw.whole(4, 7));
        compare(backward, another, DrawnGraph.locals(another, draw), draw.signed(1.5, 5));
    }

    @Check(order = 4, guards = "sameInputTwice", says = "x + x, then squared")
    void sameInputTwice(ComputationGraph.Backward backward, Draw draw) {
        double x = draw.signed(1.5, 5);
        compare(backward, Graph.of().input("x").sum("s", "x", "x").times("y", "s", "s"), new double[][] {{}, {1, 1}, {2 * x, 2 * x}}, 1);
    }

    @Check(order = 5, guards = "leavesItsArgumentsAlone", says = "a product's derivatives stay as they were")
    void leavesItsArgumentsAlone(ComputationGraph.Backward backward, Draw draw, Calls calls) {
        Graph product = Graph.of().input("a").input("b").times("y", "a", "b");
        compare(backward, product, DrawnGraph.locals(product, draw), draw.signed(1.5, 5));
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
