package homework.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A function of a few numbers in double, which remembers where it was evaluated. */
final class DoubleLandscape implements Landscape {
    final List<double[]> visited = new ArrayList<>();
    private final PlainSearch.Function function;
    private final double[] x;
    private final double[] g;
    private final double[] s;
    private double[] xBefore;
    private double[] gBefore;

    DoubleLandscape(PlainSearch.Function function, double... start) {
        this.function = function;
        x = start.clone();
        g = new double[x.length];
        s = new double[x.length];
    }

    /** From the start, as a step of the engine does it. */
    double minimise(int iterations) {
        return new ConjugateGradient(iterations).minimise(this, evaluate());
    }

    double[] place() {
        return x.clone();
    }

    @Override
    public double evaluate() {
        visited.add(x.clone());
        return function.at(x, g);
    }

    @Override
    public double slope() {
        return PlainSearch.dot(g, s);
    }

    @Override
    public void move(double length) {
        Arrays.setAll(x, k -> x[k] + length * s[k]);
    }

    @Override
    public void mark() {
        xBefore = x.clone();
        gBefore = g.clone();
    }

    @Override
    public void back() {
        System.arraycopy(xBefore, 0, x, 0, x.length);
    }

    @Override
    public void steepest() {
        Arrays.setAll(s, k -> -g[k]);
    }

    @Override
    public void conjugate() {
        double beta = (PlainSearch.dot(g, g) - PlainSearch.dot(g, gBefore)) / PlainSearch.dot(gBefore, gBefore);
        Arrays.setAll(s, k -> beta * s[k] - g[k]);
    }
}
