package homework.engine;

import static org.bytedeco.dnnl.global.dnnl.*;

import org.bytedeco.dnnl.inner_product_backward_data;
import org.bytedeco.dnnl.inner_product_backward_weights;
import org.bytedeco.dnnl.inner_product_forward;
import org.bytedeco.dnnl.memory;

/** Dense layer with bias and activation. On maps [n, channels, height, width] it reads them as they lie, without flattening them. */
final class DenseStage extends Stage {
    private final Elementwise activation;
    private final Parameter weights;
    private final Parameter bias;
    private final inner_product_forward.primitive_desc description;

    DenseStage(Build build, String name, Tensor input, Parameter weights, Parameter bias, Elementwise activation) {
        super(build, name, input);
        this.activation = activation;
        this.weights = weights;
        this.bias = bias;
        var wish = new inner_product_forward.desc(build.isTraining() ? dnnl_forward_training : dnnl_forward_inference, input.layout(),
                weightsLike(input), Layouts.plain(bias.shape()), Layouts.plain(build.size(), weights.shape()[0]));
        description = new inner_product_forward.primitive_desc(wish, Elementwise.fused(activation), OneDnn.processor(), false);
        outputIs(shop().tensor(description.dst_desc()));
        forward(shop().operation(name + " forward", new inner_product_forward(description), DNNL_ARG_SRC, input,
                DNNL_ARG_WEIGHTS, build.values(weights, description.weights_desc()),
                DNNL_ARG_BIAS, build.values(bias, Layouts.plain(bias.shape())), DNNL_ARG_DST, output()));
    }

    /** [out, channels, height, width] or [out, in]: which of the inputs a weight belongs to. */
    private memory.desc weightsLike(Tensor input) {
        long[] shape = input.shape();
        shape[0] = weights.shape()[0];
        return Layouts.any(shape);
    }

    @Override
    Tensor back(Tensor gradient, boolean wanted) {
        if (activation != null) {
            backward(activation.differentiated(name() + " activation backward", shop(), output(), gradient));
        }
        var made = new inner_product_backward_weights.primitive_desc(new inner_product_backward_weights.desc(input().layout(),
                description.weights_desc(), Layouts.plain(bias.shape()), gradient.layout()), OneDnn.processor(), description, false);
        Tensor ofWeights = build().gradient(weights, made.diff_weights_desc());
        Tensor ofBias = build().gradient(bias, made.diff_bias_desc());
        backward(shop().operation(name() + " to weights", new inner_product_backward_weights(made), DNNL_ARG_SRC, input(),
                DNNL_ARG_DIFF_DST, gradient, DNNL_ARG_DIFF_WEIGHTS, ofWeights, DNNL_ARG_DIFF_BIAS, ofBias));
        build().deliver(weights, ofWeights);
        build().deliver(bias, ofBias);
        return wanted ? toData(gradient) : null;
    }

    private Tensor toData(Tensor gradient) {
        var made = new inner_product_backward_data.primitive_desc(new inner_product_backward_data.desc(input().layout(),
                description.weights_desc(), gradient.layout()), OneDnn.processor(), description, false);
        Tensor result = shop().tensor(made.diff_src_desc());
        backward(shop().operation(name() + " to data", new inner_product_backward_data(made), DNNL_ARG_DIFF_DST, gradient,
                DNNL_ARG_WEIGHTS, build().values(weights, made.weights_desc()), DNNL_ARG_DIFF_SRC, result));
        return result;
    }
}
