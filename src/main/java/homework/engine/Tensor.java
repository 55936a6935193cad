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

    float[] toArray() {
        float[] copy = new float[length()];
        values.position(0).get(copy);
        return copy;
    }
}
