package homework.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.engine.Pass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** What a history shows of its numbers. */
class HistoryTest {
    private static final Pass NONE = Sum.NOTHING.pass();
    private static final Epoch FIRST = new Epoch(1, trained(1.23456, 600), measured(.98766, 700), validated(1.1, 260), .1, 2, .5);
    private static final Epoch SECOND = new Epoch(2, trained(.5, 800), measured(.4, 850), validated(.9, 300), .1, 1, .5);
    private static final Epoch THIRD = new Epoch(3, trained(.4, 850), measured(.3, 900), validated(.95, 290), .1, 4, .5);
    private static final History WHOLE = of(FIRST, SECOND, THIRD);

    private static Pass trained(double loss, int correct) {
        return new Pass(10, 1000, loss, correct);
    }

    private static Pass measured(double loss, int correct) {
        return new Pass(0, 1000, loss, correct);
    }

    private static Pass validated(double loss, int correct) {
        return new Pass(0, 400, loss, correct);
    }

    private static History of(Epoch... epochs) {
        return new History("about", List.of(epochs), List.of(), Ending.FINISHED, List.of("note"));
    }

    @Test
    void aTable() {
        Table table = WHOLE.table();
        assertEquals(List.of("epoch", "running loss", "running error %", "train loss", "train error %", "validation loss", "validation error %",
                "± %", "images/s", "seconds"), table.columnNames());
        assertEquals(List.of(1, 2, 3), table.intColumn("epoch").asList());
        column(table, "running loss", 1.2346, .5, .4);
        column(table, "running error %", 40, 20, 15);
        column(table, "train loss", .9877, .4, .3);
        column(table, "train error %", 30, 15, 10);
        column(table, "validation loss", 1.1, .9, .95);
        column(table, "validation error %", 35, 25, 27.5);
        // √(p (1 − p) / 400)
        column(table, "± %", 2.38, 2.17, 2.23);
        column(table, "images/s", 500, 1000, 250);
        column(table, "seconds", 2.5, 1.5, 4.5);
    }

    private static void column(Table table, String name, double... values) {
        assertEquals(DoubleColumn.create(name, values).asList(), table.doubleColumn(name).asList(), name);
    }

    @Test
    void aTableOfWhatWasMeasured() {
        Table table = of(new Epoch(1, FIRST.running(), NONE, NONE, .1, 2, 0)).table();
        assertEquals(List.of("epoch", "running loss", "running error %", "images/s", "seconds"), table.columnNames());
        assertEquals(0, of().table().rowCount());
    }

    @Test
    void curves() {
        assertEquals("Title: error (%) over epoch 1 to 3. while the weights move: train 40 to 15; "
                + "after the epoch: train 30 to 10, validation 35 to 27.5 (best 25 at 2).", text(WHOLE.errorCurves("Title").altText()));
        assertEquals("Title: loss (per image) over epoch 1 to 3. while the weights move: train 1.235 to 0.4; "
                + "after the epoch: train 0.9877 to 0.3, validation 1.1 to 0.95 (best 0.9 at 2).", text(WHOLE.lossCurves("Title").altText()));
    }

    /** In place of the running score of whole epochs. */
    @Test
    void curvesOfPoints() {
        List<Point> points = List.of(new Point(4, .4, new Pass(4, 40, 2, 10), new Pass(0, 10, 1, 4)),
                new Point(8, .8, new Pass(4, 40, 1.5, 20), NONE), new Point(12, 1.2, new Pass(4, 40, 1.25, 30), new Pass(0, 10, .5, 8)));
        String alt = new History("", List.of(FIRST), points, null, List.of()).errorCurves("T").altText();
        assertEquals("T: error (%) over epoch 0.4 to 1.2. while the weights move: train 75 to 25; probe: validation 60 to 20; "
                + "after the epoch: train 30 at 1, validation 35 at 1. 1 gap where a value is not a number.", text(alt));
    }

    private static String text(String alt) {
        return alt.replaceAll("\\s+", " ").strip();
    }

    /** A loss that is no number any more must not end a training that draws its curves. */
    @Test
    void curvesOfWhatIsNoNumber() {
        Pass undefined = measured(Double.NaN, 100);
        History broken = of(new Epoch(1, FIRST.running(), undefined, validated(Double.POSITIVE_INFINITY, 40), .1, 1, 1),
                new Epoch(2, FIRST.running(), undefined, SECOND.validation(), .1, 1, 1));
        assertTrue(text(broken.lossCurves("T").altText()).contains("after the epoch: validation 0.9 at 2."), broken.lossCurves("T").altText());
        assertTrue(text(of().lossCurves("T").toString()).contains("nothing to show yet"));
    }

    @Test
    void theBestAndTheLast() {
        assertEquals(Optional.of(SECOND), WHOLE.best());
        assertEquals(Optional.of(THIRD), WHOLE.last());
        assertEquals(Optional.empty(), of(new Epoch(1, FIRST.running(), NONE, NONE, .1, 1, 1)).best());
        assertEquals(Optional.empty(), of().last());
    }

    @Test
    void aReport() {
        assertEquals("""
                about
                  epoch 1: running 40.00 % (loss 1.2346) · train 30.00 % (loss 0.9877) · validation 35.00 % (loss 1.1000) · 2.5 s, 500 images/s
                  epoch 2: running 20.00 % (loss 0.5000) · train 15.00 % (loss 0.4000) · validation 25.00 % (loss 0.9000) · 1.5 s, 1000 images/s
                  epoch 3: running 15.00 % (loss 0.4000) · train 10.00 % (loss 0.3000) · validation 27.50 % (loss 0.9500) · 4.5 s, 250 images/s
                  Finished after 3 epochs. Best epoch: 2, validation error 25.00 % ± 2.17.
                  note""", WHOLE.toString());
        assertEquals("about\n  epoch 1: running 40.00 % (loss 1.2346) · 2.0 s, 500 images/s\n  Stopped by hand with 1 epoch complete.",
                new History("about", List.of(new Epoch(1, FIRST.running(), NONE, NONE, .1, 2, 0)), List.of(), Ending.STOPPED, List.of()).toString());
    }

    /** What others do to a list of theirs does not change it. */
    @Test
    void doesNotChange() {
        List<Epoch> epochs = new ArrayList<>(List.of(FIRST));
        History history = new History("", epochs, List.of(), null, List.of());
        epochs.add(SECOND);
        assertEquals(List.of(FIRST), history.epochs());
    }
}
