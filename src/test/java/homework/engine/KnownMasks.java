package homework.engine;

import java.util.SplittableRandom;

/** Dropout masks that follow from layer, step and place alone, so that DL4J can be given the same ones. */
final class KnownMasks implements Masks {
    private int iteration;

    @Override
    public void start(int step) {
        iteration = step;
    }

    @Override
    public void draw(String layer, float[] factors, double keep, int repeated) {
        for (int i = 0; i < factors.length; i++) {
            long seed = layer.hashCode() * 1_000_003L + iteration * 7_919L + i / repeated * 0x9E3779B97F4A7C15L;
            factors[i] = new SplittableRandom(seed).nextDouble() < keep ? (float) (1 / keep) : 0;
        }
    }
}
