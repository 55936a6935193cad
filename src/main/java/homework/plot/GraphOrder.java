package homework.plot;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Orders the columns of a graph so that few edges cross and edges are short: each place goes to the mean height of its neighbours, then places
 * that lie next to each other change places as long as that helps. What is equally good stays in the order in which it was added.
 */
final class GraphOrder {
    private static final int ROUNDS = 4;
    /** One crossing is worse than any length. */
    private static final double CROSSING = 1e6;
    /** Less is rounding. */
    private static final double GAIN = 1e-3;

    private final GraphPlaces places;
    private final List<List<Integer>> columns;

    GraphOrder(GraphPlaces places) {
        this.places = places;
        this.columns = places.columns();
    }

    /** Tries a few times from left to right and back, and keeps the best. */
    void improve() {
        List<List<Integer>> best = copy();
        double least = cost();
        for (int round = 0; round < ROUNDS && least > 0; round++) {
            sweep(round % 2 == 0);
            exchange();
            if (cost() < least - GAIN) {
                least = cost();
                best = copy();
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            Collections.copy(columns.get(i), best.get(i));
            places.stack(columns.get(i));
        }
    }

    private List<List<Integer>> copy() {
        return columns.stream().map(List::copyOf).toList();
    }

    private void sweep(boolean rightwards) {
        for (int i = 0; i < columns.size(); i++) {
            List<Integer> column = columns.get(rightwards ? i : columns.size() - 1 - i);
            column.sort(Comparator.comparingDouble(place -> places.mean(places.neighbours(place, rightwards), places.y[place])));
            places.stack(column);
        }
    }

    private void exchange() {
        boolean better = true;
        while (better) {
            better = false;
            for (List<Integer> column : columns) {
                for (int i = 1; i < column.size(); i++) {
                    double before = cost(column, i);
                    swap(column, i);
                    if (cost(column, i) < before - GAIN) {
                        better = true;
                    } else {
                        swap(column, i);
                    }
                }
            }
        }
    }

    private void swap(List<Integer> column, int i) {
        Collections.swap(column, i - 1, i);
        places.stack(column);
    }

    /** What an exchange of two neighbours in a column changes: crossings of their edges, and lengths. */
    private double cost(List<Integer> column, int lower) {
        double cost = 0;
        for (boolean before : new boolean[] {true, false}) {
            for (int upperEnd : places.neighbours(column.get(lower - 1), before)) {
                for (int lowerEnd : places.neighbours(column.get(lower), before)) {
                    cost += places.y[upperEnd] > places.y[lowerEnd] ? CROSSING : 0;
                }
            }
            for (int place : column) {
                for (int end : places.neighbours(place, before)) {
                    cost += Math.abs(places.y[place] - places.y[end]);
                }
            }
        }
        return cost;
    }

    private double cost() {
        return columns.stream().mapToDouble(this::cost).sum();
    }

    /** Crossings and lengths of the edges that end in a column. */
    private double cost(List<Integer> column) {
        double[][] edges = column.stream().flatMap(place -> places.neighbours(place, true).stream()
                .map(from -> new double[] {places.y[from], places.y[place]})).toArray(double[][]::new);
        double cost = 0;
        for (int i = 0; i < edges.length; i++) {
            cost += Math.abs(edges[i][0] - edges[i][1]);
            for (int j = 0; j < i; j++) {
                cost += (edges[i][0] - edges[j][0]) * (edges[i][1] - edges[j][1]) < 0 ? CROSSING : 0;
            }
        }
        return cost;
    }
}
