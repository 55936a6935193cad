package homework.training;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * While work is done under it, Ctrl-C and SIGTERM interrupt the thread that works, and the process waits with its end until the work has come
 * to its own: time for the step it is in and a checkpoint.
 */
final class Interruption {
    private static final int PATIENCE_SECONDS = 60;

    private Interruption() {
    }

    /** Does the work. */
    static <T> T onExit(Supplier<T> work) {
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = hook(Thread.currentThread(), done);
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already.
            Thread.currentThread().interrupt();
        }
        try {
            return work.get();
        } finally {
            done.countDown();
            remove(hook);
        }
    }

    private static Thread hook(Thread working, CountDownLatch done) {
        return new Thread(() -> {
            working.interrupt();
            try {
                done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                // The process ends anyway.
            }
        }, "end of training");
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is running.
        }
    }
}
