package homework.exercise.convnet;

import homework.exercise.Draw;
import java.util.Arrays;

/** What the tests of the layer that subtracts a mean draw. */
final class DrawnMaps {
    private DrawnMaps() {
    }

    /** The weights along one side of a window: symmetric, growing towards the middle, their sum 1. */
    static double[] weights(Draw draw, int size) {
        double[] weights = new double[size];
        double next = 0;
        for (int i = 0; i <= size / 2; i++) {
            next += draw.number(0.1, 0.6);
            weights[i] = next;
            weights[size - 1 - i] = next;
        }
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /** One map of zeros but for two pixels; wherever a window holds one of them, it lies inside the map as a whole. */
    static double[][][] farFromTheBorder(Draw draw, int size) {
        int border = size - 1;
        double[][][] map = new double[1][2 * border + draw.whole(1, 2)][2 * border + draw.whole(2, 3)];
        int row = draw.whole(border, map[0].length - 1 - border);
        int[] columns = draw.order(map[0][0].length - 2 * border);
        map[0][row][border + columns[0]] = draw.signed(2, 9);
        map[0][row][border + columns[1]] = draw.signed(2, 9);
        return map;
    }
}
