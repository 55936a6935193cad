package homework.gradient;

/** The diagonal of a Jacobian, which is all there is to it when a function acts on each entry alone. */
final class Diagonal {
    private Diagonal() {
    }

    static boolean isAll(Values square) {
        for (int i = 0; i < square.size(); i++) {
            if (i % (square.length(0) + 1) != 0 && Math.abs(square.get(i)) > 1e-8) {
                return false;
            }
        }
        return true;
    }

    static Numeric of(Numeric jacobian, int[] shape) {
        int n = jacobian.values().length(0);
        double[] diagonal = new double[n];
        boolean[] kinks = new boolean[n];
        for (int i = 0; i < n; i++) {
            diagonal[i] = jacobian.values().get(i, i);
            kinks[i] = jacobian.kinks()[i * n + i];
        }
        return new Numeric(Values.shaped(shape, diagonal), kinks, jacobian.noise());
    }
}
