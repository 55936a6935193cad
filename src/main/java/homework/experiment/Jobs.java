package homework.experiment;

import homework.training.CheckpointException;
import homework.training.DivergedTraining;
import homework.training.Ending;
import homework.training.Progress;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;

/** Runs side by side, a thread each. */
final class Jobs {
    private static final long BETWEEN_LINES = 30_000_000_000L;

    private final Runner runner;
    private final Queue<Work> waiting;
    private final int inAll;
    private final PrintStream out;
    private final Map<Work, Progress> running = new LinkedHashMap<>();
    private final List<String> troubles = new ArrayList<>();
    private int finished;
    private boolean stopped;
    private long lastLine = System.nanoTime();

    Jobs(Runner runner, List<Work> works, PrintStream out) {
        this.runner = runner;
        this.waiting = new LinkedList<>(works);
        this.inAll = works.size();
        this.out = out;
    }

    /** @return whether all was done */
    boolean run(int jobs) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.min(jobs, inAll); i++) {
            Thread thread = new Thread(this::work, "run " + (i + 1));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        troubles.forEach(out::println);
        return finished == inAll;
    }

    private void work() {
        for (Work next = next(); next != null; next = next()) {
            Work work = next;
            try {
                Ending ending = runner.run(work, now -> watch(work, now));
                end(work, ending, null);
            } catch (DivergedTraining | CheckpointException e) {
                end(work, null, e.getMessage());
            }
        }
    }

    private synchronized Work next() {
        return stopped ? null : waiting.poll();
    }

    private synchronized void watch(Work work, Progress now) {
        running.put(work, now);
        if (System.nanoTime() - lastLine > BETWEEN_LINES) {
            lastLine = System.nanoTime();
            running.forEach((each, progress) -> out.println("  " + each.what() + ": " + progress));
        }
    }

    private synchronized void end(Work work, Ending ending, String trouble) {
        Progress last = running.remove(work);
        if (ending == Ending.STOPPED) {
            stopped = true;
            return;
        }
        if (trouble != null) {
            troubles.add(work.what() + ": " + trouble);
            return;
        }
        finished++;
        out.println(String.format(Locale.ROOT, "%d of %d  %s: %s", finished, inAll, work.what(),
                last == null ? "done by another process" : last.history().last().orElseThrow()));
    }
}
