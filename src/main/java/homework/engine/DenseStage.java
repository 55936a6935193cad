package homework.engine;

import static org.bytedeco.dnnl.global.dnnl.*;

import org.bytedeco.dnnl.inner_product_backward_data;
import org.bytedeco.dnnl.inner_product_backward_weights;
import org.bytedeco.dnnl.inner_product_forward;
import org.bytedeco.dnnl.memory;

/**
 * Dense layer with bias and activation. Everything lies in plain rows, the weights as DL4J keeps them: oneDNN's products of plain matrices
 * are as fast as those of blocked ones. Maps are flattened on the way in.
 */
final class DenseStage extends Stage {
    private final Elementwise activation;
    private final Parameter weights;
    private final Parameter bias;
    private final memory.desc weightRows;
    private final memory.desc biasRow;
    private final Tensor flat;
    private final inner_product_forward.primitive_desc description;

    DenseStage(Build build, String name, Tensor input, Parameter weights, Parameter bias, Elementwise activation) {
        super(build, name, input);
        this.activation = activation;
        this.weights = weights;
        this.bias = bias;
        weightRows = Layouts.plain(weights.shape());
        biasRow = Layouts.plain(bias.shape());
        long values = 1;
        for (long length : input.shape()) {
            values *= length;
        }
        if (values != build.size() * weights.shape()[1]) {
            throw new IllegalArgumentException("it reads " + weights.shape()[1] + " values.");
        }
        Tensor plain = build.forwardIn(name + " flattened", Layouts.plain(input.shape()), input);
        flat = shop().view(Layouts.plain(build.size(), plain.length() / build.size()), plain.values());
        description = new inner_product_forward.primitive_desc(new inner_product_forward.desc(dnnl_forward_training, flat.layout(),
                weightRows, biasRow, Layouts.plain(build.size(), weights.shape()[0])), Elementwise.fused(activation),
                OneDnn.processor(), false);
        outputIs(shop().tensor(description.dst_desc()));
        forward(shop().operation(name + " forward", new inner_product_forward(description), DNNL_ARG_SRC, flat,
                DNNL_ARG_WEIGHTS, build.values(weights, weightRows), DNNL_ARG_BIAS, build.values(bias, biasRow), DNNL_ARG_DST, output()));
    }

    @Override
    Tensor back(Tensor gradient, boolean wanted) {
        if (activation != null) {
            backward(activation.differentiated(name() + " activation backward", shop(), output(), gradient));
        }
        var made = new inner_product_backward_weights.primitive_desc(new inner_product_backward_weights.desc(flat.layout(), weightRows,
                biasRow, gradient.layout()), OneDnn.processor(), description, false);
        Tensor ofWeights = build().gradient(weights, weightRows);
        Tensor ofBias = build().gradient(bias, biasRow);
        backward(shop().operation(name() + " to weights", new inner_product_backward_weights(made), DNNL_ARG_SRC, flat,
                DNNL_ARG_DIFF_DST, gradient, DNNL_ARG_DIFF_WEIGHTS, ofWeights, DNNL_ARG_DIFF_BIAS, ofBias));
        build().deliver(weights, ofWeights);
        build().deliver(bias, ofBias);
        return wanted ? toData(gradient) : null;
    }

    private Tensor toData(Tensor gradient) {
        var made = new inner_product_backward_data.primitive_desc(new inner_product_backward_data.desc(flat.layout(), weightRows,
                gradient.layout()), OneDnn.processor(), description, false);
        Tensor rows = shop().tensor(flat.layout());
        backward(shop().operation(name() + " to data", new inner_product_backward_data(made), DNNL_ARG_DIFF_DST, gradient,
                DNNL_ARG_WEIGHTS, build().values(weights, weightRows), DNNL_ARG_DIFF_SRC, rows));
        Tensor maps = shop().view(Layouts.plain(input().shape()), rows.values());
        return build().backwardIn(name() + " unflattened", input().layout(), maps);
    }
}
