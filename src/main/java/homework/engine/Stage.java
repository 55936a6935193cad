package homework.engine;

import java.util.Arrays;
import org.bytedeco.dnnl.memory;

/** A layer in a plan. Its constructor adds the forward steps; {@link #back} adds the backward steps, from the last layer to the first. */
abstract class Stage {
    private final Build build;
    private final String name;
    private final Tensor input;
    private Tensor output;

    Stage(Build build, String name, Tensor input) {
        this.build = build;
        this.name = name;
        this.input = input;
    }

    /**
     * @param gradient of the loss with respect to the output, laid out as the output is; it may be overwritten
     * @param wanted whether a layer before this one needs the gradient with respect to the input
     * @return that gradient, laid out as the input is, or null if it is not wanted
     */
    abstract Tensor back(Tensor gradient, boolean wanted);

    final void outputIs(Tensor tensor) {
        output = tensor;
    }

    final void forward(Step step) {
        build.forward().add(step);
    }

    final void backward(Step step) {
        build.backward().add(step);
    }

    final Build build() {
        return build;
    }

    final Workshop shop() {
        return build.shop();
    }

    final String name() {
        return name;
    }

    final Tensor input() {
        return input;
    }

    final Tensor output() {
        return output;
    }

    /** The shape of the input with other height and width, and perhaps another number of channels. */
    static long[] maps(long count, long channels, long height, long width) {
        return new long[] {count, channels, height, width};
    }

    static memory.desc anyLike(Tensor tensor) {
        return Layouts.any(tensor.shape());
    }

    @Override
    public String toString() {
        return name + " " + Arrays.toString(output.shape());
    }
}
