package homework.engine;

/**
 * Nonlinear conjugate gradient by Polak and Ribière, with the line searches and the constants of {@code optim.cg}, which came with Torch7
 * (itself a translation of Rasmussen's {@code minimize.m}). It keeps nothing from one call to the next: like Torch's it starts every
 * minibatch with steepest descent, and with a step of 1 / (1 + g · g) along it.
 *
 * <p>Told to do n iterations, it begins no line search after 1.25 n evaluations of the function, the first one included. With n = 2, which
 * are 2.5, there are two line searches, or one if that took more than one evaluation.
 *
 * <p>A line search that fails ends it, at the point where that search began. {@code minimize.m} would try steepest descent once more; in
 * Torch's translation the mark for it is the number 0, which counts as true in Lua, so that the first failure passes for the second.
 * With two iterations it makes no difference: a search that has failed has used up the evaluations.
 *
 * <p>Where Torch's would go on for ever this stops: at a gradient of exactly 0, at a point where loss or slope is not a number, and in a line
 * search of {@value LineSearch#LONGEST} evaluations; in the last two it goes back as after any failure.
 */
final class ConjugateGradient {
    /** Times that a step may be longer than the one before, at most. */
    private static final double RATIO = 100;

    private final int iterations;

    /** @param iterations Torch's {@code maxIter}, at least 1 */
    ConjugateGradient(int iterations) {
        this.iterations = iterations;
    }

    /**
     * Moves the point of the landscape to where the function is lower, or leaves it where it is.
     *
     * @param value of the function at that point, where it has just been evaluated
     * @return the slope at the start, −g · g; if it is not finite, nothing can be searched
     */
    double minimise(Landscape land, double value) {
        land.steepest();
        double start = land.slope();
        double most = 1.25 * iterations;
        double slope = start;
        double length = 1 / (1 - slope);
        double lowest = value;
        int evaluations = 1;
        while (evaluations < most && slope < 0 && Double.isFinite(slope)) {
            land.mark();
            LineSearch line = new LineSearch(land, lowest, slope);
            if (!line.run(length, most - evaluations - 1, iterations)) {
                land.back();
                return start;
            }
            lowest = line.value();
            evaluations += line.evaluations();
            if (evaluations < most) {
                double next = direction(land);
                // The smallest number keeps the quotient one if the slope is 0.
                length = line.length() * Math.min(RATIO, slope / (next - Double.MIN_NORMAL));
                slope = next;
            }
        }
        return start;
    }

    /** The next one, and the slope along it. */
    private static double direction(Landscape land) {
        land.conjugate();
        double slope = land.slope();
        if (slope > 0) {
            land.steepest();
            slope = land.slope();
        }
        return slope;
    }
}
