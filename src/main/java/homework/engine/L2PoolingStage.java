package homework.engine;

import static org.bytedeco.dnnl.global.dnnl.*;

import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/**
 * L2 pooling, which oneDNN lacks, from parts that it has. Forward: y = √(k² · average of x²). Backward: dx = x · (sum of dy / y over the
 * windows that x is in), which is k² times the backward of average pooling. Where y is 0 all x are 0 and so is dx.
 */
final class L2PoolingStage extends Stage {
    /** Stands for an output of 0 in the quotient: dy / TINY stays finite, and x = 0 makes it 0. Nothing that matters is as small. */
    private static final float TINY = 1e-18f;

    private final Window window;
    private final pooling_forward.primitive_desc description;
    private final Tensor wide;

    L2PoolingStage(Build build, String name, Tensor input, Window window) {
        super(build, name, input);
        this.window = window;
        wide = shop().tensor(input.layout());
        forward(elementwise(name + " squares", dnnl_eltwise_square, 0, 0, input, wide));
        long[] in = input.shape();
        memory.desc out = Layouts.any(maps(in[0], in[1], window.outHeight(in[2]), window.outWidth(in[3])));
        post_ops root = new post_ops();
        root.append_eltwise((float) Math.sqrt(window.area()), dnnl_eltwise_sqrt, 0, 0);
        primitive_attr attributes = new primitive_attr();
        attributes.set_post_ops(root);
        description = new pooling_forward.primitive_desc(new pooling_forward.desc(dnnl_forward_training,
                dnnl_pooling_avg_include_padding, input.layout(), out, window.strides(), window.kernel(), window.before(),
                window.after(in[2], in[3])), attributes, OneDnn.processor(), false);
        outputIs(shop().tensor(description.dst_desc()));
        forward(shop().operation(name + " root of sums", new pooling_forward(description), DNNL_ARG_SRC, wide, DNNL_ARG_DST, output()));
    }

    @Override
    Tensor back(Tensor gradient, boolean wanted) {
        if (!wanted) {
            return null;
        }
        Tensor norms = shop().tensor(output().layout());
        backward(elementwise(name() + " norms above 0", dnnl_eltwise_clip, TINY, Float.MAX_VALUE, shop().row(output()), shop().row(norms)));
        backward(Binary.quotient(shop()).first(window.area()).into(name() + " quotients", gradient, gradient, norms));
        long[] in = input().shape();
        var made = new pooling_backward.primitive_desc(new pooling_backward.desc(dnnl_pooling_avg_include_padding, wide.layout(),
                gradient.layout(), window.strides(), window.kernel(), window.before(), window.after(in[2], in[3])),
                OneDnn.processor(), description, false);
        // The squares are not needed any more.
        backward(shop().operation(name() + " sums of quotients", new pooling_backward(made), DNNL_ARG_DIFF_DST, gradient,
                DNNL_ARG_DIFF_SRC, wide));
        backward(Binary.product(shop()).into(name() + " backward", wide, wide, input()));
        return wide;
    }

    private Step elementwise(String name, int kind, float alpha, float beta, Tensor from, Tensor to) {
        var made = new eltwise_forward.primitive_desc(new eltwise_forward.desc(dnnl_forward_training, kind, from.layout(), alpha, beta),
                OneDnn.processor(), false);
        return shop().operation(name, new eltwise_forward(made), DNNL_ARG_SRC, from, DNNL_ARG_DST, to);
    }
}
