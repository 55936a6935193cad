package homework.engine;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two convolutions, so that the second also hands a gradient to the first. */
class ConvolutionEqualityTest {
    @ParameterizedTest
    @CsvSource({"1,3,10", "3,10,20", "10,16,1", "20,50,3", "16,32,40", "33,7,17", "40,20,5"})
    void anyNumberOfChannels(int in, int between, int out) {
        Equality.check(Nets.onMaps(in, 7, 7, Nets.convolution(between, 3).build(), Nets.convolution(out, 3).build()), Samples.of(6, in, 7, 7), 3);
    }

    @ParameterizedTest
    @CsvSource({"3,1,1", "3,2,1", "5,2,1", "3,0,2", "3,1,2", "2,0,2", "5,2,3", "1,0,1"})
    void kernelPaddingStride(int kernel, int padding, int stride) {
        Equality.check(Nets.onMaps(3, 11, 11, with(4, kernel, padding, stride), with(6, kernel, padding, stride)), Samples.of(6, 3, 11, 11), 3);
    }

    @ParameterizedTest
    @CsvSource({"1", "3", "5"})
    void sameSize(int kernel) {
        Equality.check(Nets.onMaps(3, 6, 9, same(20, kernel), same(3, kernel)), Samples.of(6, 3, 6, 9), 3);
    }

    @Test
    void rectangles() {
        ConvolutionLayer wide = new ConvolutionLayer.Builder(new int[] {3, 5}, new int[] {1, 2}, new int[] {0, 1}).nOut(4).build();
        ConvolutionLayer high = new ConvolutionLayer.Builder(new int[] {4, 1}, new int[] {2, 1}, new int[] {1, 0}).nOut(5).build();
        Equality.check(Nets.onMaps(2, 12, 10, wide, high), Samples.of(6, 2, 12, 10), 3);
    }

    /** From 32 channels on, 3×3 kernels are calculated by Winograd's algorithm, where the processor has it. */
    @Test
    void manyChannels() {
        Equality.check(Nets.onMaps(32, 8, 8, with(48, 3, 1, 1), with(33, 3, 1, 1)), Samples.of(8, 32, 8, 8), 4);
    }

    private static ConvolutionLayer with(int filters, int kernel, int padding, int stride) {
        return Nets.convolution(filters, kernel).padding(padding, padding).stride(stride, stride).convolutionMode(ConvolutionMode.Truncate).build();
    }

    private static ConvolutionLayer same(int filters, int kernel) {
        return Nets.convolution(filters, kernel).convolutionMode(ConvolutionMode.Same).build();
    }
}
