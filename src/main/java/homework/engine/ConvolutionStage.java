package homework.engine;

import static org.bytedeco.dnnl.global.dnnl.*;

import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;

/** Convolution with bias and activation. The weights lie in whatever order oneDNN likes best. */
final class ConvolutionStage extends Stage {
    private final Window window;
    private final Elementwise activation;
    private final Parameter weights;
    private final Parameter bias;
    private final ConvolutionChoice choice;
    private final convolution_forward.primitive_desc description;
    private final Tensor source;
    private final Tensor kernel;

    ConvolutionStage(Build build, String name, Tensor input, Parameter weights, Parameter bias, Window window, Elementwise activation) {
        super(build, name, input);
        this.window = window;
        this.activation = activation;
        this.weights = weights;
        this.bias = bias;
        long[] in = input.shape();
        if (in[1] != weights.shape()[1]) {
            throw new IllegalArgumentException("it reads " + weights.shape()[1] + " maps.");
        }
        long[] out = maps(in[0], weights.shape()[0], window.outHeight(in[2]), window.outWidth(in[3]));
        choice = new ConvolutionChoice(weights.shape(), window, out);
        // In plans that predict, too: "inference" would want other layouts of the weights.
        description = choice.forward(algorithm -> new convolution_forward.primitive_desc(new convolution_forward.desc(dnnl_forward_training,
                algorithm, anyLike(input), Layouts.any(weights.shape()), Layouts.plain(bias.shape()), Layouts.any(out),
                window.strides(), window.before(), window.after(in[2], in[3])), Elementwise.fused(activation), OneDnn.processor(), false));
        source = build.forwardIn(name, description.src_desc(), input);
        kernel = build.values(weights, description.weights_desc());
        outputIs(shop().tensor(description.dst_desc()));
        forward(shop().operation(name + " forward", new convolution_forward(description), DNNL_ARG_SRC, source, DNNL_ARG_WEIGHTS, kernel,
                DNNL_ARG_BIAS, build.values(bias, Layouts.plain(bias.shape())), DNNL_ARG_DST, output()));
    }

    @Override
    Tensor back(Tensor gradient, boolean wanted) {
        if (activation != null) {
            backward(activation.differentiated(name() + " activation backward", shop(), output(), gradient));
        }
        toWeights(gradient);
        return wanted ? toData(gradient) : null;
    }

    private void toWeights(Tensor gradient) {
        long[] in = input().shape();
        var made = choice.toWeights(algorithm -> new convolution_backward_weights.primitive_desc(new convolution_backward_weights.desc(
                algorithm, anyLike(source), Layouts.any(weights.shape()), Layouts.plain(bias.shape()), anyLike(gradient),
                window.strides(), window.before(), window.after(in[2], in[3])), OneDnn.processor(), description, false));
        Tensor ofWeights = build().gradient(weights, made.diff_weights_desc());
        Tensor ofBias = build().gradient(bias, made.diff_bias_desc());
        Tensor seen = build().backwardIn(name() + " input", made.src_desc(), source);
        Tensor slopes = build().backwardIn(name() + " gradient", made.diff_dst_desc(), gradient);
        backward(shop().operation(name() + " to weights", new convolution_backward_weights(made), DNNL_ARG_SRC, seen,
                DNNL_ARG_DIFF_DST, slopes, DNNL_ARG_DIFF_WEIGHTS, ofWeights, DNNL_ARG_DIFF_BIAS, ofBias));
        build().deliver(weights, ofWeights);
        build().deliver(bias, ofBias);
    }

    private Tensor toData(Tensor gradient) {
        long[] in = input().shape();
        var made = choice.toData(algorithm -> new convolution_backward_data.primitive_desc(new convolution_backward_data.desc(
                algorithm, anyLike(source), Layouts.any(weights.shape()), anyLike(gradient), window.strides(), window.before(),
                window.after(in[2], in[3])), OneDnn.processor(), description, false));
        Tensor result = shop().tensor(made.diff_src_desc());
        Tensor slopes = build().backwardIn(name() + " gradient", made.diff_dst_desc(), gradient);
        backward(shop().operation(name() + " to data", new convolution_backward_data(made), DNNL_ARG_DIFF_DST, slopes,
                DNNL_ARG_WEIGHTS, build().values(weights, made.weights_desc()), DNNL_ARG_DIFF_SRC, result));
        return build().backwardIn(name() + " gradient", input().layout(), result);
    }
}
