package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Hidden;

@Hidden
class GraphValuesHidden {

    @Check(order = 1, guards = "pageGraph", says = "the same graph at other inputs")
    void pageGraph(ComputationGraph.Forward values) {
        compare(values, GraphKnown.PAGE, -3, 0.5);
        compare(values, GraphKnown.PAGE, 2, 2);
    }

    @Check(order = 2, guards = "lateInput", says = "three inputs, the last behind a product")
    void lateInput(ComputationGraph.Forward values) {
        Graph graph = Graph.of().input("a").input("b").times("p", "a", "b").input("c").max("m", "p", "c").min("n", "p", "c").sum("y", "m", "n");
        compare(values, graph, 2, 3, 4);
    }

    @Check(order = 3, guards = "leavesItsArgumentAlone", says = "inputs alone")
    void leavesItsArgumentAlone(ComputationGraph.Forward values, Calls calls) {
        compare(values, Graph.of().input("a").input("b"), 7, 8);
        calls.leftArgumentsAlone();
    }

    private static void compare(ComputationGraph.Forward values, Graph graph, double... x) {
        Expect.given("graph", "\n" + graph).and("x", x).that(() -> values.of(graph, x)).near(GraphKnown.values(graph, x));
    }
}
