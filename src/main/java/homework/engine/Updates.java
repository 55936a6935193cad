package homework.engine;

import static org.bytedeco.dnnl.global.dnnl.*;

import homework.model.Momentum;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;

/**
 * The steps that move a parameter along its gradient, as DL4J's updaters do. They work on the values as they lie in memory; what fills
 * up a block is 0 and stays 0. Long arrays go slice by slice, so that a slice stays in the cache from one operation to the next.
 */
final class Updates {
    private static final int SLICE = 1 << 16;

    private final Workshop shop;
    private final List<Step> steps = new ArrayList<>();

    private Updates(Workshop shop) {
        this.shop = shop;
    }

    static List<Step> of(Parameter parameter, Rate rate, Workshop shop) {
        Updates updates = new Updates(shop);
        int length = parameter.values().length();
        int slice = parameter.state().isEmpty() ? length : SLICE;
        for (int from = 0; from < length; from += slice) {
            updates.add(parameter, rate, from, Math.min(slice, length - from));
        }
        return updates.steps;
    }

    private void add(Parameter parameter, Rate rate, int from, int count) {
        Tensor w = slice(parameter.values(), from, count);
        Tensor g = slice(parameter.gradient(), from, count);
        List<Tensor> state = parameter.state().stream().map(tensor -> slice(tensor, from, count)).toList();
        if (parameter.l2() != 0) {
            add(Binary.sum(shop).second(parameter.l2()).into(parameter.name() + " decay", g, g, w));
        }
        String name = parameter.name() + " update";
        IUpdater updater = rate.updater();
        if (updater instanceof Adam adam) {
            adam(name, adam, w, g, state.get(0), state.get(1), rate.factor());
        } else if (updater instanceof Nesterovs nesterovs) {
            nesterovs(name, nesterovs.getMomentum(), w, g, state.get(0), rate.factor());
        } else if (updater instanceof Momentum momentum) {
            Tensor v = state.get(0);
            add(Binary.sum(shop).first(momentum.getMomentum()).into(name, v, v, g));
            add(Binary.product(shop).added(1).into(name, w, v, rate.factor()));
        } else {
            add(Binary.product(shop).added(1).into(name, w, g, rate.factor()));
        }
    }

    /** w ← w − μ v; v ← μ v − lr g; w ← w + (1 + μ) v. */
    private void nesterovs(String name, double mu, Tensor w, Tensor g, Tensor v, Tensor minusRate) {
        add(Binary.sum(shop).second(-mu).into(name, w, w, v));
        add(Binary.product(shop).added(mu).into(name, v, g, minusRate));
        add(Binary.sum(shop).second(1 + mu).into(name, w, w, v));
    }

    /** m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²; w ← w − α m / (√v + ε). */
    private void adam(String name, Adam adam, Tensor w, Tensor g, Tensor m, Tensor v, Tensor minusRate) {
        add(Binary.sum(shop).first(adam.getBeta1()).second(1 - adam.getBeta1()).into(name, m, m, g));
        add(Binary.product(shop).first(1 - adam.getBeta2()).added(adam.getBeta2()).into(name, v, g, g));
        // The gradient is not needed any more: its memory takes √v + ε.
        add(Elementwise.inference(name, shop, dnnl_eltwise_sqrt, 0, 0, v, g));
        add(Elementwise.inference(name, shop, dnnl_eltwise_linear, 1, adam.getEpsilon(), g, g));
        add(quotientTimes(name, w, m, g, minusRate));
    }

    /** w ← w + factor · m / d. */
    private Step quotientTimes(String name, Tensor w, Tensor m, Tensor d, Tensor factor) {
        post_ops after = new post_ops();
        after.append_binary(dnnl_binary_mul, factor.layout());
        after.append_sum(1, 0, memory.data_type.undef);
        primitive_attr attributes = new primitive_attr();
        attributes.set_post_ops(after);
        var made = new binary.primitive_desc(new binary.desc(dnnl_binary_div, m.layout(), d.layout(), w.layout()), attributes,
                OneDnn.processor(), false);
        return shop.operation(name, new binary(made), DNNL_ARG_SRC_0, m, DNNL_ARG_SRC_1, d, DNNL_ARG_DST, w,
                DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE | DNNL_ARG_SRC_1, factor);
    }

    private Tensor slice(Tensor tensor, int from, int count) {
        return shop.view(Layouts.plain(count), tensor.values().getPointer(from));
    }

    private void add(Step step) {
        steps.add(step);
    }
}
