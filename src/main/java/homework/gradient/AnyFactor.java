package homework.gradient;

import java.util.Optional;
import java.util.stream.IntStream;

/** Wrong by some factor, the same for all entries, with no name known for it. */
final class AnyFactor implements Cause {
    static final String KEY = "factor";
    /** Two numbers are easily proportional to two others; three rarely are. */
    private static final int ENOUGH = 3;

    @Override
    public Optional<Likely> of(Evidence evidence) {
        return magnitudes(evidence) < ENOUGH ? Optional.empty() : evidence.factor().stream()
                .mapToObj(factor -> new Likely(KEY, "a constant factor: each entry is " + Text.apart(factor, 1) + " times what it should be"))
                .findFirst();
    }

    /** How many of the entries that tell differ in size; any two vectors of equal entries are proportional. */
    private static long magnitudes(Evidence evidence) {
        return IntStream.range(0, evidence.expected.size()).filter(evidence::tells).mapToObj(i -> Text.number(Math.abs(evidence.expected.get(i))))
                .distinct().count();
    }
}
