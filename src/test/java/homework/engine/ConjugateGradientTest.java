package homework.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search itself, on functions of a few numbers. */
class ConjugateGradientTest {
    /** (1 − x)² + 100 (y − x²)². */
    private static final PlainSearch.Function ROSENBROCK = (x, g) -> {
        double bend = x[1] - x[0] * x[0];
        g[0] = -2 * (1 - x[0]) - 400 * x[0] * bend;
        g[1] = 200 * bend;
        return (1 - x[0]) * (1 - x[0]) + 100 * bend * bend;
    };
    /** Flat far from 0, as the loss of an image that is classified right: log(1 + e^−(x + 2y)). */
    private static final PlainSearch.Function SURE = (x, g) -> {
        double z = x[0] + 2 * x[1];
        double p = 1 / (1 + Math.exp(z));
        g[0] = -p;
        g[1] = -2 * p;
        return Math.log1p(Math.exp(-z));
    };
    /** Twenty numbers, each with a curvature of its own. */
    private static final PlainSearch.Function BOWL = (x, g) -> {
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            g[k] = (k + 1) * x[k];
            sum += .5 * g[k] * x[k];
        }
        return sum;
    };

    /** To the last bit but for the order of a few sums, from many starts: every branch of the line search is taken. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 10, 40})
    void goesWhereThePlainProcedureGoes(int iterations) {
        Random random = new Random(iterations);
        int compared = 0;
        for (int start = 0; start < 300; start++) {
            double scale = Math.exp(2 * random.nextGaussian());
            compared += same(ROSENBROCK, iterations, scale * random.nextGaussian(), scale * random.nextGaussian());
            compared += same(SURE, iterations, random.nextGaussian(), random.nextGaussian());
            compared += same(BOWL, iterations, random.doubles(20, -scale, scale).toArray());
        }
        assertTrue(compared > 600, compared + " of 900");
    }

    /** Not where Torch's line search goes on for longer than ours ever does; 1 if they were compared. */
    private static int same(PlainSearch.Function function, int iterations, double... start) {
        PlainSearch.Path expected = PlainSearch.minimise(function, start, iterations);
        if (expected.longest() > LineSearch.LONGEST) {
            return 0;
        }
        DoubleLandscape land = new DoubleLandscape(function, start);
        land.minimise(iterations);
        assertEquals(expected.evaluations(), land.visited.size());
        for (int k = 0; k < start.length; k++) {
            assertEquals(expected.end()[k], land.place()[k], 1e-9 * (1 + Math.abs(expected.end()[k])));
        }
        return 1;
    }

    /** On a parabola of 20 numbers, conjugate directions reach the minimum in 20; many more evaluations are allowed here. */
    @Test
    void findsTheMinimum() {
        DoubleLandscape land = new DoubleLandscape(BOWL, new Random(1).doubles(20, -1, 1).toArray());
        land.minimise(200);
        assertArrayEquals(new double[20], land.place(), 1e-6);
    }

    /** With two iterations: the start, the first point of the first search, the first point of the second. */
    @Test
    void twoIterationsAreThreeEvaluationsIfAllGoesWell() {
        DoubleLandscape land = new DoubleLandscape((x, g) -> {
            g[0] = x[0];
            g[1] = 1.1 * x[1];
            return .5 * (g[0] * x[0] + g[1] * x[1]);
        }, .5, .5);
        land.minimise(2);
        assertEquals(3, land.visited.size());
    }

    @Test
    void aGradientOfZeroMovesNothing() {
        DoubleLandscape land = new DoubleLandscape(BOWL, 0, 0, 0);
        assertEquals(0, land.minimise(2));
        assertArrayEquals(new double[3], land.place());
        assertEquals(1, land.visited.size());
    }

    /** The first search ends in the minimum itself, where the next direction is 0. */
    @Test
    void norDoesOneOfZeroOnTheWay() {
        DoubleLandscape land = new DoubleLandscape((x, g) -> {
            g[0] = x[0];
            return .5 * x[0] * x[0];
        }, 0x1p-30);
        land.minimise(2);
        assertEquals(0, land.place()[0]);
        assertEquals(2, land.visited.size());
    }

    /** A slope that never ends: Torch's search would never come back from it. */
    @Test
    void aSearchWithoutEndIsGivenUp() {
        DoubleLandscape land = new DoubleLandscape((x, g) -> {
            g[0] = 1;
            return x[0];
        }, 3);
        land.minimise(2);
        assertEquals(1 + LineSearch.LONGEST, land.visited.size());
        assertEquals(3, land.place()[0]);
    }

    @Test
    void whereTheFunctionIsNoNumberItTurnsBack() {
        DoubleLandscape land = new DoubleLandscape((x, g) -> {
            g[0] = x[0] < 1 ? Double.NaN : 1;
            return x[0] < 1 ? Double.NaN : x[0];
        }, 1.25);
        land.minimise(2);
        assertEquals(1.25, land.place()[0]);
        assertEquals(2, land.visited.size());
    }

    @Test
    void aGradientThatIsNoNumberIsTold() {
        DoubleLandscape land = new DoubleLandscape((x, g) -> {
            g[0] = Double.NaN;
            return 1;
        }, 2);
        assertTrue(Double.isNaN(land.minimise(2)));
        assertEquals(2, land.place()[0]);
    }

    /**
     * A function that rises by 1 wherever one goes, against its gradient. minimize.m would try once more after the failure, as far as it may.
     */
    @Test
    void theFirstFailureEndsItAsInTorch() {
        PlainSearch.Function jump = (x, g) -> {
            g[0] = 1;
            return x[0] == 5 ? 0 : 1;
        };
        DoubleLandscape land = new DoubleLandscape(jump, 5);
        land.minimise(40);
        assertEquals(5, land.place()[0]);
        assertEquals(42, land.visited.size());
        assertEquals(42, PlainSearch.minimise(jump, new double[] {5}, 40).evaluations());
        assertEquals(50, PlainSearch.minimise(jump, new double[] {5}, 40, true).evaluations());
    }
}
