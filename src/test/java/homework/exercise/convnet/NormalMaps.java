package homework.exercise.convnet;

import java.util.Random;

/** Maps of normal numbers, rounded so that a report of them can be read. */
final class NormalMaps {
    private NormalMaps() {
    }

    static double[][][] of(long seed, int channels, int height, int width) {
        Random random = new Random(seed);
        double[][][] maps = new double[channels][height][width];
        for (double[][] map : maps) {
            for (double[] row : map) {
                for (int j = 0; j < width; j++) {
                    row[j] = Math.round(100 * random.nextGaussian()) / 100.0;
                }
            }
        }
        return maps;
    }
}
