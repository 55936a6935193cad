package homework.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** All steps of a derivation computed on all inputs. */
final class DerivationRun {
    /** Two ways to write the same thing differ by rounding alone. */
    private static final double SAME = 1e-9;
    private static final double DIFFERENCES = 1e-7;
    /** What rounding leaves of numbers of size 1 that should cancel. */
    private static final double ROUNDING = 1e-14;
    private final List<Step> steps;
    private final Facts named;
    private final List<double[]> inputs;
    private final List<Numeric> numeric = new ArrayList<>();
    private final Formula<double[]> original;

    DerivationRun(List<Step> steps, Formula<double[]> original, Facts named, List<double[]> inputs) {
        this.steps = steps;
        this.original = original;
        this.named = named;
        this.inputs = inputs;
    }

    DerivationResult result(String title) {
        List<Values> first = values(steps.get(0));
        for (int i = 0; i < inputs.size() && original != null; i++) {
            numeric.add(derivative(inputs.get(i), first.get(i)));
        }
        List<StepResult> results = new ArrayList<>();
        StepResult head = original == null ? StepResult.reference(steps.get(0)) : compared(steps.get(0), first, null);
        results.add(head);
        // A first step that is itself wrong is no measure for the others.
        List<Values> reference = head.right() ? first : null;
        for (Step step : steps.subList(1, steps.size())) {
            results.add(result(step, reference));
        }
        return new DerivationResult(title, results, numeric.stream().mapToInt(Numeric::skipped).sum());
    }

    private StepResult result(Step step, List<Values> reference) {
        try {
            List<Values> values = values(step);
            StepResult differences = original == null ? null : compared(step, values, null);
            if (reference == null || differences != null && !differences.right()) {
                return explained(differences, reference);
            }
            StepResult exact = compared(step, values, reference);
            return explained(differences == null ? exact : exact.alsoAgainst(differences), reference);
        } catch (FunctionFault fault) {
            return StepResult.fault(step, fault.getMessage());
        }
    }

    /** With the cause that was announced together with its mend, if the mended claim is right. */
    private StepResult explained(StepResult result, List<Values> reference) {
        Step step = result.step();
        boolean isFound = !result.right() && step.mend() != null && result(step.mended(), reference).right();
        return isFound ? result.because(new Likely(step.cause(), step.mend().says() + "; with that put right the line is right")) : result;
    }

    private List<Values> values(Step step) {
        List<Values> values = new ArrayList<>();
        for (double[] x : inputs) {
            values.add(new Guarded<>("step " + step.label(), step.formula(), Probe.at(x)).first());
        }
        return values;
    }

    /** The derivative in the shape in which the steps give it. */
    private Numeric derivative(double[] x, Values step) {
        Numeric jacobian = Differences.jacobian("the function of derivativeOf", original, Probe.at(x));
        Values all = jacobian.values();
        if (step.sameShape(all)) {
            return jacobian;
        }
        if (all.length(0) == 1 && step.size() == all.size()) {
            return new Numeric(Values.shaped(step.shape(), all.toArray()), jacobian.kinks(), jacobian.noise());
        }
        if (!all.isSquare() || step.size() != x.length || !Diagonal.isAll(all)) {
            throw new IllegalArgumentException("the first step gives " + step.shapeText() + ", but the derivative of the function has shape "
                    + all.shapeText() + (all.isSquare() && step.size() == x.length ? " with entries off the diagonal" : ""));
        }
        return Diagonal.of(jacobian, step.shape());
    }

    /** A step against the reference, or against finite differences if that is null. */
    private StepResult compared(Step step, List<Values> values, List<Values> reference) {
        List<Evidence> all = new ArrayList<>();
        double rounding = reference == null ? 0 : ROUNDING * size(reference);
        for (int i = 0; i < inputs.size(); i++) {
            Facts facts = named.copy();
            facts.input = Values.of(inputs.get(i));
            facts.noise = rounding;
            if (reference == null) {
                facts.noise = numeric.get(i).noise();
                facts.kinks = numeric.get(i).kinks();
                double[] x = inputs.get(i);
                Values shape = values.get(i);
                facts.expectedAtOutput = () -> atOutput(x, y -> derivative(y, shape)).filter(there -> there.skipped() == 0).map(Numeric::values);
                facts.gotAtOutput = () -> atOutput(x, y -> new Guarded<>(step.label(), step.formula(), Probe.at(y)).first());
            }
            all.add(Evidence.of(reference == null ? numeric.get(i).values() : reference.get(i), values.get(i)).with(facts));
        }
        double tolerance = reference == null ? DIFFERENCES : SAME;
        // A wrong input counts before one that is merely off by the rounding of the differences, and that before one with nothing but kinks.
        int worst = IntStream.range(0, all.size()).boxed().max(Comparator.comparing((Integer i) -> !all.get(i).isRight(tolerance))
                .thenComparing(i -> all.get(i).compared() > 0).thenComparing(i -> all.get(i).largestError())).orElseThrow();
        GradientReport report = GradientReport.of(step.label(), all.get(worst), tolerance);
        Optional<Likely> likely = report.isRight() ? Optional.empty() : Consensus.of(all, tolerance);
        StepResult result = StepResult.of(step, report, Values.of(inputs.get(worst)), likely);
        return reference == null ? result.byDifferences() : result;
    }

    /** What something gives at y = f(x) in place of x; nothing where y has another length or lies outside the domain. */
    private <R> Optional<R> atOutput(double[] x, Function<double[], R> what) {
        Values y = new Guarded<>("the function of derivativeOf", original, Probe.at(x)).first();
        try {
            return y.size() == x.length ? Optional.of(what.apply(y.toArray())) : Optional.empty();
        } catch (FunctionFault | IllegalArgumentException outsideTheDomain) {
            return Optional.empty();
        }
    }

    /** The largest entry of all; 1 where all are 0, as of sums that cancel, whose terms nobody knows. */
    private static double size(List<Values> values) {
        double largest = values.stream().flatMapToDouble(one -> Arrays.stream(one.toArray())).map(Math::abs).max().orElse(0);
        return largest == 0 ? 1 : largest;
    }
}
