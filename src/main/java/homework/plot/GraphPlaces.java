package homework.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * A graph in columns, after Sugiyama, Tagawa and Toda (1981): a node stands one column right of the last of its inputs; an edge that skips a
 * column has a place of its own there, a lane between the boxes. {@link GraphOrder} orders the places of a column, {@link GraphLevels} says
 * how high they lie.
 */
final class GraphPlaces {
    private static final double BOXES_APART = 26;
    private static final double LANE_APART = 12;
    private static final double LANE = 8;

    /** An edge: the node it starts from, the node it ends at and as which of its inputs, and all places on the way, both nodes among them. */
    record Path(int from, int to, int input, List<Integer> places) {
    }

    /** A node or lane with its neighbours in the columns before and after its own. */
    private record Place(int column, double height, List<Integer> before, List<Integer> after) {
    }

    private final int nodes;
    private final List<Place> places = new ArrayList<>();
    private final List<Path> paths = new ArrayList<>();
    private final List<List<Integer>> columns = new ArrayList<>();
    /** How high the centre of each place lies, downwards. */
    final double[] y;

    private GraphPlaces(List<List<Integer>> inputs, double[] heights) {
        nodes = inputs.size();
        for (int i = 0; i < nodes; i++) {
            add(inputs.get(i).stream().mapToInt(from -> column(from) + 1).max().orElse(0), heights[i]);
        }
        for (int to = 0; to < nodes; to++) {
            for (int input = 0; input < inputs.get(to).size(); input++) {
                connect(inputs.get(to).get(input), to, input);
            }
        }
        y = new double[places.size()];
    }

    /** Nodes by the numbers of their inputs, which come before them, and by the heights of their boxes. */
    static GraphPlaces of(List<List<Integer>> inputs, double[] heights) {
        GraphPlaces places = new GraphPlaces(inputs, heights);
        places.columns.forEach(places::stack);
        new GraphOrder(places).improve();
        new GraphLevels(places).align();
        return places;
    }

    private int add(int column, double height) {
        if (column == columns.size()) {
            columns.add(new ArrayList<>());
        }
        places.add(new Place(column, height, new ArrayList<>(), new ArrayList<>()));
        columns.get(column).add(places.size() - 1);
        return places.size() - 1;
    }

    private void connect(int from, int to, int input) {
        List<Integer> path = new ArrayList<>(List.of(from));
        for (int column = column(from) + 1; column < column(to); column++) {
            path.add(add(column, LANE));
        }
        path.add(to);
        for (int i = 1; i < path.size(); i++) {
            places.get(path.get(i - 1)).after.add(path.get(i));
            places.get(path.get(i)).before.add(path.get(i - 1));
        }
        paths.add(new Path(from, to, input, List.copyOf(path)));
    }

    List<Path> paths() {
        return paths;
    }

    /** The places of each column from top to bottom, in lists that may be reordered. */
    List<List<Integer>> columns() {
        return columns;
    }

    int column(int place) {
        return places.get(place).column;
    }

    boolean isNode(int place) {
        return place < nodes;
    }

    /** What a place is connected to in the column before or after its own. */
    List<Integer> neighbours(int place, boolean before) {
        return before ? places.get(place).before : places.get(place).after;
    }

    /** The least distance of two centres in one column. */
    double apart(int upper, int lower) {
        return (places.get(upper).height + places.get(lower).height) / 2 + (isNode(upper) && isNode(lower) ? BOXES_APART : LANE_APART);
    }

    /** Puts a column's places one under the other, around 0. */
    void stack(List<Integer> column) {
        double at = 0;
        for (int i = 0; i < column.size(); i++) {
            at += i == 0 ? 0 : apart(column.get(i - 1), column.get(i));
            y[column.get(i)] = at;
        }
        for (int place : column) {
            y[place] -= at / 2;
        }
    }

    /** The mean height of some places. */
    double mean(List<Integer> of, double otherwise) {
        return of.stream().mapToDouble(place -> y[place]).average().orElse(otherwise);
    }
}
