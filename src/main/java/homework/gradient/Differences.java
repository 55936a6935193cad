package homework.gradient;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Derivatives by central differences (f(x + h) − f(x − h)) / 2h in double, with h = 6·10⁻⁶ max(1, |x|), the cube root of the
 * machine precision, where truncation and rounding are equally small: about 10⁻¹⁰ for a function of size 1.
 *
 * <p>A kink (ReLU at 0, a tie under max) is where the slopes to the left and to the right differ and go on differing when h
 * shrinks tenfold; there is no derivative and the entry is skipped. A kink that only lies near by falls out of the smaller
 * interval, and the derivative is taken there.
 */
public final class Differences {
    private Differences() {
    }

    /** The gradient of a function whose value is a single number, in the shape of the point. */
    public static <T> Numeric gradient(Formula<T> function, T x) {
        Values y = Values.of(new Guarded<>("the function", function, Probe.at(x)).first());
        if (y.size() != 1) {
            throw new IllegalArgumentException("a gradient belongs to a function with a single value, but it returned shape "
                    + y.shapeText() + "; ask for the Jacobian, or give dL/dy and ask for the vector-Jacobian product");
        }
        return product("the function", function, Probe.at(x), y.ones());
    }

    /** dy_j/dx_i in row j, column i; both counted row by row. */
    public static <T> Numeric jacobian(Formula<T> function, T x) {
        return jacobian("the function", function, Probe.at(x));
    }

    /** dL/dx in the shape of the point, where {@code upstream} is dL/dy in the shape of the value. */
    public static <T> Numeric product(Formula<T> function, T x, Object upstream) {
        return product("the function", function, Probe.at(x), Values.of(upstream));
    }

    static <T> Numeric jacobian(String name, Formula<T> function, Probe<T> probe) {
        Slopes<T> slopes = new Slopes<>(new Guarded<>(name, function, probe), probe);
        int inputs = probe.values().size();
        int outputs = slopes.outputs();
        double[] entries = new double[Math.multiplyExact(inputs, outputs)];
        boolean[] kinks = new boolean[entries.length];
        for (int i = 0; i < inputs; i++) {
            slopes.along(i);
            for (int j = 0; j < outputs; j++) {
                kinks[j * inputs + i] = slopes.kink[j];
                entries[j * inputs + i] = slopes.kink[j] ? 0 : slopes.slope[j];
            }
        }
        slopes.finish();
        double largest = 0;
        for (int j = 0; j < outputs; j++) {
            largest = Math.max(largest, Math.abs(slopes.value().get(j)));
        }
        return new Numeric(Values.shaped(new int[] {outputs, inputs}, entries), kinks, Slopes.noise(largest));
    }

    /**
     * dy_i/dx_i in the shape of the point, for a function that acts on each entry alone. All entries move at once, each as far as it
     * would alone, so that it takes as many calls as a function of one number.
     */
    static <T> Numeric elementwise(String name, Formula<T> function, Probe<T> probe) {
        T point = probe.point();
        Values x = probe.values();
        double[] reach = Arrays.stream(x.toArray()).map(v -> Math.max(1, Math.abs(v))).toArray();
        requireElementwise(name, function, point, x);
        Numeric column = jacobian(name, move -> function.at(Probe.of(point, x.plus(reach, move[0])).point()), Probe.at(new double[1]));
        double[] slopes = IntStream.range(0, reach.length).mapToDouble(i -> column.values().get(i) / reach[i]).toArray();
        return new Numeric(Values.shaped(x.shape(), slopes), column.kinks(), column.noise());
    }

    /** Moves one entry, the first and then the last, and looks whether any other value moves with it. */
    private static <T> void requireElementwise(String name, Formula<T> function, T point, Values x) {
        Values y = new Guarded<>(name, function, Probe.of(point, x)).first();
        for (int moved : new int[] {0, x.size() - 1}) {
            double[] only = new double[x.size()];
            only[moved] = 1;
            Values there = new Guarded<>(name, function, Probe.of(point, x.plus(only, 1e-3))).first();
            boolean alone = y.sameShape(x) && IntStream.range(0, x.size()).allMatch(i -> i == moved || there.get(i) == y.get(i));
            if (!alone) {
                throw new IllegalArgumentException(name + " does not act on each entry alone: "
                        + (y.sameShape(x) ? "other values move with entry " + x.place(moved) : "it turns shape " + x.shapeText() + " into " + y.shapeText())
                        + "; leave elementwise() out, or give dL/dy by upstream(...)");
            }
        }
    }

    static <T> Numeric product(String name, Formula<T> function, Probe<T> probe, Values upstream) {
        Values x = probe.values();
        Slopes<T> slopes = new Slopes<>(new Guarded<>(name, function, probe), probe);
        Values y = slopes.value();
        if (!upstream.sameShape(y) && !(upstream.size() == 1 && y.size() == 1)) {
            throw new IllegalArgumentException("the upstream gradient dL/dy needs the shape of y = " + name + " at x, "
                    + y.shapeText() + ", but has " + upstream.shapeText());
        }
        double[] entries = new double[x.size()];
        boolean[] kinks = new boolean[x.size()];
        for (int i = 0; i < entries.length; i++) {
            slopes.along(i);
            for (int j = 0; j < slopes.outputs(); j++) {
                entries[i] += upstream.get(j) * slopes.slope[j];
                kinks[i] |= slopes.kink[j] && upstream.get(j) != 0;
            }
            entries[i] = kinks[i] ? 0 : entries[i];
        }
        slopes.finish();
        double size = 0;
        for (int j = 0; j < y.size(); j++) {
            size += Math.abs(upstream.get(j) * y.get(j));
        }
        return new Numeric(Values.shaped(x.shape(), entries), kinks, Slopes.noise(size));
    }
}
