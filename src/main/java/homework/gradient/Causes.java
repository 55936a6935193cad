package homework.gradient;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The causes that are known, from the most specific to the most general. */
public final class Causes {

    /** A cause that would also fit by accident stands behind those that would not. */
    public static final List<Cause> KNOWN = List.of(
            new FloatPrecision(),
            new NotSummed(),
            new MissingPath(),
            new OneBranch(),
            new WrongPoint(),
            new Upstream(),
            new Transposed(),
            JacobianChange.transposed(),
            new WrongSign(),
            new SumAgainstMean(),
            new NamedFactor(),
            JacobianChange.diagonalMissing(),
            JacobianChange.offDiagonalMissing(),
            JacobianChange.diagonalSign(),
            JacobianChange.offDiagonalSign(),
            JacobianChange.deltaMissing(),
            JacobianChange.onlyDelta(),
            new NotDiagonal(),
            new DiagonalAlone(),
            new AnyFactor());

    private Causes() {
    }

    /** The first cause that accounts for all the differences; nothing if none does. */
    public static Optional<Likely> likely(Evidence evidence) {
        return KNOWN.stream().map(cause -> cause.of(evidence).orElse(null)).filter(Objects::nonNull).findFirst();
    }
}
