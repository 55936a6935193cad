package homework.grade;

import homework.exercise.Problem;
import java.time.Duration;

/** The time that the calls of one exercise have, within what is left for the submission as a whole. */
final class Budget {
    private final Duration limit;
    private final Budget whole;
    private long left;

    /** @param whole the submission's, or null for that itself */
    Budget(Duration limit, Budget whole) {
        this.limit = limit;
        this.whole = whole;
        this.left = limit.toNanos();
    }

    synchronized Duration left() {
        return Duration.ofNanos(whole == null ? left : Math.min(left, whole.left().toNanos()));
    }

    synchronized void spend(long nanos) {
        left -= nanos;
        if (whole != null) {
            whole.spend(nanos);
        }
    }

    /** A call did not end in time. */
    Problem late() {
        return Problem.of("time", "did not end within " + limit.toSeconds() + " s, the limit for all tests of an exercise")
                .likely("a loop whose condition never becomes false, or far more work than is needed");
    }

    /** There is no time for a call. */
    Problem spent() {
        return Problem.notTried(left <= 0 ? "the " + limit.toSeconds() + " s for all tests of an exercise were used up"
                : "the submission as a whole had used up its " + whole.limit.toSeconds() + " s");
    }
}
