package homework.gradient;

import java.util.List;
import java.util.Optional;

/** The cause on which all inputs agree. One input may fit a cause by accident; a hundred do not. */
final class Consensus {
    private Consensus() {
    }

    static Optional<Likely> of(List<Evidence> all, double tolerance) {
        if (all.stream().allMatch(one -> one.expected.size() == 1 && one.got.size() == 1)) {
            return Causes.likely(stacked(all));
        }
        Likely agreed = null;
        boolean sameText = true;
        for (Evidence one : all) {
            if (one.isRight(tolerance)) {
                continue;
            }
            Optional<Likely> likely = Causes.likely(one);
            if (likely.isEmpty() || agreed != null && !agreed.key().equals(likely.get().key())) {
                return Optional.empty();
            }
            sameText &= agreed == null || agreed.text().equals(likely.get().text());
            agreed = agreed == null ? likely.get() : agreed;
        }
        return agreed == null || sameText ? Optional.ofNullable(agreed)
                : Optional.of(new Likely(agreed.key(), agreed.text() + ", and for each input another number"));
    }

    /** Single numbers of many inputs as one vector, in which a factor or a sign shows. */
    private static Evidence stacked(List<Evidence> all) {
        int n = all.size();
        double[] expected = new double[n];
        double[] got = new double[n];
        double[] inputs = new double[n];
        boolean[] kinks = new boolean[n];
        Facts facts = all.get(0).facts().copy();
        boolean oneNumber = facts.input.size() == 1;
        for (int i = 0; i < n; i++) {
            expected[i] = all.get(i).expected.get(0);
            got[i] = all.get(i).got.get(0);
            inputs[i] = oneNumber ? all.get(i).facts().input.get(0) : 0;
            kinks[i] = all.get(i).skipped(0);
            facts.noise = Math.max(facts.noise, all.get(i).facts().noise);
        }
        facts.input = oneNumber ? Values.of(inputs) : null;
        facts.kinks = kinks;
        return Evidence.of(expected, got).with(facts);
    }
}
