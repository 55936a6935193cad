package homework.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A function at a point, about to be compared with a derivative written by hand: its finite differences, and what else there is to
 * find out when the two differ.
 *
 * @param upstream dL/dy, or null if the whole derivative is compared
 * @param paths the uses of x, or null if they are not told
 * @param named constants and counts
 */
record Comparison<T>(String name, Formula<T> function, T x, Values upstream, Paths<T> paths, Facts named) {
    /** Beyond this many entries a cause is not worth the memory of the whole Jacobian. */
    private static final long LARGEST_JACOBIAN = 1_000_000;

    /** What was expected, what came, and what is known about the function. */
    Evidence with(Formula<T> byHand) {
        Probe<T> probe = Probe.at(x);
        Numeric expected = numeric(name, function, probe);
        Values got = new Guarded<>("the gradient of " + name, byHand, probe).first();
        Facts facts = named.copy();
        facts.noise = expected.noise();
        facts.kinks = expected.kinks();
        facts.input = probe.values();
        facts.upstream = upstream;
        facts.jacobian = once(this::jacobian);
        facts.withoutUpstream = once(this::withoutUpstream);
        facts.expectedAtOutput = () -> atOutput(output -> {
            Numeric there = numeric(name, function, output);
            return there.skipped() == 0 ? there.values() : null;
        });
        facts.gotAtOutput = () -> atOutput(output -> new Guarded<>(name, byHand, output).first());
        if (paths != null) {
            facts.paths.addAll(paths.gradients(x, function, this::numeric));
        }
        return Evidence.of(expected.values(), got).with(facts);
    }

    private Numeric numeric(String label, Formula<T> formula, Probe<T> probe) {
        if (named.actsOnEachEntryAlone) {
            return Differences.elementwise(label, formula, probe);
        }
        if (upstream != null) {
            return Differences.product(label, formula, probe, upstream);
        }
        Values y = new Guarded<>(label, formula, probe).first();
        return y.size() == 1 ? Differences.product(label, formula, probe, y.ones()) : Differences.jacobian(label, formula, probe);
    }

    /** The whole Jacobian, where the product with dL/dy alone was compared. */
    private Optional<Values> jacobian() {
        return upstream == null || (long) upstream.size() * Values.of(x).size() > LARGEST_JACOBIAN ? Optional.empty()
                : Optional.of(Differences.jacobian(name, function, Probe.at(x)).values());
    }

    private Optional<Values> withoutUpstream() {
        return upstream == null ? Optional.empty() : Optional.of(Differences.product(name, function, Probe.at(x), upstream.ones()).values());
    }

    /** Several causes ask for the same. */
    private static Supplier<Optional<Values>> once(Supplier<Optional<Values>> costly) {
        List<Optional<Values>> answer = new ArrayList<>();
        return () -> {
            if (answer.isEmpty()) {
                answer.add(costly.get());
            }
            return answer.get(0);
        };
    }

    /** What something gives at y = f(x) in place of x; nothing where y has another shape or lies outside the domain. */
    private Optional<Values> atOutput(Function<Probe<T>, Values> what) {
        Probe<T> input = Probe.at(x);
        Values y = new Guarded<>(name, function, input).first();
        if (!y.sameShape(input.values())) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(what.apply(Probe.of(x, y)));
        } catch (FunctionFault outsideTheDomain) {
            return Optional.empty();
        }
    }
}
