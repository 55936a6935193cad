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
        Optional<Likely> agreed = agreed(all.stream().filter(one -> !one.isRight(tolerance)).map(Causes::likely).toList());
        // Where each entry has an input of its own, all of them together may show what a few do not: the two sides of a kink.
        return agreed.isPresent() || !all.stream().allMatch(Consensus::isEntryByEntry) ? agreed : Causes.likely(stacked(all));
    }

    private static Optional<Likely> agreed(List<Optional<Likely>> causes) {
        if (causes.isEmpty() || causes.get(0).isEmpty()) {
            return Optional.empty();
        }
        Likely first = causes.get(0).get();
        if (!causes.stream().allMatch(one -> one.map(Likely::key).equals(Optional.of(first.key())))) {
            return Optional.empty();
        }
        boolean sameText = causes.stream().allMatch(one -> one.equals(Optional.of(first)));
        return Optional.of(sameText ? first : new Likely(first.key(), first.key().equals(AnyFactor.KEY)
                ? "a factor, the same for all entries of one input but another for each input" : first.text() + ", and for each input another number"));
    }

    private static boolean isEntryByEntry(Evidence one) {
        return one.expected.rank() == 1 && one.expected.sameShape(one.got) && one.expected.sameShape(one.facts().input);
    }

    /** The entries of all inputs as one vector, in which a factor or a sign shows. */
    private static Evidence stacked(List<Evidence> all) {
        int block = all.get(0).expected.size();
        double[] expected = new double[all.size() * block];
        double[] got = new double[expected.length];
        double[] inputs = new double[expected.length];
        boolean[] kinks = new boolean[expected.length];
        Facts facts = all.get(0).facts().copy();
        boolean haveInputs = facts.input.size() == block;
        for (int i = 0; i < expected.length; i++) {
            Evidence one = all.get(i / block);
            expected[i] = one.expected.get(i % block);
            got[i] = one.got.get(i % block);
            inputs[i] = haveInputs ? one.facts().input.get(i % block) : 0;
            kinks[i] = one.skipped(i % block);
            facts.noise = Math.max(facts.noise, one.facts().noise);
        }
        facts.input = haveInputs ? Values.of(inputs) : null;
        facts.kinks = kinks;
        // These belong to the first input alone.
        facts.expectedAtOutput = Optional::empty;
        facts.gotAtOutput = Optional::empty;
        return Evidence.of(expected, got).with(facts);
    }
}
