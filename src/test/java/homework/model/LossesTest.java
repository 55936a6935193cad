package homework.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Both losses against numbers by hand and against loops. */
class LossesTest {
    private static final IActivation NONE = new ActivationIdentity();
    private static final IActivation TANH = new ActivationTanH();

    @Test
    void multiMarginByHand() {
        // Class 1 with output .5: class 0 (.2) violates the margin by .7, class 2 (-1) not at all, class 3 (2) by 2.5.
        INDArray outputs = Nd4j.createFromArray(new double[][] {{.2, .5, -1, 2}});
        INDArray label = Nd4j.createFromArray(new double[][] {{0, 1, 0, 0}});
        MultiMarginLoss loss = new MultiMarginLoss();
        assertEquals(3.2 / 4, loss.computeScore(label, outputs, NONE, null, true), 1e-15);
        assertArrayEquals(new double[] {.25, -.5, 0, .25}, loss.computeGradient(label, outputs, NONE, null).toDoubleVector(), 1e-15);
        // Far enough ahead: nothing to learn.
        INDArray good = Nd4j.createFromArray(new double[][] {{.2, 5, -1, 2}});
        assertEquals(0, loss.computeScore(label, good, NONE, null, true));
        assertEquals(0, loss.computeGradient(label, good, NONE, null).norm1Number().doubleValue());
    }

    @Test
    void signedSquaredByHand() {
        // tanh 0 = 0 against -1, tanh(.5) against +1.
        INDArray preOutputs = Nd4j.createFromArray(new double[][] {{0, .5}});
        INDArray label = Nd4j.createFromArray(new double[][] {{0, 1}});
        double t = Math.tanh(.5);
        SignedSquaredLoss loss = new SignedSquaredLoss();
        assertEquals(1 + (t - 1) * (t - 1), loss.computeScore(label, preOutputs, TANH, null, true), 1e-15);
        assertArrayEquals(new double[] {2, 2 * (t - 1) * (1 - t * t)}, loss.computeGradient(label, preOutputs, TANH, null).toDoubleVector(), 1e-12);
    }

    @Test
    void batchesAreLoopsOverTheirRows() {
        int n = 5;
        int classes = 4;
        INDArray outputs = Examples.normal(DataType.DOUBLE, 1, n, classes);
        INDArray labels = Examples.oneHot(DataType.DOUBLE, n, classes, 2);
        double[] margin = new double[n];
        double[] squared = new double[n];
        for (int row = 0; row < n; row++) {
            int right = labels.getRow(row).argMax().getInt(0);
            for (int i = 0; i < classes; i++) {
                if (i != right) {
                    margin[row] += Math.max(0, 1 - outputs.getDouble(row, right) + outputs.getDouble(row, i)) / classes;
                }
                squared[row] += Math.pow(outputs.getDouble(row, i) - (i == right ? 1 : -1), 2);
            }
        }
        assertBatch(new MultiMarginLoss(), margin, labels, outputs);
        assertBatch(new SignedSquaredLoss(), squared, labels, outputs);
    }

    private static void assertBatch(OutputLoss loss, double[] expected, INDArray labels, INDArray outputs) {
        INDArray labelsBefore = labels.dup();
        INDArray outputsBefore = outputs.dup();
        assertArrayEquals(new long[] {expected.length, 1}, loss.computeScoreArray(labels, outputs, NONE, null).shape());
        assertArrayEquals(expected, loss.computeScoreArray(labels, outputs, NONE, null).toDoubleVector(), 1e-14);
        double sum = Arrays.stream(expected).sum();
        assertEquals(sum, loss.computeScore(labels, outputs, NONE, null, false), 1e-13);
        assertEquals(sum / expected.length, loss.computeGradientAndScore(labels, outputs, NONE, null, true).getFirst(), 1e-13);
        // Labels in another type, as a data set may bring them.
        assertEquals(DataType.FLOAT, loss.computeGradient(labels, outputs.castTo(DataType.FLOAT), NONE, null).dataType());
        assertEquals(labelsBefore, labels);
        assertEquals(outputsBefore, outputs);
    }

    @Test
    void whatDoesNotFitIsTold() {
        MultiMarginLoss loss = new MultiMarginLoss();
        INDArray outputs = Nd4j.zeros(2, 10);
        assertEquals("MultiMarginLoss needs one-hot labels of the outputs' shape [2, 10], but the labels are [2, 1].",
                assertThrows(IllegalArgumentException.class, () -> loss.computeScore(Nd4j.zeros(2, 1), outputs, NONE, null, true)).getMessage());
        assertEquals("MultiMarginLoss has no masks: give every example, and leave the label mask out.",
                assertThrows(IllegalArgumentException.class, () -> loss.computeGradient(outputs, outputs, NONE, Nd4j.ones(2, 1))).getMessage());
    }
}
