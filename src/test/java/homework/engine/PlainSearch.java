package homework.engine;

import java.util.Arrays;

/**
 * What {@link ConjugateGradient} is compared with: the same facts once more, as one plain procedure on arrays of double. The second attempt
 * after a failure, which {@code minimize.m} has and Torch's does not, can be switched on.
 */
final class PlainSearch {
    /** A function with its gradient. */
    interface Function {
        double at(double[] x, double[] gradient);
    }

    /**
     * What the search did.
     *
     * @param longest evaluations of its longest line search
     */
    record Path(double[] end, int evaluations, int longest) {
    }

    private PlainSearch() {
    }

    static Path minimise(Function function, double[] start, int maxIter) {
        return minimise(function, start, maxIter, false);
    }

    static Path minimise(Function function, double[] start, int maxIter, boolean triesTwice) {
        double[] x = start.clone();
        double[] df1 = new double[x.length];
        double[] df2 = new double[x.length];
        double[] s = new double[x.length];
        double f1 = function.at(x, df1);
        int i = 1;
        int longest = 0;
        boolean failedBefore = false;
        for (int k = 0; k < x.length; k++) {
            s[k] = -df1[k];
        }
        double d1 = -dot(s, s);
        double z1 = 1 / (1 - d1);
        while (i < 1.25 * maxIter) {
            int before = i;
            double[] x0 = x.clone();
            double[] df0 = df1.clone();
            step(x, z1, s);
            double f2 = function.at(x, df2);
            i++;
            double d2 = dot(df2, s);
            double f3 = f1;
            double d3 = d1;
            double z3 = -z1;
            double m = Math.min(maxIter, 1.25 * maxIter - i);
            double limit = -1;
            boolean success;
            while (true) {
                while ((f2 > f1 + z1 * .01 * d1 || d2 > -.5 * d1) && m > 0) {
                    limit = z1;
                    double z2;
                    if (f2 > f1) {
                        z2 = z3 - .5 * d3 * z3 * z3 / (d3 * z3 + f2 - f3);
                    } else {
                        double a = 6 * (f2 - f3) / z3 + 3 * (d2 + d3);
                        double b = 3 * (f3 - f2) - z3 * (d3 + 2 * d2);
                        z2 = (Math.sqrt(b * b - a * d2 * z3 * z3) - b) / a;
                    }
                    if (Double.isNaN(z2) || Double.isInfinite(z2)) {
                        z2 = z3 / 2;
                    }
                    z2 = Math.max(Math.min(z2, .1 * z3), .9 * z3);
                    z1 += z2;
                    step(x, z2, s);
                    f2 = function.at(x, df2);
                    i++;
                    m--;
                    d2 = dot(df2, s);
                    z3 -= z2;
                }
                if (f2 > f1 + z1 * .01 * d1 || d2 > -.5 * d1) {
                    success = false;
                    break;
                } else if (d2 > .5 * d1) {
                    success = true;
                    break;
                } else if (m == 0) {
                    success = false;
                    break;
                }
                double a = 6 * (f2 - f3) / z3 + 3 * (d2 + d3);
                double b = 3 * (f3 - f2) - z3 * (d3 + 2 * d2);
                double z2 = -d2 * z3 * z3 / (b + Math.sqrt(b * b - a * d2 * z3 * z3));
                if (Double.isNaN(z2) || Double.isInfinite(z2) || z2 < 0) {
                    z2 = limit < -.5 ? z1 * 2 : (limit - z1) / 2;
                } else if (limit > -.5 && z2 + z1 > limit) {
                    z2 = (limit - z1) / 2;
                } else if (limit < -.5 && z2 + z1 > z1 * 3) {
                    z2 = z1 * 2;
                } else if (z2 < -z3 * .1) {
                    z2 = -z3 * .1;
                } else if (limit > -.5 && z2 < (limit - z1) * .9) {
                    z2 = (limit - z1) * .9;
                }
                f3 = f2;
                d3 = d2;
                z3 = -z2;
                z1 += z2;
                step(x, z2, s);
                f2 = function.at(x, df2);
                i++;
                m--;
                d2 = dot(df2, s);
            }
            longest = Math.max(longest, i - before);
            if (success) {
                f1 = f2;
                double factor = (dot(df2, df2) - dot(df2, df1)) / dot(df1, df1);
                for (int k = 0; k < x.length; k++) {
                    s[k] = factor * s[k] - df2[k];
                }
                double[] other = df1;
                df1 = df2;
                df2 = other;
                d2 = dot(df1, s);
                if (d2 > 0) {
                    for (int k = 0; k < x.length; k++) {
                        s[k] = -df1[k];
                    }
                    d2 = -dot(s, s);
                }
                z1 *= Math.min(100, d1 / (d2 - Double.MIN_NORMAL));
                d1 = d2;
                failedBefore = false;
            } else {
                x = x0;
                df1 = df0;
                if (failedBefore || !triesTwice) {
                    return new Path(x, i, longest);
                }
                for (int k = 0; k < x.length; k++) {
                    s[k] = -df1[k];
                }
                d1 = -dot(s, s);
                z1 = 1 / (1 - d1);
                failedBefore = true;
            }
        }
        return new Path(x, i, longest);
    }

    private static void step(double[] x, double length, double[] s) {
        Arrays.setAll(x, k -> x[k] + length * s[k]);
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
