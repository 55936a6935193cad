package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Visible;

/** Forward: each node from those before it. */
@Visible
public class GraphValuesChecks {

    @Check(order = 1, points = 1, says = "the graph of this page at (1, −0.5)")
    public void pageGraph(ComputationGraph.Forward values) {
        Graph graph = Graph.of().input("x1").input("x2").sigmoid("s1", "x1").sigmoid("s2", "x2")
                .max("m", "s1", "s2").min("n", "s1", "s2").sum("y", "m", "n");
        double[] x = {1, -0.5};
        Expect.given("graph", "\n" + graph).and("x", x)
                .mistake("inputs only", "the inputs are in place, but the values computed from them are not: store each in the array that "
                        + "is returned",
                        new double[] {1, -0.5, 0, 0, 0, 0, 0})
                .mistake("same input", "both inputs have the value of x[0]; the first INPUT among the nodes takes x[0], the second x[1]",
                        new double[] {1, 1, 0.7310585786300049, 0.7310585786300049, 0.7310585786300049, 0.7310585786300049, 1.4621171572600098})
                .mistake("order", "a node was computed before those it reads; go through the nodes in their order, 0, 1, 2, …",
                        new double[] {1, -0.5, 0.5, 0.5, 0, 0, 0})
                .that(() -> values.of(graph, x))
                .near(new double[] {1, -0.5, 0.7310585786300049, 0.3775406687981454, 0.7310585786300049, 0.3775406687981454, 1.1085992474281503});
    }

    @Check(order = 2, points = 1, says = "an input that is not among the first nodes")
    public void lateInput(ComputationGraph.Forward values) {
        Graph graph = Graph.of().input("a").sigmoid("s", "a").input("b").times("y", "s", "b");
        double[] x = {0, 6};
        Expect.given("graph", "\n" + graph).and("x", x)
                .mistake("no input", "b has no value of x, or that of a; the second INPUT among the nodes takes x[1], wherever it stands",
                        new double[] {0, 0.5, 0, 0})
                .that(() -> values.of(graph, x)).near(new double[] {0, 0.5, 6, 3});
    }

    @Check(order = 3, points = 1, says = "x stays as it was")
    public void leavesItsArgumentAlone(ComputationGraph.Forward values, Calls calls) {
        Graph graph = Graph.of().input("a").input("b").max("m", "a", "b");
        double[] x = {-2, 5};
        Expect.given("graph", "\n" + graph).and("x", x).that(() -> values.of(graph, x)).near(new double[] {-2, 5, 5});
        calls.leftArgumentsAlone();
    }
}
