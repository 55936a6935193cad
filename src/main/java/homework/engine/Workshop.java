package homework.engine;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_desc_base;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** Makes tensors and operations and frees all of them at once. */
final class Workshop implements AutoCloseable {
    private final List<Pointer> owned = new ArrayList<>();
    private final dnnl_stream stream;

    Workshop() {
        stream = own(own(new stream(OneDnn.processor())).get());
    }

    /** Memory of its own, filled with zeros: what fresh memory holds can be denormal, and those run 100 times slower. */
    Tensor tensor(memory.desc layout) {
        memory handle = own(new memory(layout, OneDnn.processor()));
        // It has no deallocator: the handle frees the memory.
        FloatPointer values = new FloatPointer(handle.get_data_handle());
        Pointer.memset(values, 0, layout.get_size());
        return new Tensor(layout, handle, values);
    }

    /** Somebody else's memory, of which the others keep the ownership. */
    Tensor view(memory.desc layout, FloatPointer values) {
        return new Tensor(layout, own(new memory(layout, OneDnn.processor(), values)), values);
    }

    /** The floats of a tensor as they lie in memory, in a row. */
    Tensor row(Tensor tensor) {
        return view(Layouts.plain(tensor.length()), tensor.values());
    }

    /**
     * @param name who does what, for error messages and profiles, such as {@code conv1 forward}
     * @param arguments DNNL_ARG_… and Tensor in turn
     */
    Operation operation(String name, primitive made, Object... arguments) {
        int count = arguments.length / 2;
        dnnl_exec_arg_t list = own(new dnnl_exec_arg_t(count));
        for (int i = 0; i < count; i++) {
            list.position(i).arg((Integer) arguments[2 * i]);
            list.position(i).memory(((Tensor) arguments[2 * i + 1]).handle().get());
        }
        list.position(0);
        dnnl_primitive handle = own(made).get();
        return new Operation(name, own(handle), stream, list, count);
    }

    /** Copies from one layout to another. */
    Operation reorder(String name, Tensor from, Tensor to) {
        var description = new reorder.primitive_desc(OneDnn.processor(), from.layout(), OneDnn.processor(), to.layout());
        return operation(name, new reorder(description), DNNL_ARG_FROM, from, DNNL_ARG_TO, to);
    }

    /** A tensor that holds these values, given in plain order, in the layout wanted. */
    Tensor constant(memory.desc plain, float[] values, memory.desc wanted) {
        Tensor source = tensor(plain);
        source.fill(values);
        if (plain.equals(wanted)) {
            return source;
        }
        Tensor result = tensor(wanted);
        reorder("constant", source, result).run();
        return result;
    }

    /** Which of oneDNN's implementations was chosen. */
    static String implementation(primitive_desc_base description) {
        return description.impl_info_str().getString();
    }

    private <T extends Pointer> T own(T pointer) {
        owned.add(pointer);
        return pointer;
    }

    @Override
    public void close() {
        for (int i = owned.size() - 1; i >= 0; i--) {
            owned.get(i).deallocate();
        }
        owned.clear();
    }
}
