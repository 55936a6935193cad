package homework.gradient;

import java.util.Optional;

/**
 * What came of one step.
 *
 * @param name its label, after the report's key if it is a claim
 * @param error the largest {@link RelativeError} over all inputs; 0 for the first step
 * @param right whether it agrees with the first step and with finite differences where asked
 * @param asExpected whether it is right, or wrong in the way that was announced of a claim
 * @param likely the cause on which all inputs agree
 * @param verdict right or wrong and how far, as it stands behind the name
 * @param details the input and the entry that differ most, or why there is no value; may be empty
 */
public record StepResult(String name, double error, boolean right, boolean asExpected, Optional<Likely> likely, String verdict, String details) {

    static StepResult reference(Step step) {
        return new StepResult(step.name(), 0, true, true, Optional.empty(), "reference" + says(step), "");
    }

    static StepResult fault(Step step, String message) {
        boolean expected = !step.expectRight() && step.cause().isEmpty();
        return new StepResult(step.name(), Double.POSITIVE_INFINITY, false, expected, Optional.empty(), "wrong      no value" + says(step)
                + surprise(step, false, expected), message);
    }

    static StepResult of(Step step, GradientReport report, Values input, Optional<Likely> likely, boolean differences) {
        boolean right = report.isRight();
        boolean expected = right == step.expectRight() && (right || likely.map(Likely::key).orElse("").contains(step.cause()));
        String verdict = (right ? "right" : "wrong") + "      largest error " + Text.error(report.error())
                + (differences ? " against finite differences" : "") + says(step) + surprise(step, right, expected);
        String details = right ? "" : report.worst().isEmpty() ? report.toString().lines().findFirst().orElse("")
                : "at x = " + (input.size() == 1 ? Text.number(input.get(0)) : input) + ": " + report.worst().get(0);
        return new StepResult(step.name(), report.error(), right, expected, likely, verdict, details);
    }

    /** The same step, agreeing with finite differences, too. */
    StepResult alsoAgainst(StepResult differences) {
        String both = verdict.replaceFirst("(largest error \\S+)", "$1, " + Text.error(differences.error) + " against finite differences");
        return new StepResult(name, error, right, asExpected, likely, both, details);
    }

    private static String says(Step step) {
        return step.says().isEmpty() ? "" : "   " + step.says();
    }

    private static String surprise(Step step, boolean right, boolean expected) {
        if (step.report().isEmpty()) {
            return "";
        }
        if (expected) {
            return right ? "" : "   (as the course says of this claim)";
        }
        return right ? "   NOT AS EXPECTED: this claim was to be wrong" : step.expectRight() ? "   NOT AS EXPECTED: this claim was to be right"
                : "   NOT AS EXPECTED: the cause was to be " + step.cause();
    }
}
