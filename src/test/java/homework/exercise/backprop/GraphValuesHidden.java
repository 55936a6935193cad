package homework.exercise.backprop;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Expect;
import homework.exercise.Hidden;

@Hidden
class GraphValuesHidden {
    private static final double LARGEST = 3;

    @Check(order = 1, guards = "pageGraph", says = "the same graph at other inputs")
    void pageGraph(ComputationGraph.Forward values, Draw draw) {
        compare(values, GraphKnown.PAGE, draw.apart(2, -LARGEST, LARGEST, 0.1));
        double same = draw.number(-LARGEST, LARGEST);
        compare(values, GraphKnown.PAGE, same, same);
    }

    @Check(order = 2, guards = "lateInput", says = "another graph, with an input behind other nodes")
    void lateInput(ComputationGraph.Forward values, Draw draw) {
        Graph early = DrawnGraph.grown(Graph.of().input("a").input("b"), draw, draw.whole(1, 3));
        compare(values, DrawnGraph.grown(early.input("c"), draw, draw.whole(2, 4)), draw.apart(3, -LARGEST, LARGEST, 0.1));
    }

    @Check(order = 3, guards = "leavesItsArgumentAlone", says = "another graph, its inputs untouched")
    void leavesItsArgumentAlone(ComputationGraph.Forward values, Draw draw, Calls calls) {
        compare(values, DrawnGraph.grown(Graph.of().input("a").input("b"), draw, draw.whole(0, 2)), draw.apart(2, -LARGEST, LARGEST, 0.1));
        calls.leftArgumentsAlone();
    }

    private static void compare(ComputationGraph.Forward values, Graph graph, double... x) {
        Expect.given("graph", "\n" + graph).and("x", x).that(() -> values.of(graph, x)).near(GraphKnown.values(graph, x));
    }
}
