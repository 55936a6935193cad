package homework.gradient;

import java.util.List;

/**
 * What came of a derivation; its text is one line a step, and under a wrong one where it is wrong and why.
 *
 * @param title the derivation and its inputs
 * @param steps in their order
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

    /** What there is to say beside the steps, a line each: entries not compared, and that the derivation does not hold. */
    public List<String> remarks() {
        String kinks = Text.count(skipped, "entry", "entries") + " at kinks not compared with finite differences";
        String fails = "this derivation does not hold: see " + steps.stream().filter(step -> !step.asExpected())
                .map(step -> step.step().name()).findFirst().orElse("");
        return skipped > 0 ? holds() ? List.of(kinks) : List.of(kinks, fails) : holds() ? List.of() : List.of(fails);
    }

    @Override
    public String toString() {
        int names = steps.stream().mapToInt(step -> step.step().name().length()).max().orElse(0) + 3;
        StringBuilder text = new StringBuilder(title);
        for (StepResult step : steps) {
            String name = step.step().name();
            text.append("\n  ").append(name).append(" ".repeat(names - name.length())).append(step.verdict()).append("; ").append(step.measured())
                    .append(step.step().says().isEmpty() ? "" : "   " + step.step().says());
            String indent = "\n" + " ".repeat(names + 2);
            text.append(step.worst().isEmpty() ? "" : indent + step.worst());
            step.likely().ifPresent(likely -> text.append(indent).append(likely));
        }
        remarks().forEach(remark -> text.append("\n  ").append(remark));
        return text.toString();
    }
}
