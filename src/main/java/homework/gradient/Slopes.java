package homework.gradient;

/** The slopes of all outputs along one input at a time, by central differences; see {@link Differences} for step and kinks. */
final class Slopes<T> {
    private static final double STEP = Math.cbrt(Math.ulp(1.0));
    private static final double SUSPICIOUS = 1e-4;
    private static final double ROUNDING = 32 * Math.ulp(1.0);
    final double[] slope;
    final boolean[] kink;
    private final Guarded<T> function;
    private final Probe<T> probe;
    private final Values x;

    Slopes(Guarded<T> function, Probe<T> probe) {
        this.function = function;
        this.probe = probe;
        this.x = probe.values();
        this.slope = new double[outputs()];
        this.kink = new boolean[outputs()];
        FloatFunction.reject(function, probe);
    }

    /** How far rounding may move a slope of a function of this size. */
    static double noise(double size) {
        return ROUNDING * size / STEP;
    }

    /** The function's value at the unmoved point. */
    Values value() {
        return function.first();
    }

    int outputs() {
        return function.first().size();
    }

    /** The last look at the function, which must not have changed meanwhile. */
    void finish() {
        function.expectSameAnswer();
    }

    /** Fills {@link #slope} and {@link #kink} for the input entry i. */
    void along(int i) {
        double h = STEP * Math.max(1, Math.abs(x.get(i)));
        double[] jump = new double[outputs()];
        boolean suspicious = measure(i, h, slope, jump);
        for (int j = 0; j < kink.length; j++) {
            kink[j] = false;
        }
        if (suspicious) {
            confirm(i, h / 10, jump);
        }
    }

    /** Central slopes, and how far right and left slopes differ where that is more than rounding; whether any do. */
    private boolean measure(int i, double h, double[] central, double[] jump) {
        double at = x.get(i);
        probe.set(i, at + h);
        Values above = function.value();
        probe.set(i, at - h);
        Values below = function.value();
        probe.set(i, at);
        // What was really added, after rounding at + h.
        double right = at + h - at;
        double left = at - (at - h);
        boolean suspicious = false;
        for (int j = 0; j < central.length; j++) {
            double here = function.first().get(j);
            double up = (above.get(j) - here) / right;
            double down = (here - below.get(j)) / left;
            double rounding = ROUNDING * Math.max(Math.abs(here), Math.max(Math.abs(above.get(j)), Math.abs(below.get(j)))) / h;
            boolean differs = Math.abs(up - down) > SUSPICIOUS * Math.max(Math.abs(up), Math.abs(down)) + rounding;
            central[j] = (above.get(j) - below.get(j)) / (right + left);
            jump[j] = differs ? Math.abs(up - down) : 0;
            suspicious |= differs;
        }
        return suspicious;
    }

    /** A smooth curve's difference shrinks with h, a kink's stays, and that of a kink near by is gone. */
    private void confirm(int i, double h, double[] jump) {
        double[] closer = new double[slope.length];
        double[] closerJump = new double[slope.length];
        measure(i, h, closer, closerJump);
        for (int j = 0; j < slope.length; j++) {
            kink[j] = jump[j] > 0 && closerJump[j] > 0.5 * jump[j];
            if (jump[j] > 0 && closerJump[j] < 0.05 * jump[j]) {
                slope[j] = closer[j];
            }
        }
    }
}
