package homework.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Finite differences against derivatives known in closed form, and at kinks. */
class DifferencesTest {
    private static final double[] X = Maths.normal(8, 1);

    @Test
    void gradientJacobianAndProductAgreeWithTheFormulas() {
        assertArrayEquals(Maths.softmax(X, -1), Differences.gradient((double[] x) -> Maths.logSumExp(x), X).values().toArray(), 1e-9);
        Values jacobian = Differences.jacobian((double[] x) -> Maths.softmax(x, 2), X).values();
        assertArrayEquals(Values.of(Maths.softmaxJacobian(X, 2)).toArray(), jacobian.toArray(), 1e-9);
        double[] g = Maths.normal(8, 2);
        assertArrayEquals(Vectors.times(g, Maths.softmaxJacobian(X, 2)),
                Differences.product((double[] x) -> Maths.softmax(x, 2), X, g).values().toArray(), 1e-9);
    }

    @Test
    void aTallJacobianHasARowForEachOutput() {
        Values jacobian = Differences.jacobian((double[] x) -> new double[] {x[0], 2 * x[1], x[0] * x[1]}, new double[] {3, 4}).values();
        assertEquals(3, jacobian.length(0));
        assertArrayEquals(new double[] {1, 0, 0, 2, 4, 3}, jacobian.toArray(), 1e-8);
    }

    @Test
    void kinksAreSkippedAndCounted() {
        double[] x = {-1, 0, 2, 0, 1e-7, -3e-6};
        Numeric relu = Differences.jacobian((double[] at) -> Vectors.each(at, v -> Math.max(0, v)), x);
        assertEquals(3, relu.skipped(), "two zeros, and one so close that no step fits beside it");
        Numeric near = Differences.gradient((double[] at) -> Math.max(0, at[0]), new double[] {-3e-6});
        assertEquals(0, near.skipped());
        assertEquals(0, near.values().get(0), 1e-9, "a kink inside the first step falls out of the second");
        Numeric tie = Differences.gradient((double[] at) -> Arrays.stream(at).max().orElseThrow(), new double[] {1, 2, 2, 0});
        assertEquals(2, tie.skipped());
        Numeric smooth = Differences.gradient((double[] at) -> Vectors.dot(at, at), new double[] {0, 0, 1});
        assertEquals(0, smooth.skipped(), "the bottom of a parabola is no kink");
        assertEquals(0, Differences.gradient((double[] at) -> Math.exp(30 * at[0]), new double[] {0.3}).skipped(), "strong curvature is no kink");
    }

    @Test
    void aSkippedEntryDoesNotDecide() {
        GradientReport report = GradientCheck.of("ReLU", x -> Vectors.each(x, v -> Math.max(0, v))).at(new double[] {-1, 0, 2}).elementwise()
                .gradient(x -> Vectors.each(x, v -> v >= 0 ? 1 : 0));
        assertTrue(report.isRight());
        assertEquals("gradient of ReLU: right, largest error 0 in 2 entries, 1 entry at kinks skipped",
                report.toString().replaceAll("\\d\\.\\de-1\\d", "0"));
    }

    @Test
    void arraysOfAnyTypeAreMovedInDouble() {
        INDArray x = Maths.normal(3, 4, 5);
        GradientCheck<INDArray> tanh = GradientCheck.ofArrays("tanh", in -> Transforms.tanh(in, true))
                .at(x.castTo(DataType.FLOAT)).upstream(Maths.normal(4, 4, 5));
        GradientReport right = tanh.backward((in, g) -> g.mul(Transforms.pow(Transforms.tanh(in, true), 2).rsub(1)));
        assertTrue(right.isRight(), right::toString);
        assertTrue(right.error() < 1e-6);
        INDArray view = Maths.normal(3, 6, 6).get(NDArrayIndex.interval(1, 5), NDArrayIndex.interval(0, 5));
        assertTrue(GradientCheck.ofArrays("transposed view", in -> in.transpose()).at(view).gradient(in -> {
            double[][] permutation = new double[20][20];
            for (int i = 0; i < 20; i++) {
                permutation[i % 5 * 4 + i / 5][i] = 1;
            }
            return permutation;
        }).isRight());
    }

    @Test
    void aLayerIsCheckedForInputAndParameters() {
        for (GradientReport report : new GradientReport[] {
                Plants.linear().backward("x", (in, g) -> g.mmul(in.get("W"))),
                Plants.linear().backward("W", (in, g) -> Plants.rightW(in, g)),
                Plants.linear().backward("b", (in, g) -> g.sum(0))}) {
            assertTrue(report.isRight(), report::toString);
        }
    }

    @Test
    void tenThousandEntries() {
        double[] x = new Random(1).doubles(10_000, -1, 1).toArray();
        GradientReport report = GradientCheck.of("sum of squares", at -> Vectors.dot(at, at)).at(x).gradient(at -> Vectors.each(at, v -> 2 * v));
        assertTrue(report.isRight(), report::toString);
        assertTrue(report.toString().contains(", which is rounding of the differences, in 10000 entries"), report::toString);
        x[77] += 1;
        GradientReport wrong = GradientCheck.of("sum of squares", at -> Vectors.dot(at, at)).at(x).gradient(at -> {
            double[] slopes = Vectors.each(at, v -> 2 * v);
            slopes[4711] = -slopes[4711];
            return slopes;
        });
        assertFalse(wrong.isRight());
        assertEquals("(4711)", wrong.worst().get(0).place());
        assertEquals(1, wrong.worst().size());
    }

    @Test
    void anElementwiseFunctionIsCalledAHandfulOfTimesHoweverLongItsInput() {
        double[] x = new Random(1).doubles(10_000, -4, 4).toArray();
        x[3] = 0;
        int[] calls = {0};
        GradientReport report = GradientCheck.of("ReLU of tanh", at -> {
            calls[0]++;
            return Vectors.each(at, v -> Math.max(0, Math.tanh(v)));
        }).at(x).elementwise().gradient(at -> Vectors.each(at, v -> v > 0 ? 1 - Math.pow(Math.tanh(v), 2) : 0));
        assertTrue(report.isRight(), report::toString);
        assertEquals(1, report.skipped(), report::toString);
        assertTrue(calls[0] < 40, "calls: " + calls[0]);
    }

    @Test
    void whatIsNotElementwiseIsToldSo() {
        IllegalArgumentException softmax = assertThrows(IllegalArgumentException.class, () -> GradientCheck.of("softmax", at -> Maths.softmax(at, 1))
                .at(new double[] {1, 2}).elementwise().gradient(at -> at));
        assertTrue(softmax.getMessage().startsWith("softmax does not act on each entry alone: other values move with entry (0)"), softmax.getMessage());
    }

    @Test
    void aComparisonThatSaysNothingIsNotRight() {
        GradientReport drowned = GradientCheck.of("a large constant", at -> 1e6 + 1e-3 * Vectors.dot(at, at)).at(new double[] {0.1, 0.2, 0.3})
                .gradient(at -> new double[3]);
        assertFalse(drowned.isRight());
        assertTrue(drowned.toString().contains("cannot tell, the function is so large"), drowned::toString);
        GradientReport corner = GradientCheck.of("|x|", at -> Vectors.each(at, Math::abs)).at(new double[] {0}).elementwise()
                .gradient(at -> new double[] {17});
        assertFalse(corner.isRight());
        assertTrue(corner.toString().contains("cannot tell, every entry is at a kink"), corner::toString);
    }

    @Test
    void theErrorNearZeroIsMeasuredAgainstTheLargestEntry() {
        RelativeError rule = RelativeError.against(Values.of(new double[] {10, 1e-9}), 0);
        assertEquals(2, rule.of(1, -1), 1e-12);
        assertEquals(1e-7, rule.of(1e-9, 0), 1e-12);
        assertEquals(0, RelativeError.against(Values.of(0), 1e-9).beyondNoise(0, 5e-10), "rounding of the differences is no error");
        assertTrue(RelativeError.against(Values.of(0), 1e-9).beyondNoise(0, 5e-9) > 0);
    }
}
