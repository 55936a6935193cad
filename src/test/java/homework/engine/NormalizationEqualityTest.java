package homework.engine;

import homework.model.SubtractiveNormalization;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Subtractive normalisation behind a convolution, which needs its gradient; the maps have 6×5 pixels, less than the filter of 7. */
class NormalizationEqualityTest {
    @ParameterizedTest
    @CsvSource({"3,3", "3,16", "3,20", "3,64", "7,3", "7,16", "7,20", "7,64", "5,1", "1,2"})
    void sizesAndMaps(int size, int maps) {
        Equality.check(Nets.onMaps(2, 7, 6, Nets.convolution(maps, 2).build(), new SubtractiveNormalization(size)), Samples.of(6, 2, 7, 6), 3);
    }

    @ParameterizedTest
    @CsvSource({"7,2,2", "7,1,3", "9,12,4"})
    void mapsSmallerThanTheFilter(int size, int height, int width) {
        Equality.check(Nets.onMaps(2, height + 1, width + 1, Nets.convolution(10, 2).build(), new SubtractiveNormalization(size)),
                Samples.of(6, 2, height + 1, width + 1), 3);
    }
}
