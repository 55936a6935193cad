package homework.gradient;

import java.util.Optional;

/**
 * Many Jacobians are a product of columns and rows plus something on the diagonal, J_ij = u_i v_j + d_i δ_ij, as that of softmax.
 * The off-diagonal entries alone then say what u_i v_i is: J_ij J_ki / J_kj for any j, k other than i.
 */
final class RankOne {
    private static final double CLOSE = 1e-6;

    private RankOne() {
    }

    /**
     * The matrix u_i v_j with its diagonal, if the off-diagonal entries are of this form. A matrix that falls into equal blocks along
     * the diagonal (a batch, whose examples know nothing of each other) is completed block by block.
     */
    static Optional<Values> complete(Values matrix) {
        if (!matrix.isSquare()) {
            return Optional.empty();
        }
        int n = matrix.length(0);
        int block = blockSize(matrix);
        double[] entries = matrix.toArray();
        for (int i = 0; i < n && block >= 3; i++) {
            int start = i / block * block;
            double whole = Double.NaN;
            for (int a = 1; a < block; a++) {
                // Every other j of the block, each with the k that follows it; all pairs j, k would say no more.
                int j = start + (i - start + a) % block;
                int k = start + (i - start + a % (block - 1) + 1) % block;
                double here = matrix.get(i, j) * matrix.get(k, i) / matrix.get(k, j);
                if (!Double.isFinite(here) || Math.abs(here - whole) > CLOSE * Math.abs(whole)) {
                    return Optional.empty();
                }
                whole = Double.isNaN(whole) ? here : whole;
            }
            entries[i * n + i] = whole;
        }
        return block >= 3 ? Optional.of(Values.shaped(matrix.shape(), entries)) : Optional.empty();
    }

    /** The size of the blocks along the diagonal outside which all is 0; n if the whole is one block. */
    private static int blockSize(Values matrix) {
        int n = matrix.length(0);
        for (int size = 1; size < n; size++) {
            if (n % size == 0 && nothingOutside(matrix, size)) {
                return size;
            }
        }
        return n;
    }

    private static boolean nothingOutside(Values matrix, int size) {
        int n = matrix.length(0);
        for (int i = 0; i < matrix.size(); i++) {
            if (i / n / size != i % n / size && Math.abs(matrix.get(i)) > 1e-9) {
                return false;
            }
        }
        return true;
    }
}
