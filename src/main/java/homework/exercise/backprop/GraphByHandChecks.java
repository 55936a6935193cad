package homework.exercise.backprop;

import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Visible;

/** dE/dx_i = σ'(x_i) dE/dy, whichever of the two is larger. */
@Visible
public class GraphByHandChecks {

    @Check(order = 1, points = 1, says = "x1 is the larger, dE/dy = 1")
    public void firstIsLarger(ComputationGraph.ByHand byHand) {
        double[] slopes = {0.19661193324148185, 0.2350037122015945};
        expect(1, -0.5, 1, slopes)
                .mistake("loser", "the smaller input got 0; it does not reach m, but it is what n hands on to y", new double[] {slopes[0], 0})
                .mistake("swapped", "the two results have changed places", new double[] {slopes[1], slopes[0]})
                .mistake("not the derivative", "these are the values σ(x) where the derivatives σ(x)(1 − σ(x)) belong",
                        new double[] {0.7310585786300049, 0.3775406687981454})
                .mistake("at output", "the derivative of σ was taken at σ(x) in place of x", new double[] {0.2193618640098077, 0.24129887788965604})
                .that(() -> byHand.of(1, -0.5, 1)).near(slopes);
    }

    @Check(order = 2, points = 1, says = "x2 is the larger, dE/dy = 1")
    public void secondIsLarger(ComputationGraph.ByHand byHand) {
        double[] slopes = {0.19661193324148185, 0.10499358540350652};
        expect(-1, 2, 1, slopes)
                .mistake("loser", "the smaller input got 0; it does not reach m, but it is what n hands on to y", new double[] {0, slopes[1]})
                .mistake("swapped", "the two results have changed places; dE/dx1 comes first, also where x2 is the larger",
                        new double[] {slopes[1], slopes[0]})
                .that(() -> byHand.of(-1, 2, 1)).near(slopes);
    }

    @Check(order = 3, points = 1, says = "times the gradient that arrives")
    public void upstream(ComputationGraph.ByHand byHand) {
        double[] slopes = {0.19661193324148185, 0.2350037122015945};
        expect(1, -0.5, -3, slopes)
                .mistake("upstream", "dE/dy is missing: this would be right for dE/dy = 1; multiply by gradient", slopes)
                .that(() -> byHand.of(1, -0.5, -3)).near(new double[] {-0.5898357997244456, -0.7050111366047835});
    }

    @Check(order = 4, points = 1, says = "a tie, x1 = x2")
    public void tie(ComputationGraph.ByHand byHand) {
        double slope = 0.22171287329310904;
        expect(0.7, 0.7, 1, new double[] {slope, slope})
                .mistake("first", "at a tie x1 got what both nodes hand on, and x2 nothing; but y = s1 + s2 has no kink there",
                        new double[] {2 * slope, 0})
                .mistake("second", "at a tie x2 got what both nodes hand on, and x1 nothing; but y = s1 + s2 has no kink there",
                        new double[] {0, 2 * slope})
                .that(() -> byHand.of(0.7, 0.7, 1)).near(new double[] {slope, slope});
    }

    /** With the mistakes that show alike on every input. */
    private static Expect expect(double x1, double x2, double gradient, double[] slopes) {
        double[] once = {gradient * slopes[0], gradient * slopes[1]};
        return Expect.given("x1", x1).and("x2", x2).and("gradient", gradient)
                .mistake("both paths", "twice what it should be: m and n have both handed their gradient to both inputs; each has it to give once",
                        new double[] {2 * once[0], 2 * once[1]})
                .mistake("inner sign", "a sign is wrong inside: this is σ(1 + σ), the derivative is σ(1 − σ)",
                        new double[] {gradient * rising(x1), gradient * rising(x2)})
                .mistake("at input", "this is x(1 − x); the product wants σ(x) and 1 − σ(x), not x itself",
                        new double[] {gradient * x1 * (1 - x1), gradient * x2 * (1 - x2)})
                .mistake("without σ'", "σ' is missing: these are dE/ds1 and dE/ds2; the path goes on through the sigmoid to x",
                        new double[] {gradient, gradient})
                .mistake("nothing", "nothing arrived. Gradients over two paths are added: one that is 0 does not make the other 0. "
                        + "(And at a tie neither x1 > x2 nor x1 < x2 holds.)", new double[] {0, 0})
                .mistake("difference", "the smaller input has the wrong sign: y is m + n, and n counts with a plus",
                        new double[] {x1 < x2 ? -once[0] : once[0], x2 < x1 ? -once[1] : once[1]});
    }

    /** σ(1 + σ). */
    private static double rising(double x) {
        double s = 1 / (1 + Math.exp(-x));
        return s * (1 + s);
    }
}
