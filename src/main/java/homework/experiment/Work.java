package homework.experiment;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run that is to be made.
 *
 * @param report whose store it belongs to
 * @param name of the first curve that needs it
 * @param experiment with the seed, and the most epochs that any curve asks for
 * @param done epochs that are in the store
 * @param seconds that an epoch is expected to take
 */
record Work(String report, String name, Experiment experiment, int done, double seconds) {

    int missing() {
        return experiment.epochs() - done;
    }

    double secondsLeft() {
        return missing() * seconds;
    }

    String what() {
        return name + ", seed " + experiment.seed();
    }

    /** The runs that the sweeps lack, the longest first. */
    static List<Work> of(List<Sweep> sweeps, Store store) {
        return all(sweeps, store).stream().filter(work -> work.missing() > 0).sorted(Comparator.comparingDouble(Work::secondsLeft).reversed())
                .toList();
    }

    /** The runs of the sweeps, made or not; one that several curves of a report need comes once. */
    static List<Work> all(List<Sweep> sweeps, Store store) {
        Map<String, Store.Content> contents = new LinkedHashMap<>();
        Map<String, Work> all = new LinkedHashMap<>();
        for (Sweep sweep : sweeps) {
            Store.Content content = contents.computeIfAbsent(sweep.report(), store::read);
            Pace pace = Pace.of(content);
            for (Sweep.Curve curve : sweep.curves()) {
                double seconds = pace.secondsAnEpoch(curve.experiment());
                for (Experiment run : curve.runs()) {
                    Work work = new Work(sweep.report(), sweep.name() + " " + curve.name(), run, content.run(run).size(), seconds);
                    String key = sweep.report() + " " + run.id() + " " + run.seed();
                    all.merge(key, work, (one, other) -> one.experiment.epochs() >= other.experiment.epochs() ? one : other);
                }
            }
        }
        return List.copyOf(all.values());
    }
}
