package homework.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Random inputs and one-hot labels. */
final class Examples {

    private Examples() {
    }

    /** Inputs N(0, 1) of the shape that the network reads, and labels of its classes. */
    static DataSet batch(NetworkBuilder<?> builder, MultiLayerNetwork network, int n, long seed) {
        long[] shape = LongStream.concat(LongStream.of(n), LongStream.of(builder.inputShape())).toArray();
        INDArray inputs = normal(network.params().dataType(), seed, shape);
        int classes = (int) network.output(inputs).size(1);
        return new DataSet(inputs, oneHot(inputs.dataType(), n, classes, seed));
    }

    /** Every number the same to the last bit; INDArray's own equals allows 1e-5. */
    static void assertIdentical(INDArray expected, INDArray actual) {
        assertArrayEquals(expected.shape(), actual.shape());
        assertArrayEquals(expected.dup('c').data().asDouble(), actual.dup('c').data().asDouble());
    }

    static INDArray normal(DataType type, long seed, long... shape) {
        Random random = new Random(seed);
        double[] values = DoubleStream.generate(random::nextGaussian).limit(Arrays.stream(shape).reduce(1, (a, b) -> a * b)).toArray();
        return Nd4j.createFromArray(values).reshape('c', shape).castTo(type);
    }

    static INDArray oneHot(DataType type, int n, int classes, long seed) {
        INDArray labels = Nd4j.zeros(type, n, classes);
        Random random = new Random(seed);
        for (int i = 0; i < n; i++) {
            labels.putScalar(i, random.nextInt(classes), 1);
        }
        return labels;
    }
}
