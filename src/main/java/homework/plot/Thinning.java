package homework.plot;

import java.util.BitSet;

/** Leaves points out of long series where the page has no room for them, but never a lowest or highest one. */
final class Thinning {
    /** Points that a curve is drawn with at most, about two for each device pixel. */
    static final int MOST = 2000;

    private Thinning() {
    }

    /**
     * Which points to draw: in each of equally long stretches the lowest and highest of every series, one gap if there is any, and the
     * very first and last.
     *
     * @param series values at the same places, all of one length
     * @return rising indices, at most about {@link #MOST}; all of them when there are no more
     */
    static int[] keep(double[]... series) {
        int length = series[0].length;
        BitSet kept = new BitSet(length);
        if (length <= MOST) {
            kept.set(0, length);
            return kept.stream().toArray();
        }
        kept.set(0);
        kept.set(length - 1);
        int stretches = (MOST - 2) / (2 * series.length);
        for (int stretch = 0; stretch < stretches; stretch++) {
            int from = (int) ((long) length * stretch / stretches);
            int to = (int) ((long) length * (stretch + 1) / stretches);
            for (double[] values : series) {
                keepExtremes(kept, values, from, to);
            }
        }
        return kept.stream().toArray();
    }

    private static void keepExtremes(BitSet kept, double[] values, int from, int to) {
        int lowest = -1;
        int highest = -1;
        int gap = -1;
        for (int i = from; i < to; i++) {
            if (Double.isNaN(values[i])) {
                gap = i;
            } else {
                lowest = lowest < 0 || values[i] < values[lowest] ? i : lowest;
                highest = highest < 0 || values[i] > values[highest] ? i : highest;
            }
        }
        for (int i : new int[] {lowest, highest, gap}) {
            if (i >= 0) {
                kept.set(i);
            }
        }
    }

    static double[] at(double[] values, int[] indices) {
        double[] picked = new double[indices.length];
        for (int i = 0; i < indices.length; i++) {
            picked[i] = values[indices[i]];
        }
        return picked;
    }
}
