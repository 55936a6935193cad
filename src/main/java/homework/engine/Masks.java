package homework.engine;

import java.util.Arrays;

/** Draws what dropout keeps. */
interface Masks {
    /**
     * @param layer its name
     * @param factors to fill: 1 / keep for what is kept, else 0
     * @param keep probability to keep
     * @param repeated how many factors in a row are one draw
     */
    void draw(String layer, float[] factors, double keep, int repeated);

    /** A new step begins, the {@code iteration}-th since the network was made. */
    default void start(int iteration) {
    }

    /** Drawn by SplitMix64 from seed and iteration: a run that goes on later draws the masks it would have drawn. */
    static Masks random(long seed) {
        return new Masks() {
            private long state;

            @Override
            public void start(int iteration) {
                state = seed(seed, iteration);
            }

            @Override
            public void draw(String layer, float[] factors, double keep, int repeated) {
                float kept = (float) (1 / keep);
                long threshold = (long) (keep * (1L << 53));
                for (int i = 0; i < factors.length; i += repeated) {
                    state += 0x9E3779B97F4A7C15L;
                    Arrays.fill(factors, i, i + repeated, mixed(state) >>> 11 < threshold ? kept : 0);
                }
            }
        };
    }

    /** Of what a step draws: neighbouring seeds and neighbouring steps have nothing in common. */
    static long seed(long seed, int iteration) {
        return mixed(seed + mixed(iteration));
    }

    private static long mixed(long state) {
        long z = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
