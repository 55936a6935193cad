package homework.exercise.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The reference answers against a framework that knows nothing of them. */
class GraphAgainstSameDiffTest {
    private static final int CASES = 50;

    @Test
    void gradientsAgreeAwayFromTies() {
        Random random = new Random(1);
        double[] x1 = random.doubles(CASES, -4, 4).toArray();
        double[] x2 = random.doubles(CASES, -4, 4).toArray();
        double[] gradient = random.doubles(CASES, -3, 3).toArray();
        Map<String, INDArray> theirs = sameDiff(x1, x2, gradient);
        for (int i = 0; i < CASES; i++) {
            double[] byGraph = byGraph(x1[i], x2[i], gradient[i]);
            assertEquals(theirs.get("x1").getDouble(i), byGraph[0], 1e-12);
            assertEquals(theirs.get("x2").getDouble(i), byGraph[1], 1e-12);
            assertArrayEquals(GraphKnown.byHand(x1[i], x2[i], gradient[i]), new double[] {byGraph[0], byGraph[1]}, 1e-15);
        }
    }

    /** The notebook shows it; should a later version mend it, the text must change. */
    @Test
    void sameDiffHandsOnTwiceAtATie() {
        double[] tie = {0.7};
        double slope = GraphKnown.slope(0.7);
        Map<String, INDArray> theirs = sameDiff(tie, tie, new double[] {1});
        assertEquals(2 * slope, theirs.get("x1").getDouble(0), 1e-12);
        assertEquals(2 * slope, theirs.get("x2").getDouble(0), 1e-12);
        assertArrayEquals(new double[] {slope, slope, 1, 1, 1, 1, 1}, byGraph(0.7, 0.7, 1), 1e-15);
    }

    private static double[] byGraph(double x1, double x2, double gradient) {
        double[] values = GraphKnown.values(GraphKnown.PAGE, new double[] {x1, x2});
        return GraphKnown.backward(GraphKnown.PAGE, GraphKnown.locals(GraphKnown.PAGE, values), gradient);
    }

    private static Map<String, INDArray> sameDiff(double[] x1, double[] x2, double[] gradient) {
        SameDiff sd = SameDiff.create();
        SDVariable s1 = sd.nn().sigmoid(sd.var("x1", Nd4j.createFromArray(x1)));
        SDVariable s2 = sd.nn().sigmoid(sd.var("x2", Nd4j.createFromArray(x2)));
        SDVariable y = sd.math().max(s1, s2).add(sd.math().min(s1, s2));
        y.mul(sd.constant(Nd4j.createFromArray(gradient))).sum().markAsLoss();
        // SameDiff prints a line a node, which has no place in the log of a test.
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        try {
            return sd.calculateGradients(new HashMap<>(), "x1", "x2");
        } finally {
            System.setOut(out);
        }
    }
}
