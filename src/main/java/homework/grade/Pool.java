package homework.grade;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runners that warm up while others work: as many as were ordered, but few at a time. A submission gets one that no other has had. */
final class Pool implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private final Sandbox sandbox;
    private final int ahead;
    private final Set<RunnerProcess> alive = ConcurrentHashMap.newKeySet();
    private final Deque<CompletableFuture<RunnerProcess>> waiting = new ArrayDeque<>();
    private int ordered;
    /** One thread that lasts: a sandbox ends with the thread that has started it. */
    private final ExecutorService starter = Executors.newSingleThreadExecutor(work -> daemon(work, "starter"));
    private final ExecutorService warmers = Executors.newCachedThreadPool(work -> daemon(work, "warming up"));
    private volatile boolean closed;

    /**
     * The first runner starts at once.
     *
     * @param ahead how many may wait at most
     */
    Pool(Sandbox sandbox, int ahead) {
        this.sandbox = sandbox;
        this.ahead = ahead;
        warmUp(1);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Somebody is going to take one. */
    synchronized void order() {
        ordered++;
        warmUp(Math.min(ordered, ahead));
    }

    private void warmUp(int many) {
        while (waiting.size() < many) {
            CompletableFuture<RunnerProcess> runner = new CompletableFuture<>();
            waiting.add(runner);
            starter.execute(() -> start(runner));
        }
    }

    private void start(CompletableFuture<RunnerProcess> promise) {
        if (closed) {
            promise.completeExceptionally(new IOException("grading has ended"));
            return;
        }
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

    /** Takes back a runner that has seen nothing of any student's. */
    synchronized void giveBack(RunnerProcess runner) {
        waiting.addFirst(CompletableFuture.completedFuture(runner));
    }

    /** A runner that has seen nothing of any student's; who has not ordered one may have to wait. */
    RunnerProcess take() throws IOException, InterruptedException {
        try {
            return next().get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }

    private synchronized CompletableFuture<RunnerProcess> next() {
        warmUp(1);
        CompletableFuture<RunnerProcess> next = waiting.remove();
        ordered = Math.max(0, ordered - 1);
        warmUp(Math.min(ordered, ahead));
        return next;
    }

    @Override
    public void close() {
        closed = true;
        Set.copyOf(alive).forEach(RunnerProcess::close);
    }
}
