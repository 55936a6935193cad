package homework.engine;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.inner_product_forward;

/** Shortens gradients g to a length of at most t, as if they were one vector: g ← g · min(1, t / ‖g‖). */
final class NormClip implements Step {
    /** Values whose squares are added up in float; these sums are then added up in double. */
    private static final int SLICE = 1 << 16;

    /** A step that writes the sum of the squares of a slice. */
    private record Square(Step product, Tensor sum) {
    }

    private final String name;
    private final double threshold;
    private final Workshop shop;
    private final List<Square> squares = new ArrayList<>();
    private final List<Step> shorten = new ArrayList<>();
    private final Tensor factor;
    private final float[] value = new float[1];

    /** @param name of the layer or parameter */
    NormClip(String name, List<Parameter> parameters, double threshold, Workshop shop) {
        this.name = name + " clip";
        this.threshold = threshold;
        this.shop = shop;
        factor = shop.tensor(Layouts.plain(1));
        for (Parameter parameter : parameters) {
            Tensor g = parameter.gradient();
            // What fills up a block adds nothing: oneDNN writes zeros there with every gradient, whatever the updater left.
            for (int from = 0; from < g.length(); from += SLICE) {
                addSquare(g, from, Math.min(SLICE, g.length() - from));
            }
            shorten.add(Binary.product(shop).into(this.name, g, g, factor));
        }
    }

    /** The product of a row with itself: oneDNN's own sum of squares is 100 times slower. */
    private void addSquare(Tensor gradient, int from, int count) {
        Tensor row = shop.view(Layouts.plain(1, count), gradient.values().getPointer(from));
        Tensor sum = shop.tensor(Layouts.plain(1, 1));
        var made = new inner_product_forward.primitive_desc(new inner_product_forward.desc(dnnl_forward_inference, row.layout(), row.layout(),
                sum.layout()), OneDnn.processor(), false);
        Step product = shop.operation(name, new inner_product_forward(made), DNNL_ARG_SRC, row, DNNL_ARG_WEIGHTS, row, DNNL_ARG_DST, sum);
        squares.add(new Square(product, sum));
    }

    @Override
    public void run() {
        double sum = 0;
        for (Square square : squares) {
            square.product().run();
            square.sum().values().get(value, 0, 1);
            sum += value[0];
        }
        double norm = Math.sqrt(sum);
        if (norm > threshold) {
            value[0] = (float) (threshold / norm);
            factor.values().put(value, 0, 1);
            for (Step step : shorten) {
                step.run();
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
