package homework.exercise;

import homework.gradient.Evidence;
import homework.gradient.GradientReport;
import homework.gradient.Likely;
import homework.gradient.Values;

/** A mistake that is known to be made in an exercise, by the values it gives. */
record Mistake(Likely likely, Values wrong) {
    private static final double CLOSE = 1e-6;

    /** Whether this is what came; the report has found already that it is not what was expected. */
    boolean gives(GradientReport report) {
        // At some inputs a mistake does no harm; what is wrong there is something else.
        return isClose(report.got()) && !isClose(report.expected());
    }

    private boolean isClose(Values values) {
        return GradientReport.of("", Evidence.of(wrong, values), CLOSE).isRight();
    }
}
