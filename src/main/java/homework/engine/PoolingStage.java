package homework.engine;

import static org.bytedeco.dnnl.global.dnnl.*;

import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;

/** Max or average pooling. */
final class PoolingStage extends Stage {
    private final int kind;
    private final Window window;
    private final pooling_forward.primitive_desc description;
    private final Tensor places;

    /** @param kind dnnl_pooling_max, dnnl_pooling_avg_include_padding or dnnl_pooling_avg_exclude_padding */
    PoolingStage(Build build, String name, Tensor input, int kind, Window window) {
        super(build, name, input);
        this.kind = kind;
        this.window = window;
        long[] in = input.shape();
        memory.desc out = Layouts.any(maps(in[0], in[1], window.outHeight(in[2]), window.outWidth(in[3])));
        description = new pooling_forward.primitive_desc(new pooling_forward.desc(
                build.isTraining() ? dnnl_forward_training : dnnl_forward_inference, kind, input.layout(), out, window.strides(),
                window.kernel(), window.before(), window.after(in[2], in[3])), OneDnn.processor(), false);
        outputIs(shop().tensor(description.dst_desc()));
        // Max pooling notes where each maximum was.
        boolean notes = build.isTraining() && kind == dnnl_pooling_max;
        places = notes ? shop().tensor(description.workspace_desc()) : null;
        forward(notes
                ? shop().operation(name + " forward", new pooling_forward(description), DNNL_ARG_SRC, input, DNNL_ARG_DST, output(),
                        DNNL_ARG_WORKSPACE, places)
                : shop().operation(name + " forward", new pooling_forward(description), DNNL_ARG_SRC, input, DNNL_ARG_DST, output()));
    }

    @Override
    Tensor back(Tensor gradient, boolean wanted) {
        if (!wanted) {
            return null;
        }
        long[] in = input().shape();
        var made = new pooling_backward.primitive_desc(new pooling_backward.desc(kind, input().layout(), gradient.layout(),
                window.strides(), window.kernel(), window.before(), window.after(in[2], in[3])), OneDnn.processor(), description, false);
        Tensor result = shop().tensor(made.diff_src_desc());
        backward(places != null
                ? shop().operation(name() + " backward", new pooling_backward(made), DNNL_ARG_DIFF_DST, gradient,
                        DNNL_ARG_DIFF_SRC, result, DNNL_ARG_WORKSPACE, places)
                : shop().operation(name() + " backward", new pooling_backward(made), DNNL_ARG_DIFF_DST, gradient,
                        DNNL_ARG_DIFF_SRC, result));
        return result;
    }
}
