package homework.training;

import homework.engine.Pass;
import homework.plot.LearningCurves;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A history as curves. What is measured inside the epochs is drawn in place of the running score of whole epochs. */
final class HistoryCurves {
    private static final String RUNNING = "while the weights move";
    private static final String AFTER = "after the epoch";
    private static final String PROBE = "probe";

    private HistoryCurves() {
    }

    static LearningCurves of(History history, LearningCurves empty, ToDoubleFunction<Pass> value) {
        List<Epoch> epochs = history.epochs();
        List<Point> points = history.points();
        double[] ends = epochs.stream().mapToDouble(Epoch::number).toArray();
        double[] places = points.stream().mapToDouble(Point::epochs).toArray();
        LearningCurves curves = empty;
        if (points.isEmpty()) {
            curves = added(curves, curves::train, RUNNING, ends, of(epochs, Epoch::running, value));
        } else {
            curves = added(curves, curves::train, RUNNING, places, of(points, Point::running, value));
            curves = added(curves, curves::validation, PROBE, places, of(points, Point::probe, value));
        }
        curves = added(curves, curves::train, AFTER, ends, of(epochs, Epoch::train, value));
        return added(curves, curves::validation, AFTER, ends, of(epochs, Epoch::validation, value));
    }

    private interface Kind {
        LearningCurves with(String name, double[] x, double[] values);
    }

    /** Without a curve in which there is no number. */
    private static LearningCurves added(LearningCurves curves, Kind kind, String name, double[] x, double[] values) {
        return Arrays.stream(values).allMatch(Double::isNaN) ? curves : kind.with(name, x, values);
    }

    /** What was not measured is a gap, and so is an infinite loss. */
    private static <T> double[] of(List<T> rows, Function<T, Pass> score, ToDoubleFunction<Pass> value) {
        return rows.stream().map(score).mapToDouble(value).map(number -> Double.isInfinite(number) ? Double.NaN : number).toArray();
    }
}
