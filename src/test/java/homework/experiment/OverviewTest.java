package homework.experiment;

import static homework.experiment.JobsTest.progress;
import static homework.experiment.JobsTest.work;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.engine.Pass;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far all runs are. */
class OverviewTest {
    private final Work one = work("a");
    private final Work other = work("b");
    private double seconds = 10;

    private Overview overview(int jobs) {
        return new Overview(List.of(one, other), jobs, this::pace);
    }

    /** From a store with a row that took so long. */
    private Pace pace() {
        Pass pass = new Pass(1, 1, 1, 1);
        Row row = new Row(one.experiment().id(), "", 1, 1, pass, pass, seconds - 1, 1, "", Provenance.here(1), null);
        return Pace.of(new Store.Content(List.of(row), List.of()));
    }

    @Test
    void timeLeftIsThatOfTheLongestOrOfAllTogether() {
        Overview two = overview(2);
        assertEquals(30, two.secondsLeft(), 1e-9, "three epochs each, at the same time");
        assertEquals(60, overview(1).secondsLeft(), 1e-9, "one after the other");
        two.at(one, progress(1, 50));
        assertEquals(50, two.secondsLeft(), 1e-9, "the longest, by its own pace");
        two.at(one, progress(1, Double.NaN));
        assertEquals(30, two.secondsLeft(), 1e-9, "it does not know its pace yet");
    }

    @Test
    void timeLeftIsLearntFromFinishedEpochs() {
        Overview overview = overview(1);
        overview.at(one, progress(1, 25));
        seconds = 20;
        overview.at(one, progress(1, 24));
        assertEquals(24 + 3 * 10, overview.secondsLeft(), 1e-9, "no row has come");
        overview.at(one, progress(2, 24));
        assertEquals(24 + 3 * 20, overview.secondsLeft(), 1e-9);
        overview.left(one);
        assertEquals(60, overview.secondsLeft(), 1e-9, "a run that failed takes no time any more");
    }

    @Test
    void countsWhatIsNew() {
        Overview overview = overview(2);
        assertEquals("0 of 2 runs, 0 of 6 epochs", overview.counts());
        overview.at(one, progress(0, 5));
        assertEquals("0 of 2 runs, 0 of 6 epochs", overview.counts(), "its checkpoints were lost, so it makes an epoch again");
        overview.at(one, progress(3, 5));
        overview.at(other, progress(2, 5));
        assertEquals("0 of 2 runs, 3 of 6 epochs, 5 s left; epoch 4 of 4, 50 %: report/a, seed 1; epoch 3 of 4, 50 %: report/b, seed 1",
                overview.toString());
        overview.at(one, progress(4, 0));
        assertTrue(overview.toString().contains("epoch 4 of 4, 100 %: report/a, seed 1"), overview.toString());
        overview.done(one);
        assertEquals("1 of 2 runs, 4 of 6 epochs", overview.counts());
        overview.left(other);
        assertEquals("1 of 2 runs, 4 of 6 epochs, 0 s left", overview.toString());
    }

    @Test
    void aRunThatAnotherProcessHasMadeCounts() {
        Overview overview = overview(2);
        overview.done(other);
        assertEquals("1 of 2 runs, 3 of 6 epochs", overview.counts());
        assertEquals(30, overview.secondsLeft(), 1e-9);
    }
}
