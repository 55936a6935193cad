package homework.gradient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is known about a function beside the two results that are compared; what is unknown is null or empty. What takes
 * time to compute is a supplier, asked only by the causes that need it.
 */
final class Facts {
    /** Factors of the formula by name, such as β. */
    final Map<String, Double> constants = new LinkedHashMap<>();
    /** Numbers of terms by name, such as the batch size B. */
    final Map<String, Integer> counts = new LinkedHashMap<>();
    /** What arrives over each use of the input alone, by the name of the use. */
    final List<Map.Entry<String, Values>> paths = new ArrayList<>();
    /** How far rounding may have moved what is expected. */
    double noise;
    /** Where the expected entries mean nothing; empty if all count. */
    boolean[] kinks = new boolean[0];
    /** Whether the function was said to act on each entry alone. */
    boolean actsOnEachEntryAlone;
    Values input;
    Values upstream;
    Supplier<Optional<Values>> jacobian = Optional::empty;
    /** dL/dx for an upstream gradient of ones: the slopes alone. */
    Supplier<Optional<Values>> withoutUpstream = Optional::empty;
    /** The true derivative at y = f(x) in place of x. */
    Supplier<Optional<Values>> expectedAtOutput = Optional::empty;
    /** What the formula under check gives at y = f(x) in place of x. */
    Supplier<Optional<Values>> gotAtOutput = Optional::empty;

    Facts copy() {
        Facts copy = new Facts();
        copy.constants.putAll(constants);
        copy.counts.putAll(counts);
        copy.paths.addAll(paths);
        copy.noise = noise;
        copy.kinks = kinks;
        copy.actsOnEachEntryAlone = actsOnEachEntryAlone;
        copy.input = input;
        copy.upstream = upstream;
        copy.jacobian = jacobian;
        copy.withoutUpstream = withoutUpstream;
        copy.expectedAtOutput = expectedAtOutput;
        copy.gotAtOutput = gotAtOutput;
        return copy;
    }

    Facts constant(String name, double value) {
        Facts more = copy();
        more.constants.put(name, value);
        return more;
    }

    Facts count(String name, int value) {
        Facts more = copy();
        more.counts.put(name, value);
        return more;
    }

    Facts elementwise(boolean alone) {
        Facts more = copy();
        more.actsOnEachEntryAlone = alone;
        return more;
    }

    /** Constants and counts as factors by which a result may be wrong. */
    Map<String, Double> namedFactors() {
        Map<String, Double> all = new LinkedHashMap<>(constants);
        counts.forEach((name, value) -> all.put(name, (double) value));
        return all;
    }
}
