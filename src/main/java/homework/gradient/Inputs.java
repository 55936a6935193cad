package homework.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Where the inputs of a derivation come from; the same seed gives the same inputs. */
public final class Inputs {
    private final String what;
    private final int fixed;
    private final Draw draw;

    /** One input of a known place in the row. */
    private interface Draw {
        double[] of(Random random, int number);
    }

    private Inputs(String what, int fixed, Draw draw) {
        this.what = what;
        this.fixed = fixed;
        this.draw = draw;
    }

    /** Vectors of n numbers, each uniform between the two. */
    public static Inputs uniform(int n, double from, double to) {
        requireLength(n);
        if (!(from < to) || !Double.isFinite(from) || !Double.isFinite(to)) {
            throw new IllegalArgumentException("uniform(n, from, to) needs from < to, but they are " + from + " and " + to);
        }
        return new Inputs("inputs of length " + n, 0, (random, i) -> random.doubles(n).map(u -> from + u * (to - from)).toArray());
    }

    /** Vectors of n normal numbers with mean 0 and this standard deviation. */
    public static Inputs normal(int n, double deviation) {
        requireLength(n);
        if (!(deviation > 0) || !Double.isFinite(deviation)) {
            throw new IllegalArgumentException("normal(n, deviation) needs a standard deviation above 0, but it is " + deviation);
        }
        return new Inputs("inputs of length " + n, 0, (random, i) -> {
            double[] x = new double[n];
            for (int k = 0; k < n; k++) {
                x[k] = deviation * random.nextGaussian();
            }
            return x;
        });
    }

    /** Just these inputs. */
    public static Inputs exactly(double[]... inputs) {
        if (inputs.length == 0) {
            throw new IllegalArgumentException("exactly(...) needs at least one input");
        }
        double[][] copies = new double[inputs.length][];
        for (int i = 0; i < inputs.length; i++) {
            copies[i] = inputs[i].clone();
        }
        return new Inputs(inputs.length == 1 ? "given input" : "given inputs", inputs.length, (random, i) -> copies[i].clone());
    }

    /** That many inputs; all of them if they are given one by one. */
    List<double[]> draw(int count, long seed) {
        Random random = new Random(seed);
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < (fixed > 0 ? fixed : count); i++) {
            all.add(draw.of(random, i));
        }
        return all;
    }

    String text(int count, long seed) {
        return fixed > 0 ? fixed + " " + what : count + " " + what + ", seed " + seed;
    }

    private static void requireLength(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("an input needs at least one number, but n is " + n);
        }
    }
}
