package homework.exercise;

import homework.gradient.Evidence;
import homework.gradient.FunctionFault;
import homework.gradient.GradientReport;
import homework.gradient.Likely;
import homework.gradient.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Compares what a student's method returns with what is expected, and says what differs and why that is likely so.
 *
 * <pre>{@code
 * Expect.given("x", x).and("beta", 2.0).constant("β", 2).that(() -> softmax.of(x, 2.0)).near(expected);
 * Expect.given("x", x).and("gradient", g)
 *         .right(() -> GradientCheck.ofArrays("tanh", v -> Transforms.tanh(v)).at(x).upstream(g).backward(answer::of));
 * }</pre>
 */
public final class Expect {
    /** Two ways to write the same thing in double differ by rounding alone. */
    private static final double TOLERANCE = 1e-9;
    private final List<String> inputs = new ArrayList<>();
    private final List<UnaryOperator<Evidence>> facts = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private Callable<?> call;

    private Expect() {
    }

    /** One of the arguments, which a failure shows. */
    public static Expect given(String name, Object value) {
        return new Expect().and(name, value);
    }

    /** A further argument. */
    public Expect and(String name, Object value) {
        inputs.add(name + " = " + Texts.of(value));
        return this;
    }

    /** A factor of the formula by its name in the text, so that a missing or doubled one can be recognised. */
    public Expect constant(String name, double value) {
        facts.add(evidence -> evidence.constant(name, value));
        return this;
    }

    /** A number of terms that are added or averaged, such as the batch size B. */
    public Expect count(String name, int value) {
        facts.add(evidence -> evidence.count(name, value));
        return this;
    }

    /**
     * What a known mistake would have given in place of what is expected, so that it can be told.
     *
     * @param key one or two words for it
     * @param says the sentence for the student: what was done, and what to do
     * @param wrong the values it gives
     */
    public Expect mistake(String key, String says, Object wrong) {
        mistakes.add(new Mistake(new Likely(key, says), Values.of(wrong)));
        return this;
    }

    /** The call whose result is looked at. */
    public Expect that(Callable<?> answer) {
        call = answer;
        return this;
    }

    /** The result must be this, but for rounding in double. */
    public void near(Object expected) {
        Evidence evidence = guarded(() -> Evidence.of(expected, numbers(call.call())));
        for (UnaryOperator<Evidence> fact : facts) {
            evidence = fact.apply(evidence);
        }
        GradientReport report = GradientReport.of("", evidence, TOLERANCE);
        if (!report.isRight()) {
            throw Mismatch.of(report, mistakes).input(input());
        }
    }

    /** A condition on the result, in words: "every row sums to 0". */
    public void holds(String condition, Callable<Boolean> isSo) {
        if (!guarded(isSo)) {
            throw Problem.of("condition", "expected that " + condition).input(input());
        }
    }

    /** The comparison of a gradient must come out right. */
    public void right(Callable<GradientReport> comparison) {
        GradientReport report = guarded(comparison);
        if (!report.isRight()) {
            throw Mismatch.of(report, mistakes).input(input());
        }
    }

    private <T> T guarded(Callable<T> code) {
        try {
            return code.call();
        } catch (Problem problem) {
            throw problem.input(input());
        } catch (FunctionFault fault) {
            // What the student's method returned cannot be compared: NaN, another shape at the second call.
            throw Problem.of("value", fault.getMessage()).input(input());
        } catch (Exception e) {
            // The tests get along with right answers, which is tested; so it is what was returned that they cannot work with.
            throw Problem.of("value", "returned something that cannot be looked at as it should: " + Faults.named(e)).likely(
                    "its shape or type is another than expected").input(input());
        }
    }

    private static Values numbers(Object returned) {
        try {
            return Values.of(returned);
        } catch (IllegalArgumentException notNumbers) {
            throw Problem.of("value", notNumbers.getMessage());
        }
    }

    private String input() {
        return inputs.stream().collect(Collectors.joining("\n"));
    }
}
