package homework.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Dropout masks that follow from layer, step and place alone, so that DL4J can be given the same ones. */
final class KnownMasks implements Masks {
    private final Map<String, Integer> drawn = new HashMap<>();
    private int iteration;

    @Override
    public void start(int step) {
        iteration = step;
        drawn.clear();
    }

    @Override
    public void draw(String layer, float[] factors, double keep, int repeated) {
        // If a minibatch goes through in several pieces, a piece goes on where the one before it ended.
        int from = drawn.getOrDefault(layer, 0);
        for (int i = 0; i < factors.length; i++) {
            long place = (from + i) / repeated;
            long seed = layer.hashCode() * 1_000_003L + iteration * 7_919L + place * 0x9E3779B97F4A7C15L;
            factors[i] = new SplittableRandom(seed).nextDouble() < keep ? (float) (1 / keep) : 0;
        }
        drawn.put(layer, from + factors.length);
    }
}
