package homework.engine;

import org.bytedeco.dnnl.memory;

/**
 * Dropout: every value, or every map, is kept with a probability p and then divided by p; else it becomes 0. A plan that predicts has no
 * such stage.
 */
final class DropoutStage extends Stage {
    private final Tensor factors;

    /**
     * @param wholeMaps whether the maps of an image are kept or dropped as a whole
     * @param masks what draws the factors of the input's values, image by image in plain order
     */
    DropoutStage(Build build, String name, Tensor input, double keep, boolean wholeMaps, Masks masks) {
        super(build, name, input);
        long[] shape = input.shape();
        if (wholeMaps && shape.length != 4) {
            throw new IllegalArgumentException("it drops whole maps, and these are rows.");
        }
        memory.desc plain = Layouts.plain(shape);
        Tensor drawn = shop().tensor(plain);
        int repeated = wholeMaps ? (int) (shape[2] * shape[3]) : 1;
        float[] values = new float[drawn.length()];
        forward(() -> {
            masks.draw(name, values, keep, repeated);
            drawn.fill(values);
        });
        factors = build.forwardIn(name + " mask", input.layout(), drawn);
        outputIs(shop().tensor(input.layout()));
        forward(Binary.product(shop()).into(name + " forward", output(), input, factors));
    }

    @Override
    Tensor back(Tensor gradient, boolean wanted) {
        if (wanted) {
            backward(Binary.product(shop()).into(name() + " backward", gradient, gradient, factors));
        }
        return wanted ? gradient : null;
    }
}
