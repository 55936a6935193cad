package homework.exercise.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossNegativeLogLikelihood;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The reference answers against ND4J's and DL4J's own softmax, whose scores are z = −βx, so that each derivative has a factor −β more. */
class SoftmaxReferenceTest {
    private static final double CLOSE = 1e-7;
    private static final int CLASSES = 6;
    private final INDArray x = uniform(1);
    private final INDArray gradient = uniform(2);

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 2.5})
    void forwardAndItsLogarithm(double beta) {
        INDArray p = Transforms.softmax(x.mul(-beta));
        same(p, SoftmaxForwardKnown.softmax(x, beta));
        same(Transforms.log(p), SoftmaxLogKnown.logSoftmax(x, beta));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 2.5})
    void backwardAndJacobian(double beta) {
        INDArray expected = new ActivationSoftmax().backprop(row(x.mul(-beta)), row(gradient)).getFirst().mul(-beta).reshape(CLASSES);
        same(expected, SoftmaxBackwardKnown.backward(x, beta, gradient));
        INDArray p = SoftmaxForwardKnown.softmax(x, beta);
        same(expected, SoftmaxJacobianKnown.jacobian(p, beta).mmul(gradient));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 5})
    void gradientOfTheLoss(int label) {
        double beta = 1.7;
        INDArray target = row(Nd4j.zeros(x.dataType(), CLASSES).putScalar(label, 1));
        INDArray expected = new LossNegativeLogLikelihood().computeGradient(target, row(x.mul(-beta)), new ActivationSoftmax(), null).mul(-beta);
        same(expected.reshape(CLASSES), SoftmaxNllGradientKnown.gradient(x, beta, label));
    }

    private static INDArray uniform(long seed) {
        return Nd4j.createFromArray(new Random(seed).doubles(CLASSES, -3, 3).toArray());
    }

    private static INDArray row(INDArray vector) {
        return vector.reshape(1, CLASSES);
    }

    private static void same(INDArray expected, INDArray got) {
        assertArrayEquals(expected.toDoubleVector(), got.toDoubleVector(), CLOSE);
    }
}
