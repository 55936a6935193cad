package homework.engine;

import static org.bytedeco.dnnl.global.dnnl.*;

import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.memory;

/** Batch normalisation: in training by the mean and the biased variance of the minibatch, in a plan that predicts by the running ones. */
final class BatchNormStage extends Stage {
    private static final int SCALE_AND_SHIFT = dnnl_use_scale | dnnl_use_shift;

    private final float epsilon;
    private final Parameter gamma;
    private final Parameter beta;
    private final batch_normalization_forward.primitive_desc description;
    private final Tensor scale;
    private final Tensor shift;
    private final Tensor runningMean;
    private final Tensor runningVariance;
    private final double decay;
    private final Tensor mean;
    private final Tensor variance;

    /** @param decay the running statistics r become decay · r + (1 − decay) · those of the minibatch */
    BatchNormStage(Build build, String name, Tensor input, BatchNormArrays arrays, double epsilon, double decay) {
        super(build, name, input);
        this.epsilon = (float) epsilon;
        gamma = arrays.gamma();
        beta = arrays.beta();
        memory.desc vector = Layouts.plain(gamma.shape());
        scale = build.values(gamma, vector);
        shift = build.values(beta, vector);
        runningMean = build.values(arrays.mean(), vector);
        runningVariance = build.values(arrays.variance(), vector);
        this.decay = decay;
        boolean training = build.isTraining();
        mean = training ? shop().tensor(vector) : runningMean;
        variance = training ? shop().tensor(vector) : runningVariance;
        description = new batch_normalization_forward.primitive_desc(new batch_normalization_forward.desc(
                training ? dnnl_forward_training : dnnl_forward_inference, input.layout(), this.epsilon,
                training ? SCALE_AND_SHIFT : SCALE_AND_SHIFT | dnnl_use_global_stats), OneDnn.processor(), false);
        outputIs(shop().tensor(input.layout()));
        forward(shop().operation(name + " forward", new batch_normalization_forward(description), DNNL_ARG_SRC, input,
                DNNL_ARG_SCALE, scale, DNNL_ARG_SHIFT, shift, DNNL_ARG_MEAN, mean, DNNL_ARG_VARIANCE, variance, DNNL_ARG_DST, output()));
    }

    private Step running(String what, Tensor running, Tensor ofBatch) {
        return Binary.sum(shop()).first(decay).second(1 - decay).into(name() + " running " + what, running, running, ofBatch);
    }

    @Override
    Tensor back(Tensor gradient, boolean wanted) {
        var made = new batch_normalization_backward.primitive_desc(new batch_normalization_backward.desc(dnnl_backward,
                gradient.layout(), input().layout(), epsilon, SCALE_AND_SHIFT), OneDnn.processor(), description, false);
        Tensor ofScale = build().gradient(gamma, scale.layout());
        Tensor ofShift = build().gradient(beta, shift.layout());
        Tensor result = shop().tensor(input().layout());
        backward(shop().operation(name() + " backward", new batch_normalization_backward(made), DNNL_ARG_SRC, input(), DNNL_ARG_MEAN, mean,
                DNNL_ARG_VARIANCE, variance, DNNL_ARG_DIFF_DST, gradient, DNNL_ARG_SCALE, scale, DNNL_ARG_SHIFT, shift, DNNL_ARG_DIFF_SRC, result,
                DNNL_ARG_DIFF_SCALE, ofScale, DNNL_ARG_DIFF_SHIFT, ofShift));
        build().deliver(gamma, ofScale);
        build().deliver(beta, ofShift);
        // Not on the way forward: the loss must be known to be a number first.
        backward(running("mean", runningMean, mean));
        backward(running("variance", runningVariance, variance));
        return result;
    }
}
