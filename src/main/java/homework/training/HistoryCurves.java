package homework.training;

import homework.engine.Pass;
import homework.plot.LearningCurves;
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
        double[] ends = history.epochs().stream().mapToDouble(Epoch::number).toArray();
        double[] places = history.points().stream().mapToDouble(Point::epochs).toArray();
        LearningCurves curves = empty;
        if (places.length > 0) {
            curves = curves.train(RUNNING, places, of(history.points(), Point::running, value));
            double[] probed = of(history.points(), Point::probe, value);
            curves = isMeasured(history.points(), Point::probe) ? curves.validation(PROBE, places, probed) : curves;
        } else if (ends.length > 0) {
            curves = curves.train(RUNNING, ends, of(history.epochs(), Epoch::running, value));
        }
        if (isMeasured(history.epochs(), Epoch::train)) {
            curves = curves.train(AFTER, ends, of(history.epochs(), Epoch::train, value));
        }
        if (isMeasured(history.epochs(), Epoch::validation)) {
            curves = curves.validation(AFTER, ends, of(history.epochs(), Epoch::validation, value));
        }
        return curves;
    }

    private static <T> boolean isMeasured(List<T> rows, Function<T, Pass> score) {
        return rows.stream().anyMatch(row -> score.apply(row).examples() > 0);
    }

    private static <T> double[] of(List<T> rows, Function<T, Pass> score, ToDoubleFunction<Pass> value) {
        return rows.stream().map(score).mapToDouble(value).toArray();
    }
}
