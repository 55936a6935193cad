package homework.grade;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** Runners that have warmed up and wait for a submission. Each is given away once. */
final class Pool implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private final Sandbox sandbox;
    private final Set<RunnerProcess> alive = ConcurrentHashMap.newKeySet();
    private final LinkedBlockingQueue<CompletableFuture<RunnerProcess>> waiting = new LinkedBlockingQueue<>();
    /** One thread that lasts: a sandbox ends with the thread that has started it. */
    private final ExecutorService starter = Executors.newSingleThreadExecutor(work -> daemon(work, "starter"));
    private final ExecutorService warmers = Executors.newCachedThreadPool(work -> daemon(work, "warming up"));
    private volatile boolean closed;

    Pool(Sandbox sandbox, int size) {
        this.sandbox = sandbox;
        for (int i = 0; i < size; i++) {
            more();
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private void more() {
        if (!closed) {
            CompletableFuture<RunnerProcess> runner = new CompletableFuture<>();
            waiting.add(runner);
            starter.execute(() -> start(runner));
        }
    }

    private void start(CompletableFuture<RunnerProcess> promise) {
        try {
            RunnerProcess runner = new RunnerProcess(sandbox.start(), alive::remove);
            alive.add(runner);
            warmers.execute(() -> {
                try {
                    runner.awaitReady(START_LIMIT);
                    promise.complete(runner);
                } catch (RunnerProcess.Gone gone) {
                    promise.completeExceptionally(new IOException("a runner did not start: " + gone.getMessage()
                            + Ended.how(runner.exitCode())));
                }
                if (closed) {
                    runner.close();
                }
            });
        } catch (IOException e) {
            promise.completeExceptionally(e);
        }
    }

    /** A runner that nobody has had before. */
    RunnerProcess take() throws IOException, InterruptedException {
        CompletableFuture<RunnerProcess> next = waiting.take();
        more();
        try {
            return next.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }

    @Override
    public void close() {
        closed = true;
        Set.copyOf(alive).forEach(RunnerProcess::close);
    }
}
