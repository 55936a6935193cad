package homework.engine;

import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Floats outside the Java heap in one of oneDNN's layouts (often blocks of 16 channels).
 *
 * @param layout shape and order; it may hold more floats than the shape has, to fill up the last block
 * @param handle what primitives are given
 * @param values the floats as they lie in memory
 */
record Tensor(memory.desc layout, memory handle, FloatPointer values) {
    /** Far below what could move a parameter, far above the denormal numbers, which begin at 1e-38. */
    private static final float TINY = 1e-30f;

    /** Floats in memory, those that fill up a block included. */
    int length() {
        return (int) (layout.get_size() / Float.BYTES);
    }

    /** The shape, without regard to the layout. */
    long[] shape() {
        return Layouts.shape(layout);
    }

    boolean isLaidOutAs(memory.desc other) {
        return layout.equals(other);
    }

    void fill(float[] source) {
        values.position(0).put(source, 0, source.length);
    }

    /**
     * Sets values to 0 that are all but 0 already. What decays ends as denormal numbers, with which some processors are 100 times slower.
     *
     * @param piece where the values are looked at, piece by piece
     */
    void flush(float[] piece) {
        for (int from = 0; from < length(); from += piece.length) {
            int count = Math.min(piece.length, length() - from);
            values.position(from).get(piece, 0, count);
            boolean found = false;
            for (int i = 0; i < count; i++) {
                boolean tiny = piece[i] != 0 && Math.abs(piece[i]) < TINY;
                piece[i] = tiny ? 0 : piece[i];
                found |= tiny;
            }
            if (found) {
                values.position(from).put(piece, 0, count);
            }
        }
        values.position(0);
    }

    /** Whether no value is infinite or not a number. */
    boolean isFinite(float[] piece) {
        float sum = 0;
        for (int from = 0; from < length(); from += piece.length) {
            int count = Math.min(piece.length, length() - from);
            values.position(from).get(piece, 0, count);
            sum += zeros(piece, count);
        }
        values.position(0);
        return sum == 0;
    }

    /** 0 times a number is 0; 0 times anything else is NaN. In four sums, because every addition has to wait for the one before. */
    private static float zeros(float[] piece, int count) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int i = count & 3; i < count; i += 4) {
            a += piece[i] * 0f;
            b += piece[i + 1] * 0f;
            c += piece[i + 2] * 0f;
            d += piece[i + 3] * 0f;
        }
        for (int i = 0; i < (count & 3); i++) {
            a += piece[i] * 0f;
        }
        return a + b + c + d;
    }
}
