package homework.gradient;

import java.util.Optional;

/** A product of two vectors gave a vector or a number where the matrix of all products was expected, of which that is the diagonal. */
final class DiagonalAlone implements Cause {
    private static final double CLOSE = 1e-5;

    @Override
    public Optional<Likely> of(Evidence evidence) {
        Values expected = evidence.expected;
        if (!expected.isSquare() || expected.length(0) < 2 || !isRankOne(expected)) {
            return Optional.empty();
        }
        int n = expected.length(0);
        double[] diagonal = new double[n];
        double trace = 0;
        for (int i = 0; i < n; i++) {
            diagonal[i] = expected.get(i, i);
            trace += diagonal[i];
        }
        if (evidence.explainedBy(Values.of(diagonal))) {
            return likely("the product entry by entry");
        }
        return evidence.explainedBy(Values.of(trace)) ? likely("the inner product, a single number,") : Optional.empty();
    }

    private static Optional<Likely> likely(String what) {
        return Optional.of(new Likely("outer product", what + " stands where the outer product is expected: "
                + "a row for each entry of the first vector, a column for each of the second"));
    }

    /** Whether each entry is a number of its row times one of its column. */
    private static boolean isRankOne(Values matrix) {
        int largest = 0;
        for (int i = 0; i < matrix.size(); i++) {
            largest = Math.abs(matrix.get(i)) > Math.abs(matrix.get(largest)) ? i : largest;
        }
        int n = matrix.length(1);
        double corner = matrix.get(largest);
        for (int i = 0; i < matrix.size(); i++) {
            double product = matrix.get(i / n, largest % n) * matrix.get(largest / n, i % n);
            if (Math.abs(matrix.get(i) * corner - product) > CLOSE * corner * corner) {
                return false;
            }
        }
        return corner != 0;
    }
}
