package homework.gradient;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The outcome of a comparison: right or wrong, the entries that differ most, and the likely cause. Its text is the report. */
public final class GradientReport {
    private static final int SHOWN = 3;
    private final String name;
    private final Evidence evidence;
    private final double tolerance;
    private final double error;
    private final Optional<Likely> likely;

    private GradientReport(String name, Evidence evidence, double tolerance) {
        this.name = name;
        this.evidence = evidence;
        this.tolerance = tolerance;
        this.error = evidence.largestError();
        this.likely = isRight() ? Optional.empty() : Causes.likely(evidence);
    }

    /**
     * Compares what the evidence holds; also of use for results that are no gradients.
     *
     * @param tolerance the largest {@link RelativeError} that counts as right
     */
    public static GradientReport of(String name, Evidence evidence, double tolerance) {
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("the tolerance must be above 0, for instance 1e-7, but is " + tolerance);
        }
        return new GradientReport(name, evidence, tolerance);
    }

    Evidence evidence() {
        return evidence;
    }

    /** What was expected. */
    public Values expected() {
        return evidence.expected;
    }

    /** What came. */
    public Values got() {
        return evidence.got;
    }

    /** Whether the shapes agree and every entry that was not skipped, of which there must be one, is within the tolerance. */
    public boolean isRight() {
        return evidence.isRight(tolerance) && evidence.isConclusive(tolerance);
    }

    /** The largest {@link RelativeError}; infinite if the shapes differ. */
    public double error() {
        return error;
    }

    /** How many entries were left out because the function has a kink there. */
    public int skipped() {
        return (int) IntStream.range(0, evidence.expected.size()).filter(evidence::skipped).count();
    }

    /** What has most likely gone wrong; empty if the result is right or nothing certain can be said. */
    public Optional<Likely> likely() {
        return likely;
    }

    /** The entries that differ most, worst first, at most three; none if the shapes differ. */
    public List<WorstEntry> worst() {
        return !evidence.expected.sameShape(evidence.got) ? List.of() : wrong()
                .sorted(Comparator.comparingDouble((Integer i) -> -evidence.error(i)).thenComparing(Comparator.naturalOrder())).limit(SHOWN)
                .map(i -> new WorstEntry(evidence.expected.place(i), evidence.expected.get(i), evidence.got.get(i), evidence.error(i))).toList();
    }

    private Stream<Integer> wrong() {
        return IntStream.range(0, evidence.expected.size()).filter(i -> evidence.isWrong(i, tolerance)).boxed();
    }

    @Override
    public String toString() {
        int compared = evidence.expected.size() - skipped();
        String kinks = skipped() == 0 ? "" : ", " + Text.count(skipped(), "entry", "entries") + " at kinks skipped";
        if (isRight()) {
            return name + ": right, largest error " + Text.error(error) + (error > tolerance ? ", which is rounding of the differences," : "")
                    + " in " + Text.count(compared, "entry", "entries") + kinks;
        }
        if (evidence.isRight(tolerance)) {
            return name + ": cannot tell, " + (compared == 0 ? "every entry is at a kink; choose a point beside them"
                    : "the function is so large beside its derivative that rounding hides it; subtract a constant from it, or scale it");
        }
        return name + ": wrong, " + details(kinks, compared);
    }

    private String details(String kinks, int compared) {
        String cause = likely.map(known -> "\n  " + known).orElse("");
        if (!evidence.expected.sameShape(evidence.got)) {
            return "expected " + shape(evidence.expected) + ", got " + shape(evidence.got) + cause;
        }
        return wrong().count() + " of " + Text.count(compared, "entry", "entries") + ", largest error " + Text.error(error) + " (limit "
                + Text.error(tolerance) + ")" + kinks + worst().stream().map(entry -> "\n  " + entry).collect(Collectors.joining()) + cause;
    }

    private static String shape(Values values) {
        return values.rank() == 0 ? "a single number" : "shape " + values.shapeText();
    }
}
