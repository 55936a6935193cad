package homework.engine;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;

/** A plan under construction: what every layer needs to add its steps to it. */
final class Build {
    private final Workshop shop;
    private final Parameters parameters;
    private final int size;
    private final boolean training;
    private final List<Step> refresh = new ArrayList<>();
    private final List<Step> forward = new ArrayList<>();
    private final List<Step> backward = new ArrayList<>();

    /**
     * @param size images that go through at once
     * @param training false for a plan that only predicts
     */
    Build(Workshop shop, Parameters parameters, int size, boolean training) {
        this.shop = shop;
        this.parameters = parameters;
        this.size = size;
        this.training = training;
    }

    /** The values of a parameter in the layout a primitive wants; the first one to ask decides how the engine keeps them. */
    Tensor values(Parameter parameter, memory.desc wanted) {
        if (!parameter.isSettled()) {
            parameter.settle(wanted, parameters.shop());
        }
        if (parameter.values().isLaidOutAs(wanted)) {
            return parameter.values();
        }
        Tensor copy = shop.tensor(wanted);
        refresh.add(shop.reorder(parameter.name() + " in a second layout", parameter.values(), copy));
        return copy;
    }

    /** Where a primitive may write the gradient of a parameter; call {@link #deliver} once the primitive is among the steps. */
    Tensor gradient(Parameter parameter, memory.desc wanted) {
        return parameter.gradient().isLaidOutAs(wanted) ? parameter.gradient() : shop.tensor(wanted);
    }

    /** Brings what was written to where the updater looks for it. */
    void deliver(Parameter parameter, Tensor written) {
        if (written != parameter.gradient()) {
            backward.add(shop.reorder(parameter.name() + " gradient's layout", written, parameter.gradient()));
        }
    }

    /** The same values in another layout, if they are not in it already. */
    Tensor forwardIn(String name, memory.desc wanted, Tensor tensor) {
        return converted(name, wanted, tensor, forward);
    }

    Tensor backwardIn(String name, memory.desc wanted, Tensor tensor) {
        return converted(name, wanted, tensor, backward);
    }

    private Tensor converted(String name, memory.desc wanted, Tensor tensor, List<Step> steps) {
        if (tensor.isLaidOutAs(wanted)) {
            return tensor;
        }
        Tensor copy = shop.tensor(wanted);
        steps.add(shop.reorder(name + " layout", tensor, copy));
        return copy;
    }

    Workshop shop() {
        return shop;
    }

    int size() {
        return size;
    }

    boolean isTraining() {
        return training;
    }

    List<Step> refresh() {
        return refresh;
    }

    List<Step> forward() {
        return forward;
    }

    List<Step> backward() {
        return backward;
    }
}
