package homework.gradient;

import java.util.Optional;

/** Wrong by some factor, the same for all entries, with no name known for it. */
final class AnyFactor implements Cause {
    /** Two numbers are easily proportional to two others; three rarely are. */
    private static final int ENOUGH = 3;

    @Override
    public Optional<Likely> of(Evidence evidence) {
        return evidence.telling() < ENOUGH ? Optional.empty() : evidence.factor().stream()
                .mapToObj(factor -> new Likely("factor", "a constant factor: each entry is " + Text.number(factor) + " times what it should be"))
                .findFirst();
    }
}
