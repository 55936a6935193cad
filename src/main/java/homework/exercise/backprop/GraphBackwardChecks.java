package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Visible;
import java.util.Arrays;

/** Reverse mode: dE/d(input) += local derivative · dE/d(node), from the last node to the first. */
@Visible
public class GraphBackwardChecks {
    private final Graph chain = Graph.of().input("x").sigmoid("s", "x").sigmoid("y", "s");
    private final double[][] alongTheChain = {{}, {0.2}, {0.25}};

    @Check(order = 1, points = 1, says = "a chain: local derivatives multiply")
    public void chain(ComputationGraph.Backward backward) {
        expect(backward, chain, alongTheChain, 1)
                .mistake("start", "all zero: begin with dE/dy = gradient at the last node; 0 times anything stays 0", new double[] {0, 0, 0})
                .mistake("order", "x was served before s had anything to hand on; go from the last node to the first", new double[] {0, 0.25, 1})
                .mistake("local", "the local derivatives are missing: each step back multiplies by the one on that edge", new double[] {1, 1, 1})
                .mistake("not multiplied on", "dE/dx is the local derivative alone; it must be multiplied by dE/ds, which has arrived at s",
                        new double[] {0.2, 0.25, 1})
                .mistake("added", "along a path derivatives are multiplied, not added", new double[] {1.45, 1.25, 1})
                .near(new double[] {0.05, 0.25, 1});
    }

    @Check(order = 2, points = 1, says = "times the gradient that arrives")
    public void upstream(ComputationGraph.Backward backward) {
        expect(backward, chain, alongTheChain, -2)
                .mistake("upstream", "this would be right for dE/dy = 1; begin with gradient at the last node", new double[] {0.05, 0.25, 1})
                .mistake("upstream", "dE/dy is in its place, but what is handed on is that of dE/dy = 1", new double[] {0.05, 0.25, -2})
                .near(new double[] {-0.1, -0.5, -2});
    }

    @Check(order = 3, points = 2, says = "the graph of this page: s1 and s2 are read twice")
    public void accumulates(ComputationGraph.Backward backward) {
        Graph graph = Graph.of().input("x1").input("x2").sigmoid("s1", "x1").sigmoid("s2", "x2")
                .max("m", "s1", "s2").min("n", "s1", "s2").sum("y", "m", "n");
        double[][] local = {{}, {}, {0.2}, {0.25}, {1, 0}, {0, 1}, {1, 1}};
        expect(backward, graph, local, 1)
                .mistake("order", "only y, m and n have theirs: the nodes were visited from the first to the last",
                        new double[] {0, 0, 0, 0, 1, 1, 1})
                .mistake("not accumulated", "not accumulated over two paths: s2 is read by m and by n, and what came over n was overwritten "
                        + "by the 0 from m (+= in place of =)",
                        new double[] {0.2, 0, 1, 0, 1, 1, 1})
                .mistake("too early", "s1 handed its gradient on to x1 twice, once for each node that reads it; a node hands on once, after "
                        + "all its readers have",
                        new double[] {0.4, 0.25, 1, 1, 1, 1, 1})
                .near(new double[] {0.2, 0.25, 1, 1, 1, 1, 1});
    }

    @Check(order = 4, points = 1, says = "y = x · x reads one node twice")
    public void sameInputTwice(ComputationGraph.Backward backward) {
        Graph graph = Graph.of().input("x").times("y", "x", "x");
        expect(backward, graph, new double[][] {{}, {3, 3}}, 1)
                .mistake("not accumulated", "not accumulated: x is both inputs of y, and each brings 3 (+= in place of =)", new double[] {3, 1})
                .near(new double[] {6, 1});
    }

    @Check(order = 5, points = 1, says = "the local derivatives stay as they were")
    public void leavesItsArgumentsAlone(ComputationGraph.Backward backward, Calls calls) {
        Graph graph = Graph.of().input("a").input("b").sum("y", "a", "b");
        expect(backward, graph, new double[][] {{}, {}, {1, 1}}, 5).near(new double[] {5, 5, 5});
        calls.leftArgumentsAlone();
    }

    private static Expect expect(ComputationGraph.Backward backward, Graph graph, double[][] local, double gradient) {
        return Expect.given("graph", "\n" + graph).and("local", Arrays.deepToString(local)).and("gradient", gradient)
                .that(() -> backward.of(graph, local, gradient));
    }
}
