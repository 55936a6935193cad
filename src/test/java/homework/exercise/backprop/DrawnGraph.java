package homework.exercise.backprop;

import homework.exercise.Draw;

/** Graphs that nobody can know by heart. */
final class DrawnGraph {
    private DrawnGraph() {
    }

    /** The graph with this many nodes more, each of any operation and reading any nodes before it, the last one of all among them. */
    static Graph grown(Graph graph, Draw draw, int nodes) {
        Graph grown = graph;
        for (int i = 0; i < nodes; i++) {
            String name = "n" + grown.size();
            String last = grown.name(grown.size() - 1);
            String other = grown.name(draw.whole(0, grown.size() - 1));
            grown = switch (draw.whole(0, 4)) {
                case 0 -> grown.sigmoid(name, last);
                case 1 -> grown.max(name, other, last);
                case 2 -> grown.min(name, last, other);
                case 3 -> grown.sum(name, other, last);
                default -> grown.times(name, last, other);
            };
        }
        return grown;
    }

    /** Local derivatives, one number for each input of each node; those of a sum are 1, as whoever knows sums may take for granted. */
    static double[][] locals(Graph graph, Draw draw) {
        double[][] local = new double[graph.size()][];
        for (int i = 0; i < local.length; i++) {
            local[i] = graph.operation(i) == Operation.SUM ? new double[] {1, 1} : draw.normal(graph.inputs(i).length);
        }
        return local;
    }
}
