package homework.exercise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What is drawn depends on seed and test alone, and keeps to its range. */
class DrawTest {
    private static final int TIMES = 2000;

    private final Draw draw = Draw.of(1, "DrawTest");

    @Test
    void theSameSeedAndTestDrawTheSame() {
        assertArrayEquals(Draw.of(5, "a.b").normal(20), Draw.of(5, "a.b").normal(20));
    }

    @Test
    void anotherSeedOrTestDrawsOthers() {
        List<Long> seeds = List.of(0L, 1L, 2L, -1L, 1L << 62, Long.MAX_VALUE);
        long different = seeds.stream().flatMap(seed -> IntStream.range(0, 3).mapToObj(test -> Draw.of(seed, "Tests.test" + test)))
                .map(one -> Arrays.toString(one.normal(5))).distinct().count();
        assertEquals(3L * seeds.size(), different);
        assertNotEquals(Draw.of(1, "ab").number(0, 1000), Draw.of(1, "ba").number(0, 1000));
    }

    @Test
    void numbersKeepToTheirRangeBothEndsIncluded() {
        double[] numbers = draw.numbers(TIMES, -0.05, 0.05);
        assertEquals(-0.05, Arrays.stream(numbers).min().orElseThrow());
        assertEquals(0.05, Arrays.stream(numbers).max().orElseThrow());
        assertEquals(11, Arrays.stream(numbers).distinct().count());
        assertEquals(3, IntStream.generate(() -> draw.whole(-1, 1)).limit(TIMES).distinct().count());
    }

    @Test
    void signedNumbersHaveBothSignsAndAreNotNearZero() {
        for (int i = 0; i < TIMES; i++) {
            double[] numbers = draw.signed(2, 0.1, 3);
            assertTrue(numbers[0] * numbers[1] < 0, Arrays.toString(numbers));
            assertTrue(Arrays.stream(numbers).allMatch(v -> Math.abs(v) >= 0.1 && Math.abs(v) <= 3), Arrays.toString(numbers));
        }
    }

    @Test
    void aFactorIsNeverNearOne() {
        assertTrue(IntStream.range(0, TIMES).mapToDouble(i -> draw.factor()).allMatch(v -> v >= 0.3 && v <= 0.8 || v >= 1.3 && v <= 2.5));
    }

    @Test
    void numbersApartAreInRangeMixedAndApart() {
        for (int i = 0; i < TIMES; i++) {
            double[] numbers = draw.apart(5, -1, 1, 0.2);
            double[] sorted = Arrays.stream(numbers).sorted().toArray();
            assertTrue(sorted[0] >= -1 && sorted[4] <= 1, Arrays.toString(numbers));
            assertTrue(IntStream.range(1, 5).allMatch(k -> sorted[k] - sorted[k - 1] > 0.2 - 1e-9), Arrays.toString(numbers));
        }
        assertNotEquals(1, IntStream.range(0, TIMES).mapToDouble(i -> draw.apart(5, -1, 1, 0.2)[0]).distinct().count());
    }

    @Test
    void normalNumbersHaveTwoDigitsAndNoneIsNearZero() {
        for (double number : draw.normal(TIMES)) {
            assertTrue(Math.abs(number) >= 0.05, "" + number);
            assertEquals(number, Math.round(100 * number) / 100.0);
        }
    }

    @Test
    void anOrderHoldsEachNumberOnceAndPlacesAscend() {
        assertArrayEquals(IntStream.range(0, 50).toArray(), IntStream.of(draw.order(50)).sorted().toArray());
        int[] places = draw.places(7, 9);
        assertArrayEquals(IntStream.of(places).sorted().distinct().toArray(), places);
        assertEquals(7, places.length);
        assertTrue(places[6] < 9);
    }

    @Test
    void arraysHaveTheShapeThatWasAsked() {
        INDArray array = draw.signedArray(1, 2, 3, 1, 2);
        assertArrayEquals(new long[] {3, 1, 2}, array.shape());
        assertEquals("DOUBLE", array.dataType().toString());
        double[][][] maps = draw.maps(2, 3, 4);
        assertEquals("2 3 4", maps.length + " " + maps[1].length + " " + maps[1][2].length);
    }
}
