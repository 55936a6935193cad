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

    /** How many channels lie side by side in a layout of images: 16, 8, or 1 where the order is plain. */
    static int block(memory.desc layout) {
        var blocks = layout.data().format_desc_blocking();
        return blocks.inner_nblks() == 0 ? 1 : (int) blocks.inner_blks().get();
    }

    /** Images [n, channels, height, width] with channels in blocks of 16, 8 or 1. */
    static memory.desc blocked(int block, long... shape) {
        return new memory.desc(shape, memory.data_type.f32, switch (block) {
            case 16 -> memory.format_tag.nChw16c;
            case 8 -> memory.format_tag.nChw8c;
            default -> memory.format_tag.nchw;
        });
    }

    /** In an order that oneDNN may choose. */
    static memory.desc any(long... shape) {
        return new memory.desc(shape, memory.data_type.f32, memory.format_tag.any);
    }
}
