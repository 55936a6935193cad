package homework.gradient;

import java.util.Optional;

/** One idea of what may have gone wrong, tried on a comparison that failed. */
@FunctionalInterface
public interface Cause {

    /** The cause in words if it accounts for all the differences, otherwise nothing. */
    Optional<Likely> of(Evidence evidence);
}
