package homework.exercise;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A small exercise for the tests of the mechanism: y = x / 2. */
final class Halves {
    static final Exercise<Half> HALF = new Exercise<>("half", Half.class, HalfChecks.class);

    private Halves() {
    }

    @FunctionalInterface
    public interface Half {
        INDArray of(INDArray x) throws Exception;
    }

    @Visible
    static class HalfChecks {

        @Check(order = 1, points = 2, says = "values")
        void values(Half half) {
            INDArray x = Nd4j.createFromArray(-2.0, 1.0, 3.0);
            Expect.given("x", x).that(() -> half.of(x)).near(new double[] {-1, 0.5, 1.5});
        }

        @Check(order = 2, points = 1, says = "a matrix, and x stays as it was")
        void leavesItsArgumentAlone(Half half, Calls calls) {
            INDArray x = Nd4j.createFromArray(new double[][] {{4, 2}, {0, 8}});
            Expect.given("x", x).that(() -> half.of(x)).near(new double[][] {{2, 1}, {0, 4}});
            calls.leftArgumentsAlone();
        }
    }

    @Hidden
    static class HalfHidden {

        @Check(order = 1, guards = "values", says = "another value")
        void values(Half half) {
            INDArray x = Nd4j.createFromArray(7.0);
            Expect.given("x", x).that(() -> half.of(x)).near(new double[] {3.5});
        }

        @Check(order = 2, guards = "leavesItsArgumentAlone", says = "a row")
        void leavesItsArgumentAlone(Half half, Calls calls) {
            INDArray x = Nd4j.createFromArray(new double[][] {{6, 6}});
            Expect.given("x", x).that(() -> half.of(x)).near(new double[][] {{3, 3}});
            calls.leftArgumentsAlone();
        }
    }
}
