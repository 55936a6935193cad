package homework.engine;

import org.bytedeco.dnnl.memory;

/** Shapes in oneDNN's words. All values are 32-bit floats. */
final class Layouts {
    private static final memory.format_tag[] PLAIN = {null, memory.format_tag.a, memory.format_tag.ab, memory.format_tag.abc,
        memory.format_tag.abcd, memory.format_tag.abcde};

    private Layouts() {
    }

    /** Row after row, the last index fastest, as DL4J keeps images [n, channels, height, width]. */
    static memory.desc plain(long... shape) {
        return new memory.desc(shape, memory.data_type.f32, PLAIN[shape.length]);
    }

    static long[] shape(memory.desc layout) {
        long[] shape = new long[layout.data().ndims()];
        layout.dims().get(shape);
        return shape;
    }

    /** In an order that oneDNN may choose. */
    static memory.desc any(long... shape) {
        return new memory.desc(shape, memory.data_type.f32, memory.format_tag.any);
    }
}
