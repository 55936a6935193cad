package homework.engine;

/**
 * Looks along a direction for a point that is low and flat enough (the conditions of Wolfe and Powell): from the value f₁ and the slope d₁
 * at the start, f(z) ≤ f₁ + ρ z d₁ and |d(z)| ≤ −σ d₁. It goes further while the slope is still steep, to where a cubic has its minimum,
 * and comes back if it went too far.
 */
final class LineSearch {
    /** Evaluations; Torch's has no such end. It is reached where the loss is below some 1e-6, and float's rounding hides its curve. */
    static final int LONGEST = 20;
    private static final double RHO = .01;
    private static final double SIGMA = .5;
    /** Nearer than this part of the bracket to its ends no point is tried. */
    private static final double MARGIN = .1;
    /** Times as far as the last point it goes at most. */
    private static final double FURTHEST = 3;

    private final Landscape land;
    private final double f1;
    private final double d1;
    /** The last point: distance from the start, value, slope. */
    private double z1;
    private double f2;
    private double d2;
    /** The other point that the fit goes through: distance from the last, value, slope. */
    private double z3;
    private double f3;
    private double d3;
    /** Where the minimum lies before; negative as long as no point was too far. */
    private double limit = -1;
    private int evaluations;

    /** @param slope at the start, below 0 */
    LineSearch(Landscape land, double value, double slope) {
        this.land = land;
        f1 = value;
        d1 = slope;
        f3 = value;
        d3 = slope;
    }

    /**
     * @param first distance to try
     * @param left evaluations after the first one, as far as the search as a whole allows them
     * @param iterations the most that one line search makes of them; the smaller of the two need not be a whole number, and then it stops
     *     interpolation, but not extrapolation
     * @return whether a point was found; the landscape stands at the last that was tried
     */
    boolean run(double first, double left, int iterations) {
        double more = Math.min(iterations, left);
        go(first);
        z3 = -z1;
        while (true) {
            for (; isTooFar() && more > 0; more--) {
                limit = z1;
                double z2 = interpolated();
                go(z2);
                z3 -= z2;
            }
            boolean isFailed = isTooFar() || !Double.isFinite(f2) || !Double.isFinite(d2);
            if (isFailed || d2 > SIGMA * d1) {
                return !isFailed;
            }
            if (more == 0 || evaluations >= LONGEST) {
                return false;
            }
            double z2 = extrapolated();
            f3 = f2;
            d3 = d2;
            z3 = -z2;
            go(z2);
            more--;
        }
    }

    private void go(double further) {
        land.move(further);
        z1 += further;
        f2 = land.evaluate();
        d2 = land.slope();
        evaluations++;
    }

    private boolean isTooFar() {
        return f2 > f1 + z1 * RHO * d1 || d2 > -SIGMA * d1;
    }

    /** From the last point back into the bracket: to the minimum of a parabola if the value has risen, else of a cubic. */
    private double interpolated() {
        double z2 = f2 > f1 ? z3 - .5 * d3 * z3 * z3 / (d3 * z3 + f2 - f3) : (Math.sqrt(b() * b() - a() * d2 * z3 * z3) - b()) / a();
        if (!Double.isFinite(z2)) {
            z2 = z3 / 2;
        }
        return Math.max(Math.min(z2, MARGIN * z3), (1 - MARGIN) * z3);
    }

    /** From the last point on, but not beyond the limit, and not more than {@value #FURTHEST} times as far. */
    private double extrapolated() {
        double z2 = -d2 * z3 * z3 / (b() + Math.sqrt(b() * b() - a() * d2 * z3 * z3));
        boolean limited = limit >= 0;
        if (!Double.isFinite(z2) || z2 < 0) {
            return limited ? (limit - z1) / 2 : z1 * (FURTHEST - 1);
        }
        if (limited && z1 + z2 > limit) {
            return (limit - z1) / 2;
        }
        if (!limited && z1 + z2 > z1 * FURTHEST) {
            return z1 * (FURTHEST - 1);
        }
        if (z2 < -z3 * MARGIN) {
            return -z3 * MARGIN;
        }
        return limited ? Math.max(z2, (limit - z1) * (1 - MARGIN)) : z2;
    }

    /** Of the cubic through both points with their slopes, at a distance z from the last: f₂ + d₂ z + b z² / z₃² + a z³ / (3 z₃²). */
    private double a() {
        return 6 * (f2 - f3) / z3 + 3 * (d2 + d3);
    }

    private double b() {
        return 3 * (f3 - f2) - z3 * (d3 + 2 * d2);
    }

    double value() {
        return f2;
    }

    double length() {
        return z1;
    }

    int evaluations() {
        return evaluations;
    }
}
