package homework.gradient;

import java.util.Optional;

/** Right where the input is positive, and wrong by one factor wherever it is not, or the other way round. */
final class OneBranch implements Cause {
    private static final int ENOUGH = 2;

    @Override
    public Optional<Likely> of(Evidence evidence) {
        Values x = evidence.facts().input;
        if (x == null || !x.sameShape(evidence.expected) || !x.sameShape(evidence.got)) {
            return Optional.empty();
        }
        Optional<Likely> negative = wrongWhere(evidence, x, -1);
        return negative.isPresent() ? negative : wrongWhere(evidence, x, 1);
    }

    private static Optional<Likely> wrongWhere(Evidence evidence, Values x, int side) {
        double factor = 0;
        int wrong = 0;
        int right = 0;
        for (int i = 0; i < x.size(); i++) {
            if (evidence.skipped(i)) {
                continue;
            }
            boolean differs = evidence.error(i) > 1e-5;
            if (differs != x.get(i) * side > 0) {
                return Optional.empty();
            }
            double ratio = evidence.got.get(i) / evidence.expected.get(i);
            if (differs && wrong > 0 && !(Math.abs(ratio - factor) <= 1e-5 * Math.abs(factor))) {
                return Optional.empty();
            }
            factor = differs ? ratio : factor;
            wrong += differs ? 1 : 0;
            // Where 0 is expected neither a sign nor a factor can be seen.
            right += !differs && evidence.tells(i) ? 1 : 0;
        }
        if (wrong < ENOUGH || right < ENOUGH || !Double.isFinite(factor)) {
            return Optional.empty();
        }
        String where = "where the input is " + (side < 0 ? "negative" : "positive");
        return Optional.of(new Likely("branch", Math.abs(factor + 1) < 1e-5 ? "the sign is wrong " + where + ", and only there"
                : "the branch " + where + " is wrong, and only that: there the result is " + Text.number(factor) + " times what it should be"));
    }
}
