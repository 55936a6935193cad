package homework.gradient;

import java.util.Optional;

/** One row for each example of the batch where their sum was expected, as for a bias. */
final class NotSummed implements Cause {

    @Override
    public Optional<Likely> of(Evidence evidence) {
        Values got = evidence.got;
        Values expected = evidence.expected;
        if (got.rank() != 2 || got.length(0) < 2 || got.length(1) != expected.size()) {
            return Optional.empty();
        }
        double[] sums = new double[expected.size()];
        for (int i = 0; i < got.size(); i++) {
            sums[i % sums.length] += got.get(i);
        }
        Evidence summed = Evidence.of(expected, Values.shaped(expected.shape(), sums)).with(evidence.facts());
        return summed.largestError() <= 1e-5 ? Optional.of(new Likely("not summed",
                "the sum over the batch is missing: each of the " + got.length(0) + " rows is one example's share")) : Optional.empty();
    }
}
