package homework.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkTest {
    private static final Experiment ONE = Tiny.experiment(3);
    private static final Experiment TWO = ONE.batchSize(2);
    private static final Experiment THREE = ONE.batchSize(3);
    @TempDir
    private Path folder;
    private Store store;

    @BeforeEach
    void make() {
        store = new Store(folder);
    }

    private static Sweep sweep(String name) {
        return new Sweep(name, "A sweep", Sweep.Axes.ERROR);
    }

    private static List<String> told(List<Work> works) {
        return works.stream().map(work -> work.what() + ": " + work.done() + " of " + work.experiment().epochs()).toList();
    }

    /** One epoch of each is in the store, and took 2, 20 and 200 seconds and another half. */
    private void epochsOfKnownLength() {
        int seconds = 2;
        for (Experiment experiment : List.of(ONE, TWO, THREE)) {
            store.append("tiny", Tiny.row(experiment, 1, seconds));
            seconds *= 10;
        }
    }

    @Test
    void theLongestComesFirst() {
        epochsOfKnownLength();
        Sweep sweep = sweep("tiny/fig1").curve("one", ONE, 1).curve("two", TWO, 2).curve("three", THREE.epochs(2), 1);
        List<Work> works = Work.of(List.of(sweep), store);
        assertEquals(List.of("tiny/fig1 three, seed 1: 1 of 2", "tiny/fig1 two, seed 2: 0 of 3", "tiny/fig1 two, seed 1: 1 of 3",
                "tiny/fig1 one, seed 1: 1 of 3"), told(works));
        assertEquals(List.of(200.5, 3 * 20.5, 2 * 20.5, 2 * 2.5), works.stream().map(Work::secondsLeft).toList());
    }

    @Test
    void whatSeveralCurvesNeedComesOnceForTheMostEpochs() {
        List<Sweep> sweeps = List.of(sweep("tiny/fig1").curve("short", ONE, 3), sweep("tiny/fig2").curve("long", ONE.epochs(9), 1),
                sweep("tiny/fig3").curve("shorter", ONE.epochs(2), 2));
        assertEquals(List.of("tiny/fig2 long, seed 1: 0 of 9", "tiny/fig1 short, seed 2: 0 of 3", "tiny/fig1 short, seed 3: 0 of 3"),
                told(Work.of(sweeps, store)));
    }

    /** Each has a file of its own. */
    @Test
    void reportsDoNotShare() {
        List<Sweep> sweeps = List.of(sweep("tiny/fig1").curve("one", ONE, 1), sweep("small/fig1").curve("one", ONE, 1));
        assertEquals(List.of("tiny", "small"), Work.of(sweeps, store).stream().map(Work::report).toList());
        for (int epoch = 1; epoch <= 3; epoch++) {
            store.append("tiny", Tiny.row(ONE, epoch));
        }
        assertEquals(List.of("small"), Work.of(sweeps, store).stream().map(Work::report).toList());
    }

    @Test
    void whatIsCompleteIsNoWork() {
        for (int epoch = 1; epoch <= 3; epoch++) {
            store.append("tiny", Tiny.row(ONE, epoch));
        }
        assertEquals(List.of(), Work.of(List.of(sweep("tiny/fig1").curve("one", ONE, 1)), store));
        assertEquals(List.of("tiny/fig1 one, seed 1: 3 of 5"), told(Work.of(List.of(sweep("tiny/fig1").curve("one", ONE.epochs(5), 1)), store)));
    }
}
