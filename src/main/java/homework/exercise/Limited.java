package homework.exercise;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs code that may not end, may fail in any way, and may print without end; whatever goes wrong becomes a {@link Problem}. Only
 * {@link System#exit} and a crash in native code end the kernel here as they do in any cell.
 */
final class Limited implements AutoCloseable {
    /** Small, so that an endless recursion ends soon. */
    private static final long STACK_BYTES = 1 << 20;
    private static final long PATIENCE_MILLIS = 300;
    private final Duration limit;
    private final Printed printed = new Printed();
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(this::thread);
    private Thread thread;
    private long left;

    /** @param limit for all calls of one check together: a student waits that long once, not once a test */
    Limited(Duration limit) {
        this.limit = limit;
        this.left = limit.toNanos();
    }

    /** Code that calls a student's. */
    interface Code<T> {
        T run() throws Throwable;
    }

    /** What came of it. */
    private record Outcome<T>(T value, Throwable thrown) {
    }

    private Thread thread(Runnable work) {
        thread = new Thread(null, work, "student's code", STACK_BYTES);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        return thread;
    }

    <T> T run(Code<T> code) throws InterruptedException {
        if (worker.isShutdown()) {
            throw Problem.notTried("an earlier call did not end");
        }
        long begun = System.nanoTime();
        printed.begin();
        try {
            Future<Outcome<T>> result = worker.submit(() -> outcome(code));
            Outcome<T> outcome = result.get(left, TimeUnit.NANOSECONDS);
            if (outcome.thrown != null) {
                throw Faults.problem(outcome.thrown);
            }
            return outcome.value;
        } catch (TimeoutException e) {
            throw tooLong();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            end();
            throw e;
        } finally {
            printed.end();
            left -= System.nanoTime() - begun;
        }
    }

    private static <T> Outcome<T> outcome(Code<T> code) {
        try {
            return new Outcome<>(code.run(), null);
        } catch (Throwable thrown) {
            return new Outcome<>(null, thrown);
        }
    }

    private Problem tooLong() throws InterruptedException {
        String goesOn = end() ? "" : "; it still runs and keeps a core busy until you restart the kernel";
        return Problem.of("time", "did not end within " + limit.toSeconds() + " s, the limit for all tests of an exercise" + goesOn)
                .likely("a loop whose condition never becomes false, or far more work than is needed");
    }

    /** Makes the thread end, first by asking; whether it did. */
    private boolean end() throws InterruptedException {
        printed.shut(thread);
        worker.shutdownNow();
        thread.join(PATIENCE_MILLIS);
        if (thread.isAlive()) {
            stop();
            thread.join(PATIENCE_MILLIS);
        }
        return !thread.isAlive();
    }

    /** A loop that neither looks for an interrupt nor prints ends only by force, which Java has taken away with JDK 20. */
    private void stop() {
        try {
            Thread.class.getMethod("stop").invoke(thread);
        } catch (ReflectiveOperationException withoutForce) {
            thread.setPriority(Thread.MIN_PRIORITY);
        }
    }

    String printed() {
        return printed.text();
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
