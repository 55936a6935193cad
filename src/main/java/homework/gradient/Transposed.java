package homework.gradient;

import java.util.Optional;

/** Rows and columns of the result are exchanged. */
final class Transposed implements Cause {

    @Override
    public Optional<Likely> of(Evidence evidence) {
        return evidence.expected.rank() == 2 && evidence.explainedBy(evidence.expected.transposed())
                ? Optional.of(new Likely("transposed", "transposed: rows and columns of the result are exchanged")) : Optional.empty();
    }
}
