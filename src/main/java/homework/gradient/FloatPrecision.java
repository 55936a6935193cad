package homework.gradient;

import java.util.Optional;

/** Right up to seven digits, and every entry a float number: the computation went through float. */
final class FloatPrecision implements Cause {
    private static final double FLOAT_ERROR = 1e-3;

    @Override
    public Optional<Likely> of(Evidence evidence) {
        return evidence.largestError() <= FLOAT_ERROR && FloatFunction.isFloat(evidence.got)
                ? Optional.of(new Likely("float", "the formula is right but was computed in float, which keeps 7 digits; "
                        + "use double (DataType.DOUBLE, no (float))")) : Optional.empty();
    }
}
