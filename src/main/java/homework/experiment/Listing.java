package homework.experiment;

import homework.training.Progress;
import homework.training.TerminalLine;
import java.util.List;

/** Tells what there is and what is missing, without training anything. */
final class Listing {
    private final Store store;
    private final int jobs;
    private final TerminalLine line;

    /** @param jobs runs at the same time, for the time that is left */
    Listing(Store store, int jobs, TerminalLine line) {
        this.store = store;
        this.jobs = jobs;
        this.line = line;
    }

    /** How far each figure is. */
    void figures(List<Sweep> sweeps) {
        line.lasting(columns("figure or table", "what varies", "state", "took one core", "left on " + cores()));
        for (Sweep sweep : sweeps) {
            Standing standing = Standing.of(sweep, store, jobs);
            line.lasting(columns(sweep.name(), sweep.title(), standing.told(), standing.epochs() == 0 ? "" : Progress.time(standing.measured()),
                    standing.complete() ? "" : "about " + Progress.time(standing.left())));
        }
    }

    private static String columns(String name, String title, String state, String measured, String left) {
        return String.format("%-21s %-48s %-29s %-14s %s", name, title, state, measured, left).stripTrailing();
    }

    /** What is to be made of each run. */
    void runs(List<Work> works) {
        works.forEach(work -> line.lasting(work.what() + ": " + work.missing() + " of " + work.experiment().epochs() + " epochs, about "
                + Progress.time(work.secondsLeft())));
    }

    /** What is to be made in all. */
    void inAll(List<Work> works) {
        line.lasting(works.isEmpty() ? "Nothing is missing." : works.size() + (works.size() == 1 ? " run is" : " runs are") + " to be made, "
                + works.stream().mapToInt(Work::missing).sum() + " epochs, about " + Progress.time(Pace.together(works, jobs)) + " on " + cores()
                + ".");
    }

    private String cores() {
        return jobs == 1 ? "1 core" : jobs + " cores";
    }
}
