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
        return GradientReport.of("", Evidence.of(wrong, report.got()), CLOSE).isRight();
    }
}
