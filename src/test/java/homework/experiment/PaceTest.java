package homework.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.model.TorchConvnet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Experiment SEEN = Tiny.experiment(3);
    private static final Pace NOTHING_SEEN = Pace.of(new Store.Content(List.of(), List.of()));

    @Test
    void isWhatTheEpochsInTheStoreTook() {
        List<Row> rows = List.of(Tiny.row(SEEN, 1, 2), Tiny.row(SEEN, 2, 3), Tiny.row(SEEN.seed(2), 1, 4), Tiny.row(SEEN.batchSize(2), 1, 100));
        Pace pace = Pace.of(new Store.Content(rows, List.of()));
        // 2, 3 and 4 seconds of training, half a second of measurement each.
        assertEquals(2.5, pace.secondsAnEpoch(SEEN.seed(7).epochs(100)), 1e-12);
        assertEquals(100.5, pace.secondsAnEpoch(SEEN.batchSize(2)), 1e-12);
        assertEquals(NOTHING_SEEN.secondsAnEpoch(SEEN.batchSize(3)), pace.secondsAnEpoch(SEEN.batchSize(3)));
    }

    /** Measured on one core: 4200 images through the published model in 3.6 to 4.2 s, 60000 in 52 to 54 s. */
    @Test
    void isGuessedToTheOrderOfMagnitude() {
        Experiment tenth = Experiment.of(new Images(Images.Part.TENTH, 7), new TorchConvnet(), 15);
        assertEquals(3.9, NOTHING_SEEN.secondsAnEpoch(tenth), 3);
        assertEquals(53, NOTHING_SEEN.secondsAnEpoch(tenth.images(new Images(Images.Part.ALL, 7))), 30);
    }

    @Test
    void guessesWhatIsLonger() {
        double usual = NOTHING_SEEN.secondsAnEpoch(SEEN);
        assertTrue(NOTHING_SEEN.secondsAnEpoch(SEEN.model(new TorchConvnet().convolutions(20, 30))) > usual);
        assertTrue(NOTHING_SEEN.secondsAnEpoch(SEEN.batchSize(32)) < usual);
        assertTrue(NOTHING_SEEN.secondsAnEpoch(SEEN.images(new Images(Images.Part.TENTH, 0))) < usual);
        assertEquals(3 * usual, NOTHING_SEEN.secondsAnEpoch(SEEN.conjugateGradient(2)), 1e-9 * usual);
    }

    @Test
    void sideBySideNoRunIsCut() {
        List<Work> works = List.of(new Work(Tiny.REPORT, "long", SEEN.epochs(10), 0, 1), new Work(Tiny.REPORT, "short", SEEN.epochs(10), 8, 1));
        assertEquals(12, Pace.together(works, 1));
        assertEquals(10, Pace.together(works, 2));
        assertEquals(0, Pace.together(List.of(), 2));
    }
}
