package homework.experiment;

import homework.data.DataException;
import homework.training.CheckpointException;
import homework.training.DivergedTraining;
import homework.training.Ending;
import homework.training.Progress;
import homework.training.TerminalLine;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Runs side by side, a thread each, in the order in which they come. One that fails is named at the end, and the others go on. When the process is
 * asked to end (Ctrl-C, SIGTERM), no new one begins, and those at work have the time to keep a checkpoint.
 */
final class Jobs {
    private static final long OVERWRITTEN = 500_000_000L;
    private static final long IN_A_FILE = 30_000_000_000L;
    private static final long PATIENCE = 60_000_000_000L;

    private final Run run;
    private final Queue<Work> waiting;
    private final Overview overview;
    private final TerminalLine line;
    private final int width;
    private final List<String> troubles = new ArrayList<>();
    private boolean stopped;
    private boolean told;
    private long lastLine = System.nanoTime();

    /** Makes one run. */
    interface Run {
        /** @param watcher is to be told how far it is */
        Ending run(Work work, Consumer<Progress> watcher);
    }

    /** @param width of the terminal */
    Jobs(Run run, List<Work> works, Overview overview, TerminalLine line, int width) {
        this.run = run;
        this.waiting = new LinkedList<>(works);
        this.overview = overview;
        this.line = line;
        this.width = width;
    }

    /**
     * Makes all, so many at a time.
     *
     * @return whether all are complete
     */
    boolean run(int jobs) {
        Thread end = new Thread(this::stop, "end of runs");
        Runtime.getRuntime().addShutdownHook(end);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.min(jobs, waiting.size()); i++) {
            threads.add(new Thread(this::work, "run " + (i + 1)));
        }
        threads.forEach(Thread::start);
        threads.forEach(Jobs::join);
        if (stopped()) {
            tellStopped();
            return false;
        }
        Runtime.getRuntime().removeShutdownHook(end);
        troubles.forEach(line::lasting);
        return troubles.isEmpty();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        for (Work work = next(); work != null; work = next()) {
            try {
                end(work, makes(work));
            } catch (DivergedTraining | CheckpointException | DataException e) {
                fail(work, e.getMessage());
            } catch (RuntimeException | Error e) {
                e.printStackTrace();
                fail(work, "it broke off with " + e);
            }
        }
    }

    private Ending makes(Work work) {
        return run.run(work, now -> watch(work, now));
    }

    private synchronized Work next() {
        return stopped ? null : waiting.poll();
    }

    private synchronized void watch(Work work, Progress now) {
        overview.at(work, now);
        if (System.nanoTime() - lastLine > (line.overwrites() ? OVERWRITTEN : IN_A_FILE)) {
            lastLine = System.nanoTime();
            String text = overview.toString();
            line.passing(line.overwrites() && text.length() > width ? text.substring(0, width) : text);
        }
    }

    private synchronized void end(Work work, Ending ending) {
        if (ending == Ending.STOPPED) {
            stopped = true;
            overview.left(work);
        } else {
            overview.done(work);
            line.lasting(overview.counts() + ": " + work.what() + " is complete");
        }
        notifyAll();
    }

    private synchronized void fail(Work work, String trouble) {
        overview.left(work);
        troubles.add(work.what() + ": " + trouble);
        line.lasting(work.what() + " failed");
        notifyAll();
    }

    /** Waits for those at work; one that still prepares its images has nothing to lose. */
    synchronized void stop() {
        stopped = true;
        long until = System.nanoTime() + PATIENCE;
        while (overview.anyRunning() && System.nanoTime() < until) {
            try {
                wait(100);
            } catch (InterruptedException e) {
                break;
            }
        }
        tellStopped();
    }

    synchronized boolean stopped() {
        return stopped;
    }

    private synchronized void tellStopped() {
        if (!told) {
            line.lasting("Stopped: " + overview.counts() + " are finished, and those at work have kept checkpoints. The same command goes on from here.");
            troubles.forEach(line::lasting);
        }
        told = true;
    }
}
