package homework.engine;

import homework.model.L2Pooling;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.indexing.NDArrayIndex;

class L2PoolingEqualityTest {
    @ParameterizedTest
    @CsvSource({"2,2,16", "3,2,20", "3,3,3", "2,1,17", "3,2,1"})
    void windows(int kernel, int stride, int maps) {
        Equality.check(network(kernel, stride, maps), Samples.of(6, 3, 8, 8), 3);
    }

    /** Blank images without bias: whole maps of zeros, whose gradient is 0 and not 0/0. */
    @ParameterizedTest
    @CsvSource({"2,2", "3,2", "3,3"})
    void windowsOfZeros(int kernel, int stride) {
        MultiLayerNetwork network = network(kernel, stride, 6);
        network.getLayer(0).getParam("b").assign(0);
        Samples samples = Samples.of(6, 3, 8, 8);
        samples.images().get(NDArrayIndex.interval(0, 2)).assign(0);
        samples.images().get(NDArrayIndex.interval(2, 4), NDArrayIndex.all(), NDArrayIndex.interval(0, 5), NDArrayIndex.all()).assign(0);
        Equality.check(network, samples, 3);
    }

    /** Where ReLU gives only zeros beside ordinary windows. */
    @Test
    void windowsThatReluEmptied() {
        Equality.check(Nets.onMaps(3, 8, 8, Nets.convolution(10, 3).activation(Activation.RELU).build(), new L2Pooling(2, 2)),
                Samples.of(6, 3, 8, 8), 3);
    }

    private static MultiLayerNetwork network(int kernel, int stride, int maps) {
        return Nets.onMaps(3, 8, 8, Nets.convolution(maps, 2).build(), new L2Pooling(kernel, stride));
    }
}
