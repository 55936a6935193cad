package homework.data;

import java.util.Random;

/** Random orders that depend on a seed alone, on every platform and Java version. */
final class Shuffle {

    private Shuffle() {
    }

    /** The numbers 0 … n − 1 in random order. */
    static int[] order(int n, long seed) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        return shuffled(order, seed);
    }

    /** A copy of the values in random order (Fisher-Yates). */
    static int[] shuffled(int[] values, long seed) {
        int[] shuffled = values.clone();
        Random random = new Random(mix(seed));
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = swapped;
        }
        return shuffled;
    }

    /** A seed of its own for the k-th thing drawn from one seed. */
    static long seed(long seed, long k) {
        return mix(seed + 0x9e3779b97f4a7c15L * (k + 1));
    }

    // Neighbouring seeds give Random similar first draws; a mixed seed does not (the finaliser of SplitMix64).
    private static long mix(long seed) {
        long z = (seed ^ (seed >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
