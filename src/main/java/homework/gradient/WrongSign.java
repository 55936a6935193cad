package homework.gradient;

import java.util.Optional;

/** Every entry is the negative of what it should be. */
final class WrongSign implements Cause {

    @Override
    public Optional<Likely> of(Evidence evidence) {
        return evidence.factor().stream().filter(factor -> Math.abs(factor + 1) < 1e-5)
                .mapToObj(factor -> new Likely("sign", "the sign is wrong: the result is the negative of what it should be")).findFirst();
    }
}
