package homework.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Whatever makes a comparison impossible is one message that says what came and what to do. */
class BadInputTest {
    private static final double[] X = {0.5, -1, 2};

    private static GradientCheck<double[]> squares() {
        return GradientCheck.of("squares", x -> Vectors.dot(x, x)).at(X);
    }

    private static void says(String text, Class<? extends RuntimeException> type, Executable code) {
        RuntimeException error = assertThrows(type, code);
        assertTrue(error.getMessage().contains(text), error.getMessage());
        assertEquals(1, error.getMessage().lines().count());
    }

    @Test
    void points() {
        says("the point is empty", IllegalArgumentException.class, () -> squares().at(new double[0]));
        says("the point holds NaN at (1)", IllegalArgumentException.class, () -> squares().at(new double[] {1, Double.NaN}));
        says("call at(...) first", IllegalStateException.class, () -> GradientCheck.of("f", x -> 1).gradient(x -> x));
        says("upstream(...) before backward", IllegalStateException.class, () -> squares().backward((x, g) -> x));
        says("needs the shape of y", IllegalArgumentException.class,
                () -> GradientCheck.of("f", x -> x.clone()).at(X).upstream(new double[2]).backward((x, g) -> g));
        says("null", IllegalArgumentException.class, () -> squares().at(null));
    }

    @Test
    void values() {
        says("the gradient of squares returned NaN in entry (0)", FunctionFault.class,
                () -> squares().gradient(x -> new double[] {Double.NaN, 0, 0}));
        says("nothing (null)", FunctionFault.class, () -> squares().gradient(x -> null));
        says("got String", FunctionFault.class, () -> squares().gradient(x -> "2x"));
        says("empty", FunctionFault.class, () -> squares().gradient(x -> new double[0]));
        says("rows differ in length", FunctionFault.class, () -> squares().gradient(x -> new double[][] {{1, 2}, {3}}));
        GradientReport shape = squares().gradient(x -> new double[] {1, 2});
        assertEquals("gradient of squares: wrong, expected shape [3], got shape [2]", shape.toString());
        assertTrue(shape.worst().isEmpty());
    }

    @Test
    void functions() {
        Random random = new Random(1);
        says("for the same input", FunctionFault.class, () -> GradientCheck.of("dropout", x -> random.nextDouble()).at(X).gradient(x -> x));
        int[] calls = new int[1];
        says("for the same input", FunctionFault.class, () -> squares().gradient(x -> Vectors.each(x, v -> v + calls[0]++)));
        says("changed its argument: entry (0) was 0.5 and is 1.5", FunctionFault.class,
                () -> GradientCheck.of("f", x -> ++x[0]).at(X).gradient(x -> x));
        says("the gradient of squares changed its argument", FunctionFault.class, () -> squares().gradient(x -> {
            x[1] *= 2;
            return x;
        }));
        says("changed the upstream gradient", FunctionFault.class, () -> GradientCheck.of("f", x -> x.clone()).at(X).upstream(X).backward((x, g) -> {
            g[0] = 7;
            return g;
        }));
        FunctionFault thrown = assertThrows(FunctionFault.class, () -> squares().gradient(x -> {
            throw new IllegalStateException("two\nlines");
        }));
        assertEquals("the gradient of squares threw IllegalStateException: two", thrown.getMessage());
        assertEquals(IllegalStateException.class, thrown.getCause().getClass());
        says("computes in float", FunctionFault.class, () -> GradientCheck.of("f", x -> (float) Maths.logSumExp(x)).at(X).gradient(x -> x));
        assertEquals(-1, X[1], "the caller's point is never touched");
    }

    @Test
    void layers() {
        says("has no array V; it has [x, W, b]", IllegalArgumentException.class, () -> Plants.linear().backward("V", (in, g) -> g));
        says("changed W", FunctionFault.class, () -> Plants.linear().backward("x", (in, g) -> g.mmul(in.get("W").muli(2))));
        says("needs dL/dy", IllegalStateException.class, () -> LayerCheck.of("f", in -> in.get("x"))
                .with("x", Nd4j.ones(DataType.DOUBLE, 2)).backward("x", (in, g) -> g));
    }

    @Test
    void pathsMustMakeUpTheFunction() {
        says("must be the function itself", IllegalArgumentException.class,
                () -> squares().paths(xs -> Vectors.dot(xs.get(0), xs.get(1)) + 1, "left", "right")
                .gradient(x -> x.clone()));
        says("2 to 8 names", IllegalArgumentException.class, () -> squares().paths(xs -> 1, "left"));
        GradientReport half = squares().paths(xs -> Vectors.dot(xs.get(0), xs.get(1)), "left", "right").gradient(x -> x.clone());
        assertEquals("path", half.likely().orElseThrow().key());
    }

    @Test
    void tolerance() {
        says("above 0", IllegalArgumentException.class, () -> squares().tolerance(0).gradient(x -> x.clone()));
    }
}
