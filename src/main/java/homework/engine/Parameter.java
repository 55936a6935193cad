package homework.engine;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * One array of weights, biases, scales or running statistics: where the network keeps it, and the engine's own copy in the
 * layout that runs fastest.
 */
final class Parameter {
    private final String name;
    private final long[] shape;
    private final FloatPointer inNetwork;
    private final IUpdater updater;
    private final double l2;
    private final List<FloatPointer> stateInNetwork;

    private Tensor values;
    private Tensor gradient;
    private final List<Tensor> state = new ArrayList<>();
    private final List<Step> load = new ArrayList<>();
    private final List<Step> store = new ArrayList<>();

    /**
     * @param name layer and kind, such as {@code conv1 W}
     * @param shape [out, in, height, width], [out, in] or [out], in the order of the network's memory
     * @param updater null if it is not trained by gradients (running statistics)
     * @param stateInNetwork the updater's arrays for it, such as Adam's two
     */
    Parameter(String name, long[] shape, FloatPointer inNetwork, IUpdater updater, double l2, List<FloatPointer> stateInNetwork) {
        this.name = name;
        this.shape = shape.clone();
        this.inNetwork = inNetwork;
        this.updater = updater;
        this.l2 = l2;
        this.stateInNetwork = List.copyOf(stateInNetwork);
    }

    /** Decides on the engine's layout; its shape has as many values as ours, but may tell apart more dimensions. */
    void settle(memory.desc layout, Workshop shop) {
        values = copied(inNetwork, layout, shop);
        if (updater == null) {
            return;
        }
        gradient = shop.tensor(layout);
        for (FloatPointer array : stateInNetwork) {
            state.add(copied(array, layout, shop));
        }
    }

    /** A tensor of our own that is loaded from the network's array and stored there. */
    private Tensor copied(FloatPointer array, memory.desc layout, Workshop shop) {
        Tensor theirs = shop.view(Layouts.plain(Layouts.shape(layout)), array);
        Tensor ours = shop.tensor(layout);
        load.add(shop.reorder(name + " load", theirs, ours));
        store.add(shop.reorder(name + " store", ours, theirs));
        return ours;
    }

    boolean isSettled() {
        return values != null;
    }

    /** From the network. */
    void load() {
        load.forEach(Step::run);
    }

    /** Into the network. */
    void store() {
        store.forEach(Step::run);
    }

    String name() {
        return name;
    }

    long[] shape() {
        return shape.clone();
    }

    IUpdater updater() {
        return updater;
    }

    double l2() {
        return l2;
    }

    Tensor values() {
        return values;
    }

    Tensor gradient() {
        return gradient;
    }

    /** The updater's arrays, laid out as the values are. */
    List<Tensor> state() {
        return state;
    }
}
