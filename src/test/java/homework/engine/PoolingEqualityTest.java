package homework.engine;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pooling behind a convolution, which needs its gradient. On 7 pixels some of these windows leave a rest at the border. */
class PoolingEqualityTest {
    @ParameterizedTest
    @CsvSource({"2,2,0", "3,2,0", "3,2,1", "3,3,1", "2,1,0", "3,1,1"})
    void max(int kernel, int stride, int padding) {
        check(pooling(PoolingType.MAX, kernel, stride, padding, false));
    }

    @ParameterizedTest
    @CsvSource({"2,2,0,false", "3,2,0,true", "3,2,1,false", "3,2,1,true", "3,1,1,false", "3,1,1,true"})
    void average(int kernel, int stride, int padding, boolean paddingCounts) {
        check(pooling(PoolingType.AVG, kernel, stride, padding, paddingCounts));
    }

    private static SubsamplingLayer pooling(PoolingType type, int kernel, int stride, int padding, boolean paddingCounts) {
        return new SubsamplingLayer.Builder(type).kernelSize(kernel, kernel).stride(stride, stride).padding(padding, padding)
                .convolutionMode(ConvolutionMode.Truncate).avgPoolIncludePadInDivisor(paddingCounts).build();
    }

    private static void check(SubsamplingLayer pooling) {
        ConvolutionLayer convolution = Nets.convolution(20, 2).build();
        Equality.check(Nets.onMaps(3, 8, 8, convolution, pooling), Samples.of(6, 3, 8, 8), 3);
    }
}
