package homework.gradient;

import java.util.Optional;
import java.util.stream.IntStream;

/** The Jacobian of a function that acts on each entry alone has nothing off its diagonal; what came is right there, and has. */
final class NotDiagonal implements Cause {
    private static final double CLOSE = 1e-5;

    @Override
    public Optional<Likely> of(Evidence evidence) {
        Values expected = evidence.expected;
        if (!expected.isSquare() || expected.length(0) < 2 || !expected.sameShape(evidence.got) || !Diagonal.isAll(expected)) {
            return Optional.empty();
        }
        int next = expected.length(0) + 1;
        boolean onDiagonal = IntStream.range(0, expected.size()).filter(i -> i % next == 0).allMatch(i -> evidence.error(i) <= CLOSE);
        boolean offDiagonal = IntStream.range(0, expected.size()).filter(i -> i % next != 0).allMatch(i -> evidence.error(i) > CLOSE);
        return onDiagonal && offDiagonal ? Optional.of(new Likely("not diagonal",
                "the entries with i ≠ j must be 0, by δ_ij: each output depends on its own input alone")) : Optional.empty();
    }
}
