package homework.gradient;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * All that is known when two results are compared: what was expected, what came, and what the caller can tell about the function,
 * so that a cause can be recognised. Each {@code with} and each named constant returns new evidence.
 */
public final class Evidence {
    /** A cause must reproduce what came this well, which leaves room for a result in float ... */
    private static final double CLOSE = 1e-5;
    /** ... and must leave at most this part of the error: otherwise it only restates what was expected. */
    private static final double PART = 1e-2;

    /** Rounding of the differences of a function of size 1 stays well below this. */
    private static final double HIDDEN = 1e-6;

    final Values expected;
    final Values got;
    private final Facts facts;
    private final RelativeError rule;

    private Evidence(Values expected, Values got, Facts facts) {
        this.expected = expected;
        this.got = got;
        this.facts = facts;
        this.rule = RelativeError.against(expected, facts.noise);
    }

    /** What was expected and what came, each a number, {@code double[]}, {@code double[][]} or {@code INDArray}. */
    public static Evidence of(Object expected, Object got) {
        return new Evidence(Values.of(expected), Values.of(got), new Facts());
    }

    /** A factor that occurs in the formula, such as β = 1.5, by the name a report shall use. */
    public Evidence constant(String name, double value) {
        return with(facts.constant(name, value));
    }

    /** A number of terms that are added or averaged, such as the batch size B. */
    public Evidence count(String name, int value) {
        return with(facts.count(name, value));
    }

    Evidence with(Facts known) {
        return new Evidence(expected, got, known);
    }

    Facts facts() {
        return facts;
    }

    boolean skipped(int i) {
        return facts.kinks.length > 0 && facts.kinks[i];
    }

    /** The error of one entry, 0 if it was skipped. */
    double error(int i) {
        return skipped(i) ? 0 : rule.of(expected.get(i), got.get(i));
    }

    /** Whether an entry is off by more than a tolerance, and by more than finite differences may be. */
    boolean isWrong(int i, double tolerance) {
        return !skipped(i) && rule.beyondNoise(expected.get(i), got.get(i)) > tolerance;
    }

    /** The largest {@link RelativeError} of all entries; infinite if the shapes differ. */
    public double largestError() {
        double largest = expected.sameShape(got) ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < expected.size() && expected.sameShape(got); i++) {
            largest = Math.max(largest, error(i));
        }
        return largest;
    }

    /** Whether the shapes agree and no entry is wrong. */
    boolean isRight(double tolerance) {
        return expected.sameShape(got) && IntStream.range(0, expected.size()).noneMatch(i -> isWrong(i, tolerance));
    }

    /** Whether this wrong result is what came, so that it accounts for the differences. */
    boolean explainedBy(Values wrong) {
        double left = distance(wrong);
        return left <= CLOSE && left <= PART * distance(expected);
    }

    private double distance(Values other) {
        if (!other.sameShape(got)) {
            return Double.POSITIVE_INFINITY;
        }
        RelativeError measure = RelativeError.against(other, facts.noise);
        double largest = 0;
        for (int i = 0; i < got.size(); i++) {
            largest = Math.max(largest, got.sameShape(expected) && skipped(i) ? 0 : measure.beyondNoise(other.get(i), got.get(i)));
        }
        return largest;
    }

    /**
     * Whether the comparison says anything: not if every entry was skipped, nor if an entry is right for no other reason than that
     * rounding hides differences far larger than those of a function of ordinary size.
     */
    boolean isConclusive(double tolerance) {
        if (!expected.sameShape(got)) {
            return true;
        }
        DoubleStream hidden = IntStream.range(0, expected.size()).filter(i -> error(i) > tolerance && !isWrong(i, tolerance))
                .mapToDouble(i -> Math.abs(expected.get(i) - got.get(i)) / Math.max(1, Math.max(Math.abs(expected.get(i)), Math.abs(got.get(i)))));
        return compared() > 0 && hidden.noneMatch(difference -> difference > HIDDEN);
    }

    /** How many entries were not skipped. */
    int compared() {
        return (int) IntStream.range(0, expected.size()).filter(i -> !skipped(i)).count();
    }

    /** How many entries are large enough to tell a factor or a sign. */
    int telling() {
        int count = 0;
        for (int i = 0; i < expected.size(); i++) {
            count += tells(i) ? 1 : 0;
        }
        return count;
    }

    /** Whether an entry is one of them. */
    boolean tells(int i) {
        return !skipped(i) && rule.speaks(expected.get(i));
    }

    /** The one factor by which every entry is wrong, if there is one. */
    OptionalDouble factor() {
        if (!expected.sameShape(got)) {
            return OptionalDouble.empty();
        }
        double both = 0;
        double square = 0;
        for (int i = 0; i < expected.size(); i++) {
            both += skipped(i) ? 0 : expected.get(i) * got.get(i);
            square += skipped(i) ? 0 : expected.get(i) * expected.get(i);
        }
        double factor = both / square;
        return factor != 0 && Double.isFinite(factor) && telling() > 0 && explainedBy(expected.times(factor))
                ? OptionalDouble.of(factor) : OptionalDouble.empty();
    }
}
