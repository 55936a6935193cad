package homework.gradient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Compares the backward rules of a layer, for its input and for each parameter, with finite differences. Arrays go by name ("x", "W",
 * "b") and are handed over in double. Immutable: each method returns a new check.
 */
public final class LayerCheck {
    private final String name;
    private final Formula<Map<String, INDArray>> forward;
    private final Map<String, INDArray> arrays;
    private final INDArray upstream;
    private final List<Named> named;

    /** A constant or count to be passed on. */
    private record Named(String name, double value, boolean isCount) {
    }

    private LayerCheck(String name, Formula<Map<String, INDArray>> forward, Map<String, INDArray> arrays, INDArray upstream, List<Named> named) {
        this.name = name;
        this.forward = forward;
        this.arrays = arrays;
        this.upstream = upstream;
        this.named = named;
    }

    /** @param forward y from the arrays, which it finds by name */
    public static LayerCheck of(String name, Formula<Map<String, INDArray>> forward) {
        return new LayerCheck(name, forward, Map.of(), null, List.of());
    }

    /** An input or a parameter, of any shape. */
    public LayerCheck with(String array, INDArray value) {
        Map<String, INDArray> more = new LinkedHashMap<>(arrays);
        more.put(array, Probe.at(value).point());
        return new LayerCheck(name, forward, more, upstream, named);
    }

    /** dL/dy in the shape of y. */
    public LayerCheck upstream(INDArray gradient) {
        return new LayerCheck(name, forward, arrays, gradient.castTo(DataType.DOUBLE), named);
    }

    /** Names a factor of the formula for the report. */
    public LayerCheck constant(String factor, double value) {
        return knowing(new Named(factor, value, false));
    }

    /** Names a number of terms, such as the batch size B, for the report. */
    public LayerCheck count(String number, int value) {
        return knowing(new Named(number, value, true));
    }

    /** Compares the backward rule for one of the arrays: dL/d(array) in its shape, from all arrays and dL/dy. */
    public GradientReport backward(String array, Rule rule) {
        return check(array).backward((moved, gradient) -> {
            Map<String, INDArray> given = new LinkedHashMap<>();
            at(array, moved).forEach((each, value) -> given.put(each, each.equals(array) ? value : value.dup()));
            Object result = rule.at(Map.copyOf(given), gradient);
            for (String other : arrays.keySet()) {
                if (!other.equals(array) && Evidence.of(arrays.get(other), given.get(other)).largestError() > 0) {
                    throw new FunctionFault("the backward rule of " + name + " changed " + other + "; work on a copy");
                }
            }
            return result;
        });
    }

    /** A backward rule: dL/d(one array), in its shape, from all arrays by name and dL/dy. */
    @FunctionalInterface
    public interface Rule {
        Object at(Map<String, INDArray> arrays, INDArray upstream) throws Exception;
    }

    private GradientCheck<INDArray> check(String array) {
        if (!arrays.containsKey(array)) {
            throw new IllegalArgumentException("the layer " + name + " has no array " + array + "; it has " + arrays.keySet());
        }
        if (upstream == null) {
            throw new IllegalStateException("the layer " + name + " needs dL/dy: call upstream(...) before backward(...)");
        }
        GradientCheck<INDArray> check = GradientCheck.ofArrays(name + " with respect to " + array, moved -> forward.at(at(array, moved)))
                .at(arrays.get(array)).upstream(upstream);
        for (Named known : named) {
            check = known.isCount() ? check.count(known.name(), (int) known.value()) : check.constant(known.name(), known.value());
        }
        return check;
    }

    private Map<String, INDArray> at(String array, INDArray moved) {
        Map<String, INDArray> all = new LinkedHashMap<>(arrays);
        all.put(array, moved);
        return all;
    }

    private LayerCheck knowing(Named known) {
        List<Named> more = new ArrayList<>(named);
        more.add(known);
        return new LayerCheck(name, forward, arrays, upstream, List.copyOf(more));
    }
}
