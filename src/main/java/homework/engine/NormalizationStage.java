package homework.engine;

import static org.bytedeco.dnnl.global.dnnl.*;

import homework.model.SubtractiveNormalization;
import java.util.Arrays;
import java.util.function.Consumer;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/**
 * Subtractive normalisation as three convolutions: the mean of the maps (1×1), the Gaussian filter (each map by itself), and its
 * subtraction from every map (1×1, added to the input). The mean is carried in as many equal maps as a block of the input's layout has
 * (16 with AVX-512, 8 with AVX2): one map would not be faster, and between layouts of different blocks oneDNN has no fast kernel.
 * Backwards the same filter is applied after the border correction instead of before it.
 */
final class NormalizationStage extends Stage {
    private final int filterSize;
    private final int copies;
    private final Tensor correction;

    NormalizationStage(Build build, String name, Tensor input, int filterSize) {
        super(build, name, input);
        this.filterSize = filterSize;
        copies = Layouts.block(input.layout());
        long[] in = input.shape();
        correction = shop().constant(Layouts.plain(one(in)), correction(in), layoutOfOne(in));
        Tensor means = mean(name + " mean of maps", input, null, build.forward()::add);
        Tensor filtered = filter(name + " filter", means, correction, build.forward()::add);
        outputIs(shop().tensor(input.layout()));
        forward(subtract(name + " subtraction", filtered, input, output()));
    }

    @Override
    Tensor back(Tensor gradient, boolean wanted) {
        if (!wanted) {
            return null;
        }
        Tensor means = mean(name() + " mean of gradients", gradient, correction, build().backward()::add);
        Tensor filtered = filter(name() + " filter backward", means, null, build().backward()::add);
        Tensor result = shop().tensor(gradient.layout());
        backward(subtract(name() + " subtraction backward", filtered, gradient, result));
        return result;
    }

    /** The mean over all maps, several times, multiplied by {@code factors} if there are any. */
    private Tensor mean(String name, Tensor maps, Tensor factors, Consumer<Step> steps) {
        long[] in = maps.shape();
        float[] weights = new float[(int) (copies * in[1])];
        Arrays.fill(weights, 1f / in[1]);
        return convolution(name, maps, new long[] {copies, in[1], 1, 1}, weights, 0, factors, steps);
    }

    private Tensor filter(String name, Tensor means, Tensor factors, Consumer<Step> steps) {
        double[] gaussian = SubtractiveNormalization.gaussian(filterSize);
        float[] weights = new float[copies * filterSize * filterSize];
        for (int i = 0; i < weights.length; i++) {
            int place = i % (filterSize * filterSize);
            weights[i] = (float) (gaussian[place / filterSize] * gaussian[place % filterSize]);
        }
        return convolution(name, means, new long[] {copies, 1, 1, filterSize, filterSize}, weights, filterSize / 2, factors, steps);
    }

    private Tensor convolution(String name, Tensor source, long[] shape, float[] weights, int padding, Tensor factors,
            Consumer<Step> steps) {
        primitive_attr attributes = new primitive_attr();
        if (factors != null) {
            post_ops after = new post_ops();
            after.append_binary(dnnl_binary_mul, factors.layout());
            attributes.set_post_ops(after);
        }
        memory.desc out = layoutOfOne(source.shape());
        var made = description(source.layout(), shape, out, padding, attributes);
        Tensor kernel = shop().constant(Layouts.plain(shape), weights, made.weights_desc());
        Tensor result = shop().tensor(out);
        if (factors == null) {
            steps.accept(shop().operation(name, new convolution_forward(made), DNNL_ARG_SRC, source, DNNL_ARG_WEIGHTS, kernel,
                    DNNL_ARG_DST, result));
        } else {
            steps.accept(shop().operation(name, new convolution_forward(made), DNNL_ARG_SRC, source, DNNL_ARG_WEIGHTS, kernel,
                    DNNL_ARG_DST, result, DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE | DNNL_ARG_SRC_1, factors));
        }
        return result;
    }

    /** target ← maps − the first of the means. */
    private Step subtract(String name, Tensor means, Tensor maps, Tensor target) {
        long channels = maps.shape()[1];
        float[] weights = new float[(int) (channels * copies)];
        for (int map = 0; map < channels; map++) {
            weights[map * copies] = -1;
        }
        post_ops after = new post_ops();
        after.append_binary(dnnl_binary_add, maps.layout());
        primitive_attr attributes = new primitive_attr();
        attributes.set_post_ops(after);
        long[] shape = {channels, copies, 1, 1};
        var made = description(means.layout(), shape, target.layout(), 0, attributes);
        Tensor kernel = shop().constant(Layouts.plain(shape), weights, made.weights_desc());
        return shop().operation(name, new convolution_forward(made), DNNL_ARG_SRC, means, DNNL_ARG_WEIGHTS, kernel, DNNL_ARG_DST, target,
                DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE | DNNL_ARG_SRC_1, maps);
    }

    private static convolution_forward.primitive_desc description(memory.desc source, long[] kernel, memory.desc target, int padding,
            primitive_attr attributes) {
        long[] one = {1, 1};
        long[] around = {padding, padding};
        return new convolution_forward.primitive_desc(new convolution_forward.desc(dnnl_forward_inference, dnnl_convolution_direct, source,
                Layouts.any(kernel), target, one, around, around), attributes, OneDnn.processor(), false);
    }

    /** The mean of the maps takes the place of the maps. */
    private long[] one(long[] maps) {
        return maps(maps[0], copies, maps[2], maps[3]);
    }

    private memory.desc layoutOfOne(long[] maps) {
        return Layouts.blocked(copies, one(maps));
    }

    /** 1 / (the filter applied to ones) at every place. */
    private float[] correction(long[] maps) {
        double[] rows = inside((int) maps[2]);
        double[] columns = inside((int) maps[3]);
        float[] factors = new float[(int) (maps[0] * copies) * rows.length * columns.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = (float) (1 / (rows[i / columns.length % rows.length] * columns[i % columns.length]));
        }
        return factors;
    }

    /** How much of the filter lies inside, for every place along one side. */
    private double[] inside(int length) {
        double[] gaussian = SubtractiveNormalization.gaussian(filterSize);
        double[] sums = new double[length];
        for (int place = 0; place < length; place++) {
            for (int i = 0; i < filterSize; i++) {
                int other = place + i - filterSize / 2;
                sums[place] += other >= 0 && other < length ? gaussian[i] : 0;
            }
        }
        return sums;
    }
}
