package homework.engine;

import static org.bytedeco.dnnl.global.dnnl.*;

import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/**
 * An activation function in oneDNN's words. All of these have a derivative that follows from the output alone, so the input need not be kept.
 *
 * @param forward the function
 * @param backward its derivative, given the output
 * @param alpha slope below 0, for leaky ReLU
 */
record Elementwise(int forward, int backward, float alpha) {
    /**
     * @param layer name for the message
     * @return null for the identity
     * @throws UnsupportedNetwork if it is another function
     */
    static Elementwise of(IActivation activation, String layer) {
        if (activation instanceof ActivationIdentity) {
            return null;
        }
        if (activation instanceof ActivationTanH) {
            return new Elementwise(dnnl_eltwise_tanh, dnnl_eltwise_tanh_use_dst_for_bwd, 0);
        }
        if (activation instanceof ActivationSigmoid) {
            return new Elementwise(dnnl_eltwise_logistic, dnnl_eltwise_logistic_use_dst_for_bwd, 0);
        }
        if (activation.equals(new ActivationReLU())) {
            return new Elementwise(dnnl_eltwise_relu, dnnl_eltwise_relu_use_dst_for_bwd, 0);
        }
        if (activation instanceof ActivationLReLU leaky && leaky.getAlpha() >= 0) {
            return new Elementwise(dnnl_eltwise_relu, dnnl_eltwise_relu_use_dst_for_bwd, (float) leaky.getAlpha());
        }
        throw new UnsupportedNetwork("activation " + activation + " of layer " + layer);
    }

    /** Applied by another primitive to its result before that is written. */
    static primitive_attr fused(Elementwise activation) {
        primitive_attr attributes = new primitive_attr();
        if (activation != null) {
            post_ops after = new post_ops();
            after.append_eltwise(1, activation.forward, activation.alpha, 0);
            attributes.set_post_ops(after);
        }
        return attributes;
    }

    /** A function that needs no way back, such as a root: to ← f(from; alpha, beta). */
    static Step inference(String name, Workshop shop, int kind, double alpha, double beta, Tensor from, Tensor to) {
        var made = new eltwise_forward.primitive_desc(new eltwise_forward.desc(dnnl_forward_inference, kind, from.layout(), (float) alpha,
                (float) beta), OneDnn.processor(), false);
        return shop.operation(name, new eltwise_forward(made), DNNL_ARG_SRC, from, DNNL_ARG_DST, to);
    }

    Step applied(String name, Workshop shop, Tensor from, Tensor to) {
        return shop.operation(name, new eltwise_forward(description(from)), DNNL_ARG_SRC, from, DNNL_ARG_DST, to);
    }

    private eltwise_forward.primitive_desc description(Tensor tensor) {
        return new eltwise_forward.primitive_desc(
                new eltwise_forward.desc(dnnl_forward_training, backward, tensor.layout(), alpha, 0), OneDnn.processor(), false);
    }

    /** gradient ← gradient · f′, with f′ taken from the output; in place. */
    Step differentiated(String name, Workshop shop, Tensor output, Tensor gradient) {
        var made = new eltwise_backward.primitive_desc(
                new eltwise_backward.desc(backward, gradient.layout(), output.layout(), alpha, 0), OneDnn.processor(),
                description(output), false);
        return shop.operation(name, new eltwise_backward(made), DNNL_ARG_DST, output, DNNL_ARG_DIFF_DST, gradient,
                DNNL_ARG_DIFF_SRC, gradient);
    }
}
