package homework.gradient;

import java.util.ArrayList;
import java.util.List;

/**
 * A derivation that can be run: steps that must all have the same value as the first, on random inputs, and which must be the
 * derivative of a function if one is given. A step may be a report's claim, which is then expected to be right or to be wrong.
 *
 * <pre>{@code
 * Derivation.of("log-sum-exp")
 *     .step("definition", x -> log(sum(exp(x))))
 *     .step("shift", x -> max(x) + log(sum(exp(minus(x, max(x))))))
 *     .onInputs(uniform(5, -3, 3), 1)
 *     .run()
 * }</pre>
 *
 * <p>Values of steps are numbers, {@code double[]}, {@code double[][]} or {@code INDArray}. Immutable: each method returns a new
 * derivation.
 */
public final class Derivation {
    private static final int INPUTS = 100;
    private final String name;
    private final List<Step> steps;
    private final Formula<double[]> original;
    private final Facts named;

    private Derivation(String name, List<Step> steps, Formula<double[]> original, Facts named) {
        this.name = name;
        this.steps = steps;
        this.original = original;
        this.named = named;
    }

    public static Derivation of(String name) {
        return new Derivation(name, List.of(), null, new Facts());
    }

    /** The next step, by its label in the text. */
    public Derivation step(String label, Formula<double[]> formula) {
        return step(label, "", formula);
    }

    /** The next step, with what it does in words or symbols. */
    public Derivation step(String label, String says, Formula<double[]> formula) {
        return add(Step.own(label, says, formula));
    }

    /** A line that a report states, by the report's key; expected to be right unless {@link #isWrong()} follows. */
    public Derivation claim(String report, String label, Formula<double[]> formula) {
        return claim(report, label, "", formula);
    }

    /** A line that a report states, with what it says. */
    public Derivation claim(String report, String label, String says, Formula<double[]> formula) {
        return add(Step.claim(report, label, says, formula));
    }

    /** The claim just added is expected to be wrong. */
    public Derivation isWrong() {
        return isWrong("");
    }

    /** The claim just added is expected to be wrong, for a cause whose {@link Likely#key} holds this word: sign, transposed, factor β. */
    public Derivation isWrong(String cause) {
        return isWrong(cause, null);
    }

    /**
     * The claim just added is expected to be wrong, for a cause that no pattern of the differences tells; it is shown by mending it.
     *
     * @param cause one or two words for it
     * @param says what stands where something else belongs, as it follows "likely: "
     * @param mended the claim with this put right, which must be right
     */
    public Derivation isWrong(String cause, String says, Formula<double[]> mended) {
        return isWrong(cause, new Step.Mend(says, mended));
    }

    private Derivation isWrong(String cause, Step.Mend mend) {
        if (steps.isEmpty()) {
            throw new IllegalStateException("isWrong() follows the claim it is about");
        }
        List<Step> changed = new ArrayList<>(steps);
        changed.add(changed.remove(steps.size() - 1).wrong(cause, mend));
        return new Derivation(name, List.copyOf(changed), original, named);
    }

    /**
     * The function whose derivative all steps shall be, by finite differences: its gradient if it has a single value, its Jacobian if
     * it has several, or, where the steps are vectors and the function acts on each entry alone, the derivative of each entry.
     */
    public Derivation derivativeOf(Formula<double[]> function) {
        return new Derivation(name, steps, function, named);
    }

    /** Names a factor of the formula, such as β = 1.5, for the report. */
    public Derivation constant(String factor, double value) {
        return new Derivation(name, steps, original, named.constant(factor, value));
    }

    /** Names a number of terms that are added or averaged, such as the batch size B. */
    public Derivation count(String number, int value) {
        return new Derivation(name, steps, original, named.count(number, value));
    }

    /** The inputs, 100 of them unless each is given, and the seed from which they are drawn. */
    public Ready onInputs(Inputs inputs, long seed) {
        return onInputs(INPUTS, inputs, seed);
    }

    /** That many inputs, and the seed from which they are drawn. */
    public Ready onInputs(int count, Inputs inputs, long seed) {
        if (count < 1) {
            throw new IllegalArgumentException("a derivation needs at least one input, but count is " + count);
        }
        if (steps.isEmpty() || steps.size() == 1 && original == null) {
            throw new IllegalStateException(name + " has nothing to compare: add two steps, or one step and derivativeOf(...)");
        }
        if (original == null && !steps.get(0).report().isEmpty()) {
            throw new IllegalStateException(name + " begins with a claim; begin with a step that is known to be right, or add derivativeOf(...)");
        }
        return () -> new DerivationRun(steps, original, named, inputs.draw(count, seed)).result(name + " on " + inputs.text(count, seed));
    }

    /** A derivation that knows its inputs. */
    @FunctionalInterface
    public interface Ready {
        /** Computes every step on every input; the result's text is the report. */
        DerivationResult run();
    }

    private Derivation add(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new Derivation(name, List.copyOf(more), original, named);
    }
}
