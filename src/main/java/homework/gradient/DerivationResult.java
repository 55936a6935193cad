package homework.gradient;

import java.util.List;

/**
 * What came of a derivation; its text is one line a step.
 *
 * @param title the derivation and its inputs
 * @param skipped how many entries had no finite difference because the function has a kink there
 */
public record DerivationResult(String title, List<StepResult> steps, int skipped) {

    public DerivationResult {
        steps = List.copyOf(steps);
    }

    /** Whether every step is right and every claim as right or wrong as was announced. */
    public boolean holds() {
        return steps.stream().allMatch(StepResult::asExpected);
    }

    /** Itself if it holds; else throws, with the report as the message, so that a page that runs this stops. */
    public DerivationResult orThrow() {
        if (!holds()) {
            throw new AssertionError(toString());
        }
        return this;
    }

    @Override
    public String toString() {
        int width = steps.stream().mapToInt(step -> step.name().length()).max().orElse(0);
        StringBuilder text = new StringBuilder(title);
        for (StepResult step : steps) {
            text.append("\n  ").append(step.name()).append(" ".repeat(width - step.name().length() + 3)).append(step.verdict());
            String indent = "\n" + " ".repeat(width + 5);
            text.append(step.details().isEmpty() ? "" : indent + step.details());
            step.likely().ifPresent(likely -> text.append(indent).append(likely));
        }
        if (skipped > 0) {
            text.append("\n  ").append(Text.count(skipped, "entry", "entries")).append(" at kinks not compared with finite differences");
        }
        return text.append(holds() ? "" : "\n  this derivation does not hold").toString();
    }
}
