package homework.grade;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A runner as the judge has it: a process that answers a question within a time, or is killed with all it has started. */
final class RunnerProcess implements AutoCloseable {
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "deadlines");
        thread.setDaemon(true);
        return thread;
    });
    private final Process process;
    private final Consumer<RunnerProcess> ended;
    private final DataInputStream in;
    private final OutputStream out;
    private int number;
    private volatile ProcessHandle java;
    private volatile boolean late;
    private boolean closed;

    /** Why there is no answer. */
    enum Lost { TIME, ENDED, GARBAGE }

    /** The runner is gone. */
    static final class Gone extends Exception {
        private static final long serialVersionUID = 1L;
        private final Lost how;

        Gone(Lost how, String what) {
            super(what);
            this.how = how;
        }

        Lost how() {
            return how;
        }
    }

    /** Writes what is asked. */
    interface Body {
        void write(DataOutputStream body) throws IOException;
    }

    /** An answer: how it went, and its body. */
    record Answer(Wire.Reply reply, DataInputStream body) {
    }

    /** @param ended is told when the runner is gone */
    RunnerProcess(Process process, Consumer<RunnerProcess> ended) {
        this.process = process;
        this.ended = ended;
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
        this.out = process.getOutputStream();
    }

    /** Waits until it has warmed up. */
    void awaitReady(Duration limit) throws Gone {
        long end = System.nanoTime() + limit.toNanos();
        Answer answer = timed(() -> Duration.ofNanos(end - System.nanoTime()), () -> read(0));
        // The last of those that bwrap has started is Java.
        java = process.descendants().reduce((first, last) -> last).orElse(process.toHandle());
        if (answer.reply != Wire.Reply.READY) {
            throw gone(Lost.GARBAGE, "it did not begin as a runner does");
        }
    }

    /** Asks and waits for the answer. */
    Answer ask(Wire.Question question, Supplier<Duration> left, Body body) throws Gone {
        if (isClosed()) {
            throw new Gone(Lost.ENDED, "it had ended before");
        }
        int asked = ++number;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream frame = new DataOutputStream(bytes);
        try {
            frame.writeInt(asked);
            frame.writeByte(question.ordinal());
            body.write(frame);
        } catch (IOException notToBeAsked) {
            throw new IllegalStateException(notToBeAsked);
        }
        Answer answer = timed(left, () -> {
            Wire.send(out, bytes.toByteArray());
            return read(asked);
        });
        if (answer.reply == Wire.Reply.READY) {
            throw gone(Lost.GARBAGE, "it answered what was not asked");
        }
        return answer;
    }

    private interface Exchange {
        Answer run() throws IOException;
    }

    private Answer timed(Supplier<Duration> left, Exchange exchange) throws Gone {
        Watch deadline = new Watch(left);
        deadline.run();
        try {
            return exchange.run();
        } catch (Wire.Garbage garbage) {
            throw gone(Lost.GARBAGE, garbage.getMessage());
        } catch (IOException end) {
            throw gone(late ? Lost.TIME : Lost.ENDED, "its stream ended");
        } finally {
            deadline.cancel();
        }
    }

    /** Kills the runner when no time is left. */
    private final class Watch implements Runnable {
        private final Supplier<Duration> left;
        private ScheduledFuture<?> next;
        private boolean cancelled;

        Watch(Supplier<Duration> left) {
            this.left = left;
        }

        @Override
        public synchronized void run() {
            if (cancelled) {
                return;
            }
            long millis = left.get().toMillis();
            if (millis <= 0) {
                late = true;
                kill();
            } else {
                next = WATCH.schedule(this, millis + 1, TimeUnit.MILLISECONDS);
            }
        }

        synchronized void cancel() {
            cancelled = true;
            if (next != null) {
                next.cancel(false);
            }
        }
    }

    /** How long it has been on a core. */
    long processorNanos() {
        ProcessHandle handle = java;
        return handle == null ? 0 : handle.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    private Answer read(int asked) throws IOException {
        DataInputStream frame = Wire.receive(in);
        if (frame.available() < Integer.BYTES + 1 || frame.readInt() != asked) {
            throw new Wire.Garbage("an answer to nothing that was asked");
        }
        int reply = frame.readUnsignedByte();
        if (reply >= Wire.Reply.values().length) {
            throw new Wire.Garbage("no answer begins so");
        }
        return new Answer(Wire.Reply.values()[reply], frame);
    }

    /** The runner sent something in the body of an answer that cannot be right. */
    Gone gone(Lost how, String what) {
        close();
        return new Gone(how, what);
    }

    /** How it ended, as systems tell it; -1 if it was killed from here. */
    int exitCode() {
        try {
            return process.waitFor(2, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    synchronized boolean isClosed() {
        return closed;
    }

    private void kill() {
        // Outside a sandbox nobody else ends what the runner has started.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            kill();
            ended.accept(this);
        }
    }
}
