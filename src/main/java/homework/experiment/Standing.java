package homework.experiment;

import homework.experiment.Reproduction.State;
import java.util.List;

/**
 * How much of a figure is in the store.
 *
 * @param sweep the figure
 * @param epochs that are there
 * @param needed epochs of all its runs; one that several curves share counts once
 * @param measured seconds of one core that the epochs took that are there
 * @param left seconds until the others are there, as far as they can be told
 */
record Standing(Sweep sweep, int epochs, int needed, double measured, double left) {

    /** @param jobs runs at the same time */
    static Standing of(Sweep sweep, Store store, int jobs) {
        List<Work> works = Work.all(List.of(sweep), store);
        Store.Content content = store.read(sweep.report());
        return new Standing(sweep, works.stream().mapToInt(Work::done).sum(), works.stream().mapToInt(work -> work.experiment().epochs()).sum(),
                works.stream().flatMap(work -> content.run(work.experiment()).stream()).mapToDouble(Row::seconds).sum(),
                Pace.together(works, jobs));
    }

    private State state() {
        return State.of(epochs, needed);
    }

    boolean complete() {
        return state() == State.COMPLETE;
    }

    /** The state in words, and how far a partial one is. */
    String told() {
        return state() + (state() == State.PARTIAL ? ", " + epochs + " of " + needed + " epochs" : "");
    }
}
