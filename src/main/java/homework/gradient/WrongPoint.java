package homework.gradient;

import java.util.Optional;

/** The derivative was taken at the output in place of the input, or a formula in terms of the output was given the input. */
final class WrongPoint implements Cause {

    @Override
    public Optional<Likely> of(Evidence evidence) {
        if (evidence.facts().expectedAtOutput.get().filter(evidence::explainedBy).isPresent()) {
            return Optional.of(new Likely("at output", "the derivative was evaluated at the output y = f(x) in place of the input x"));
        }
        Optional<Values> moved = evidence.facts().gotAtOutput.get();
        if (moved.isPresent()) {
            // The same formula, fed with the output, must give the right answer.
            double error = Evidence.of(evidence.expected, moved.get()).with(evidence.facts()).largestError();
            if (error <= 1e-5 && error <= 1e-2 * evidence.largestError()) {
                return Optional.of(new Likely("at input", "this formula is one for the output y = f(x), but it was evaluated at the input x"));
            }
        }
        return Optional.empty();
    }
}
