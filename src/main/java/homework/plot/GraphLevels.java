package homework.plot;

import java.util.ArrayList;
import java.util.List;

/** Moves the places of a graph to the height of what they are connected to, as far as their neighbours in the column let them. */
final class GraphLevels {
    private static final int ROUNDS = 9;
    /** A box counts so much more than a lane that lanes make way. */
    private static final double LANE_WEIGHT = 1e-4;

    /** Places that touch and move as one: where the first of them wishes to lie on average, the weight of their wishes, and their number. */
    private record Group(double wish, double weight, int size) {

        Group with(Group below) {
            double sum = weight + below.weight;
            return new Group((wish * weight + below.wish * below.weight) / sum, sum, size + below.size);
        }
    }

    private final GraphPlaces places;

    GraphLevels(GraphPlaces places) {
        this.places = places;
    }

    /** From left to right and back, ending with each node at the height of its inputs. */
    void align() {
        int columns = places.columns().size();
        for (int round = 0; round < ROUNDS; round++) {
            boolean rightwards = round % 2 == 0;
            for (int i = 0; i < columns; i++) {
                align(places.columns().get(rightwards ? i : columns - 1 - i), rightwards);
            }
        }
        for (int place = 0; place < places.y.length; place++) {
            places.y[place] = Math.round(places.y[place]);
        }
    }

    /** The order and the least distances kept, the sum of the squared distances to the wishes is least: pool adjacent violators. */
    private void align(List<Integer> column, boolean rightwards) {
        double[] offsets = new double[column.size()];
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < column.size(); i++) {
            int place = column.get(i);
            offsets[i] = i == 0 ? 0 : offsets[i - 1] + places.apart(column.get(i - 1), place);
            Group group = new Group(wish(place, rightwards) - offsets[i], places.isNode(place) ? 1 : LANE_WEIGHT, 1);
            while (!groups.isEmpty() && groups.get(groups.size() - 1).wish >= group.wish) {
                group = groups.remove(groups.size() - 1).with(group);
            }
            groups.add(group);
        }
        int next = 0;
        for (Group group : groups) {
            for (int end = next + group.size; next < end; next++) {
                places.y[column.get(next)] = group.wish + offsets[next];
            }
        }
    }

    /** The height of a place's neighbours on one side; boxes among them count before lanes, so that chains of boxes run level. */
    private double wish(int place, boolean rightwards) {
        List<Integer> side = places.neighbours(place, rightwards);
        List<Integer> boxes = side.stream().filter(places::isNode).toList();
        return places.mean(boxes.isEmpty() ? side : boxes, places.y[place]);
    }
}
