package homework.gradient;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The several uses of an input, each with a copy of its own, so that the gradient over each can be taken alone. */
record Paths<T>(Formula<List<T>> formula, List<String> names) {

    Paths {
        if (names.size() < 2 || names.size() > 8) {
            throw new IllegalArgumentException("paths needs 2 to 8 names, one for each use of x, but has " + names.size());
        }
    }

    /** How the derivative of a formula is taken: as that of the whole function. */
    interface Derivative<T> {
        Numeric of(String name, Formula<T> formula, Probe<T> probe);
    }

    /** The share of each path; by the chain rule their sum is the gradient. */
    List<Map.Entry<String, Values>> gradients(T x, Formula<T> whole, Derivative<T> derivative) {
        Values expected = new Guarded<>("the function", whole, Probe.at(x)).first();
        Values together = new Guarded<>("the formula of the paths", this::together, Probe.at(x)).first();
        if (Evidence.of(expected, together).largestError() > 1e-9) {
            throw new IllegalArgumentException("the formula of the paths, given x for each use, must be the function itself, but differs: "
                    + expected + " and " + together);
        }
        List<Map.Entry<String, Values>> shares = new ArrayList<>();
        for (int p = 0; p < names.size(); p++) {
            int moving = p;
            Numeric share = derivative.of("path " + names.get(p), copy -> {
                List<T> copies = new ArrayList<>(Collections.nCopies(names.size(), x));
                copies.set(moving, copy);
                return formula.at(copies);
            }, Probe.at(x));
            shares.add(Map.entry(names.get(p), share.values()));
        }
        return shares;
    }

    private Object together(T x) throws Exception {
        return formula.at(Collections.nCopies(names.size(), x));
    }
}
