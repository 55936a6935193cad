package homework.gradient;

import java.util.Optional;

/**
 * What came of one step.
 *
 * @param right whether it agrees with the first step and with finite differences where asked
 * @param error the largest {@link RelativeError} over all inputs; 0 for a first step that is the measure, infinite if there is no value
 * @param measured the error in words, and against what it was measured
 * @param worst the input and the entry that differ most, or why there is no value; empty if it is right
 * @param likely the cause on which all inputs agree
 */
public record StepResult(Step step, boolean right, double error, String measured, String worst, Optional<Likely> likely) {

    /** The first step, where no function is given whose derivative it should be. */
    static StepResult reference(Step step) {
        return new StepResult(step, true, 0, "the others are compared with it", "", Optional.empty());
    }

    /** A step that has no value to compare. */
    static StepResult fault(Step step, String message) {
        return new StepResult(step, false, Double.POSITIVE_INFINITY, "no value", message, Optional.empty());
    }

    /** @param input the one on which the report is, the worst of all */
    static StepResult of(Step step, GradientReport report, Values input, Optional<Likely> likely) {
        String worst = report.isRight() ? "" : report.worst().isEmpty() ? report.toString().lines().findFirst().orElse("")
                : "at x = " + (input.size() == 1 ? Text.number(input.get(0)) : input) + ": " + report.worst().get(0);
        return new StepResult(step, report.isRight(), report.error(), "largest error " + Text.error(report.error()), worst, likely);
    }

    /** The same, where the error is one against finite differences. */
    StepResult byDifferences() {
        return new StepResult(step, right, error, measured + " against finite differences", worst, likely);
    }

    /** The same, with the cause known. */
    StepResult because(Likely cause) {
        return new StepResult(step, right, error, measured, worst, Optional.of(cause));
    }

    /** The same, where finite differences agree too. */
    StepResult alsoAgainst(StepResult differences) {
        return new StepResult(step, right, error, measured + ", " + Text.error(differences.error) + " against finite differences", worst, likely);
    }

    /** Whether it is right, or wrong in the way that was announced of a claim. */
    public boolean asExpected() {
        return right ? step.expectRight() : !step.expectRight() && hasValue() && step.isAnnounced(cause());
    }

    /** What came of it in one phrase: right, wrong, "the claim is wrong, as announced". */
    public String verdict() {
        if (!step.isClaim()) {
            return right ? "right" : "wrong";
        }
        String fact = "the claim is " + (right ? "right" : "wrong");
        if (asExpected()) {
            return fact + (right ? "" : ", as announced");
        }
        if (right || step.expectRight()) {
            return fact + ", but was announced as " + (right ? "wrong" : "right");
        }
        if (!hasValue()) {
            return "the claim cannot be compared";
        }
        String came = cause().isEmpty() ? "none was recognised" : "the likely one is " + cause();
        return fact + ", but the cause announced is " + step.cause() + " and " + came;
    }

    /** A claim that threw, gave NaN or, for no known cause, another shape has not been tried: it is a slip of whoever wrote it down. */
    private boolean hasValue() {
        return Double.isFinite(error) || likely.isPresent();
    }

    private String cause() {
        return likely.map(Likely::key).orElse("");
    }
}
