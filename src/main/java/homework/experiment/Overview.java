package homework.experiment;

import homework.training.Progress;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How far many runs are, and how long they will still take. */
final class Overview {
    private final List<Work> works;
    private final int jobs;
    private final Supplier<Pace> measured;
    private final Set<Work> waiting;
    private final Map<Work, Progress> running = new LinkedHashMap<>();
    private Pace pace;
    private int runs;
    private int epochs;

    /** @param measured reads what the epochs took that are in the store by now */
    Overview(List<Work> works, int jobs, Supplier<Pace> measured) {
        this.works = works;
        this.jobs = jobs;
        this.measured = measured;
        waiting = new LinkedHashSet<>(works);
        pace = measured.get();
    }

    /** It has come so far. */
    void at(Work work, Progress now) {
        waiting.remove(work);
        Progress before = running.put(work, now);
        int more = finished(work, now) - (before == null ? 0 : finished(work, before));
        if (more > 0) {
            epochs += more;
            pace = measured.get();
        }
    }

    /** Those that are new to the store: a run whose checkpoints were lost makes some again. */
    private static int finished(Work work, Progress now) {
        return Math.max(0, now.history().epochs().size() - work.done());
    }

    /** It is complete. */
    void done(Work work) {
        Progress last = running.get(work);
        epochs += work.missing() - (last == null ? 0 : finished(work, last));
        runs++;
        left(work);
    }

    /** It goes on no more, however it ended. */
    void left(Work work) {
        waiting.remove(work);
        running.remove(work);
    }

    boolean anyRunning() {
        return !running.isEmpty();
    }

    /** Without what is in the store since before. */
    String counts() {
        return runs + " of " + works.size() + " runs, " + epochs + " of " + works.stream().mapToInt(Work::missing).sum() + " epochs";
    }

    /** Seconds: no run is spread over several cores, so the longest sets the least. */
    double secondsLeft() {
        Map<Work, Double> left = new LinkedHashMap<>();
        running.forEach((work, now) -> left.put(work, Double.isNaN(now.secondsLeft()) ? waits(work) : now.secondsLeft()));
        waiting.forEach(work -> left.put(work, waits(work)));
        double longest = left.values().stream().mapToDouble(seconds -> seconds).max().orElse(0);
        return Math.max(longest, left.values().stream().mapToDouble(seconds -> seconds).sum() / jobs);
    }

    private double waits(Work work) {
        return work.missing() * pace.secondsAnEpoch(work.experiment());
    }

    /** What matters most comes first, so that it can be cut to the width of a terminal. */
    @Override
    public String toString() {
        return counts() + ", " + Progress.time(secondsLeft()) + " left" + running.entrySet().stream()
                .map(each -> "; " + place(each.getValue()) + ": " + each.getKey().what()).collect(Collectors.joining());
    }

    private static String place(Progress now) {
        boolean all = now.history().epochs().size() >= now.epochs();
        return String.format(Locale.ROOT, "epoch %d of %d, %.0f %%", now.epoch(), now.epochs(), all ? 100 : 100.0 * now.examples() / now.ofExamples());
    }
}
