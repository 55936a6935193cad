package homework.grade;

import homework.exercise.Problem;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * The time that the calls of one exercise have, within what is left for the submission as a whole. A runner that has to wait for a
 * core is not charged for that, but for no less than a third of the time on the clock: one that sleeps shall not sleep for ever.
 */
final class Budget {
    private static final int PATIENCE = 3;
    private final Duration limit;
    private final Budget whole;
    private long used;

    /** @param whole the submission's, or null for that itself */
    Budget(Duration limit, Budget whole) {
        this.limit = limit;
        this.whole = whole;
    }

    /** A call, or whatever else a runner is asked, while it lasts. */
    final class Use implements AutoCloseable {
        private final RunnerProcess runner;
        private final long begun = System.nanoTime();
        private final long before;

        private Use(RunnerProcess runner) {
            this.runner = runner;
            this.before = runner.processorNanos();
        }

        private long nanos() {
            long clock = System.nanoTime() - begun;
            return Math.min(clock, Math.max(runner.processorNanos() - before, clock / PATIENCE));
        }

        /** What is left; nothing or less when it must end. */
        Duration left() {
            return Budget.this.left().minusNanos(nanos());
        }

        @Override
        public void close() {
            spend(nanos());
        }
    }

    Use use(RunnerProcess runner) {
        return new Use(runner);
    }

    synchronized Duration left() {
        Duration own = limit.minusNanos(used);
        return whole == null || own.compareTo(whole.left()) < 0 ? own : whole.left();
    }

    private synchronized void spend(long nanos) {
        used += nanos;
        if (whole != null) {
            whole.spend(nanos);
        }
    }

    /** A time in seconds, as it was asked for. */
    static String told(Duration limit) {
        return BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }

    /** A call did not end in time. */
    Problem late() {
        return Problem.of("time", "did not end within " + told(limit) + ", the limit for all tests of an exercise")
                .likely("a loop whose condition never becomes false, or far more work than is needed");
    }

    /** There is no time for a call. */
    Problem spent() {
        if (whole != null && whole.left().toMillis() <= 0) {
            return whole.spent();
        }
        return Problem.notTried(whole == null ? "the submission as a whole had used up its " + told(limit)
                : "the " + told(limit) + " for all tests of an exercise were used up");
    }
}
