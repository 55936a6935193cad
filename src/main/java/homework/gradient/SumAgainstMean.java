package homework.gradient;

import java.util.Map;
import java.util.Optional;

/** Wrong by a factor that is the number of terms, such as the batch size: one side adds where the other averages. */
final class SumAgainstMean implements Cause {

    @Override
    public Optional<Likely> of(Evidence evidence) {
        if (evidence.factor().isEmpty()) {
            return Optional.empty();
        }
        double factor = evidence.factor().getAsDouble();
        for (Map.Entry<String, Integer> count : evidence.facts().counts.entrySet()) {
            int n = count.getValue();
            // A batch of 1 has one sum and mean, and with two terms a factor 2 may have other reasons.
            if (n < 3) {
                continue;
            }
            String name = count.getKey();
            if (Math.abs(factor / n - 1) < 1e-5) {
                return Optional.of(new Likely("sum", "a sum where the mean is expected: the result is " + name + " = " + n
                        + " times too large; divide by " + name + ", once"));
            }
            if (Math.abs(factor * n - 1) < 1e-5) {
                return Optional.of(new Likely("mean", "a mean where the sum is expected: the result is " + name + " = " + n
                        + " times too small; do not divide by " + name + " here (1/" + name + " enters once, in the loss)"));
            }
        }
        return Optional.empty();
    }
}
