package homework.gradient;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * A Jacobian that was changed in a known way, seen either as a matrix or through the product with dL/dy: if the changed matrix gives
 * what came, the change is the cause.
 */
final class JacobianChange implements Cause {
    private final Likely likely;
    private final Function<Values, Optional<Values>> change;

    private JacobianChange(String key, String text, Function<Values, Optional<Values>> change) {
        this.likely = new Likely(key, text);
        this.change = change;
    }

    static Cause transposed() {
        return new JacobianChange("transposed", "the Jacobian was transposed: the product needs the sum over the outputs j, "
                + "dL/dx_i = Σ_j dL/dy_j dy_j/dx_i", matrix -> Optional.of(matrix.transposed()));
    }

    static Cause diagonalMissing() {
        return new JacobianChange("diagonal missing", "the diagonal is missing: the entries with i = j are 0", parts(0, 1));
    }

    static Cause offDiagonalMissing() {
        return new JacobianChange("off-diagonal missing",
                "the off-diagonal entries are missing: every output depends on every input, not on its own alone", parts(1, 0));
    }

    static Cause diagonalSign() {
        return new JacobianChange("diagonal sign", "the sign of the diagonal (i = j) is wrong, and only that", parts(-1, 1));
    }

    static Cause offDiagonalSign() {
        return new JacobianChange("off-diagonal sign", "the sign off the diagonal (i ≠ j) is wrong, and only that", parts(1, -1));
    }

    static Cause deltaMissing() {
        return new JacobianChange("delta missing",
                "the diagonal term (δ_ij, Kronecker's delta) is missing: the formula for i ≠ j was used for i = j too", RankOne::complete);
    }

    static Cause onlyDelta() {
        return new JacobianChange("only delta", "only the term with δ_ij is there; the one that all pairs i, j share is missing",
                matrix -> RankOne.complete(matrix).map(common -> only(minus(matrix, common), 1, 0)));
    }

    @Override
    public Optional<Likely> of(Evidence evidence) {
        Values upstream = evidence.facts().upstream;
        if (upstream == null) {
            return evidence.expected.rank() == 2 && change.apply(evidence.expected).filter(evidence::explainedBy).isPresent()
                    ? Optional.of(likely) : Optional.empty();
        }
        return evidence.facts().jacobian.get().flatMap(change)
                .filter(wrong -> wrong.length(0) == upstream.size() && wrong.length(1) == evidence.expected.size())
                .map(wrong -> product(wrong, upstream, evidence.expected.shape())).filter(evidence::explainedBy).map(wrong -> likely);
    }

    private static Function<Values, Optional<Values>> parts(double diagonal, double rest) {
        return matrix -> {
            // A matrix with nothing off (or on) its diagonal cannot tell its parts apart.
            IntPredicate onDiagonal = i -> i % (matrix.length(0) + 1) == 0;
            boolean both = matrix.isSquare() && some(matrix, onDiagonal) && some(matrix, onDiagonal.negate());
            return both ? Optional.of(only(matrix, diagonal, rest)) : Optional.empty();
        };
    }

    private static boolean some(Values matrix, IntPredicate place) {
        RelativeError rule = RelativeError.against(matrix, 1e-9);
        for (int i = 0; i < matrix.size(); i++) {
            if (place.test(i) && rule.speaks(matrix.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static Values only(Values matrix, double diagonal, double rest) {
        double[] entries = matrix.toArray();
        for (int i = 0; i < entries.length; i++) {
            entries[i] *= i % (matrix.length(0) + 1) == 0 ? diagonal : rest;
        }
        return Values.shaped(matrix.shape(), entries);
    }

    private static Values minus(Values matrix, Values other) {
        double[] entries = matrix.toArray();
        for (int i = 0; i < entries.length; i++) {
            entries[i] -= other.get(i);
        }
        return Values.shaped(matrix.shape(), entries);
    }

    private static Values product(Values jacobian, Values upstream, int[] shape) {
        double[] sums = new double[jacobian.length(1)];
        for (int j = 0; j < upstream.size(); j++) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += upstream.get(j) * jacobian.get(j, i);
            }
        }
        return Values.shaped(shape, sums);
    }
}
