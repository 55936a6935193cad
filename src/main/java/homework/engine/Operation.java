package homework.engine;

import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_execute;

import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_stream;

/** A primitive of oneDNN with its arguments bound: one native call, no allocation. */
final class Operation implements Step {
    private final String name;
    private final dnnl_primitive primitive;
    private final dnnl_stream stream;
    private final dnnl_exec_arg_t arguments;
    private final int count;

    Operation(String name, dnnl_primitive primitive, dnnl_stream stream, dnnl_exec_arg_t arguments, int count) {
        this.name = name;
        this.primitive = primitive;
        this.stream = stream;
        this.arguments = arguments;
        this.count = count;
    }

    @Override
    public void run() {
        int status = dnnl_primitive_execute(primitive, stream, count, arguments);
        if (status != 0) {
            throw new IllegalStateException("oneDNN could not run " + name + " (status " + status + ").");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
