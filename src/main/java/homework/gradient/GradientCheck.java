package homework.gradient;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Compares a gradient written by hand with finite differences of the function, at one point. What is compared follows from what is
 * given: with an upstream gradient dL/dy the product dL/dx, else for a function with a single value its gradient, and for one with
 * several its Jacobian, dy_j/dx_i in row j, column i. Immutable: each method returns a new check.
 *
 * @param <T> what the function takes: {@code double[]} or {@code INDArray}
 */
public final class GradientCheck<T> {
    private static final double TOLERANCE = 1e-7;
    private final String name;
    private final Formula<T> function;
    private final T x;
    private final Values upstream;
    private final double tolerance;
    private final Paths<T> paths;
    private final Facts named;

    private GradientCheck(String name, Formula<T> function, T x, Values upstream, double tolerance, Paths<T> paths, Facts named) {
        this.name = name;
        this.function = function;
        this.x = x;
        this.upstream = upstream;
        this.tolerance = tolerance;
        this.paths = paths;
        this.named = named;
    }

    /** A check of a function of a {@code double[]}. */
    public static GradientCheck<double[]> of(String name, Formula<double[]> function) {
        return new GradientCheck<>(name, function, null, null, TOLERANCE, null, new Facts());
    }

    /** A check of a function of an ND4J array, which it will be given in double. */
    public static GradientCheck<INDArray> ofArrays(String name, Formula<INDArray> function) {
        return new GradientCheck<>(name, function, null, null, TOLERANCE, null, new Facts());
    }

    /** The point at which to compare. */
    public GradientCheck<T> at(T point) {
        return new GradientCheck<>(name, function, Probe.at(point).point(), upstream, tolerance, paths, named);
    }

    /** dL/dy, in the shape of y: compares dL/dx in the shape of x. */
    public GradientCheck<T> upstream(T gradient) {
        return new GradientCheck<>(name, function, x, Values.of(gradient), tolerance, paths, named.elementwise(false));
    }

    /** For a function that acts on each entry alone: compares dy_i/dx_i, in the shape of x, moving all entries at once. */
    public GradientCheck<T> elementwise() {
        Values y = new Guarded<>(name, function, Probe.at(point())).first();
        return new GradientCheck<>(name, function, x, y.ones(), tolerance, paths, named.elementwise(true));
    }

    /** Names a factor of the formula, such as β = 1.5, for the report. */
    public GradientCheck<T> constant(String factor, double value) {
        return knowing(named.constant(factor, value));
    }

    /** Names a number of terms that are added or averaged, such as the batch size B. */
    public GradientCheck<T> count(String number, int value) {
        return knowing(named.count(number, value));
    }

    /** The largest {@link RelativeError} that counts as right, 1e-7 unless told. */
    public GradientCheck<T> tolerance(double largest) {
        return new GradientCheck<>(name, function, x, upstream, largest, paths, named);
    }

    /**
     * Tells that x is used several times. The formula takes one copy of x for each use and must give the function's value when all
     * copies are x; then a gradient that arrives over some of the uses alone can be recognised.
     *
     * @param uses a name for each use, in the order of the copies
     */
    public GradientCheck<T> paths(Formula<List<T>> formula, String... uses) {
        return new GradientCheck<>(name, function, x, upstream, tolerance, new Paths<>(formula, List.of(uses)), named);
    }

    /** Compares a gradient (or Jacobian) that is a function of x alone. */
    public GradientReport gradient(Formula<T> byHand) {
        Evidence evidence = new Comparison<>(name, function, point(), upstream, paths, named).with(byHand);
        return GradientReport.of("gradient of " + name, evidence, tolerance);
    }

    /** Compares a backward rule, which is given x and the upstream gradient. */
    public GradientReport backward(Backward<T> byHand) {
        if (upstream == null) {
            throw new IllegalStateException("a backward rule needs dL/dy: call upstream(...) before backward(...)");
        }
        return gradient(point -> {
            Probe<T> given = Probe.of(point(), upstream);
            Object result = byHand.at(point, given.point());
            if (Evidence.of(upstream, given.values()).largestError() > 0) {
                throw new FunctionFault("the backward rule of " + name + " changed the upstream gradient it was given; work on a copy");
            }
            return result;
        });
    }

    private GradientCheck<T> knowing(Facts facts) {
        return new GradientCheck<>(name, function, x, upstream, tolerance, paths, facts);
    }

    private T point() {
        if (x == null) {
            throw new IllegalStateException("the check of " + name + " has no point yet: call at(...) first");
        }
        return x;
    }
}
