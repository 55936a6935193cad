package homework.gradient;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/** The upstream gradient dL/dy was left out, or did not enter as the one factor that it is. */
final class Upstream implements Cause {
    private static final String RULE = "; by the chain rule dL/dx = dL/dy · dy/dx";

    @Override
    public Optional<Likely> of(Evidence evidence) {
        Values upstream = evidence.facts().upstream;
        if (upstream == null || isAmbiguous(upstream) || isZero(evidence.got)) {
            return Optional.empty();
        }
        Optional<Values> slope = evidence.facts().withoutUpstream.get();
        if (slope.filter(evidence::explainedBy).isPresent() || evidence.facts().jacobian.get().filter(evidence::explainedBy).isPresent()) {
            return likely("the upstream gradient is not multiplied in: this is dy/dx" + RULE);
        }
        if (slope.filter(values -> evidence.explainedBy(paired(values, upstream, Double::sum))).isPresent()) {
            return likely("the upstream gradient is added where it is to be multiplied" + RULE);
        }
        return evidence.explainedBy(paired(evidence.expected, upstream, (right, g) -> right * g))
                ? likely("the upstream gradient is multiplied in twice" + RULE) : Optional.empty();
    }

    /** The same 1, 2 or 1/2 for all outputs is no different from a wrong sign or a lost factor. */
    private static boolean isAmbiguous(Values upstream) {
        double first = Math.abs(upstream.get(0));
        boolean usual = first == 0.5 || first == 1 || first == 2;
        return usual && Arrays.stream(upstream.toArray()).allMatch(g -> g == upstream.get(0));
    }

    /** Where slopes cancel, as the rows of softmax do, a result not written yet would look like one without upstream gradient. */
    private static boolean isZero(Values got) {
        return Arrays.stream(got.toArray()).allMatch(entry -> Math.abs(entry) < 1e-9);
    }

    private static Optional<Likely> likely(String text) {
        return Optional.of(new Likely("upstream", text));
    }

    /** Entry by entry where the shapes agree; else nothing that could explain anything. */
    private static Values paired(Values a, Values b, DoubleBinaryOperator f) {
        double[] entries = new double[a.sameShape(b) ? a.size() : 0];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = f.applyAsDouble(a.get(i), b.get(i));
        }
        return Values.shaped(entries.length == 0 ? new int[] {0} : a.shape(), entries);
    }
}
