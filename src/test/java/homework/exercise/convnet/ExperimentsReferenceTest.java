package homework.exercise.convnet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The reference answers against the definitions that the formulas were derived from. */
class ExperimentsReferenceTest {
    private static final double CLOSE = 1e-12;

    /** The variance of a mean of n answers, each wrong (100) or right (0), is that of one answer over n. */
    @ParameterizedTest
    @CsvSource({"2, 100", "60, 1800", "0, 50", "50, 50", "7, 8"})
    void samplingErrorIsThatOfAMeanOfAnswers(int wrong, int images) {
        INDArray answers = Nd4j.createFromArray(IntStream.range(0, images).mapToDouble(i -> i < wrong ? 100 : 0).toArray());
        double rate = answers.meanNumber().doubleValue();
        assertEquals(answers.stdNumber(false).doubleValue() / Math.sqrt(images), SamplingErrorKnown.error(rate, images), CLOSE);
    }

    /** The spread of error rates that are drawn, not computed. */
    @Test
    void samplingErrorIsTheSpreadOfDrawnRates() {
        Random random = new Random(1);
        double[] rates = IntStream.range(0, 4000).mapToDouble(draw -> IntStream.range(0, 500).filter(i -> random.nextDouble() < .05).count() / 5.0)
                .toArray();
        assertEquals(Nd4j.createFromArray(rates).stdNumber().doubleValue(), SamplingErrorKnown.error(5, 500), .03);
    }

    /** z is the sum of the differences of the single answers over the root of the sum of their squares. */
    @ParameterizedTest
    @CsvSource({"1, 100, 0.2, 0.1", "2, 2000, 0.03, 0.05", "3, 50, 0.5, 0.5"})
    void mcNemarIsTheSumOfDifferencesOverItsSpread(long seed, int images, double shareA, double shareB) {
        Random random = new Random(seed);
        boolean[][] wrong = new boolean[images][];
        IntStream.range(0, images).forEach(i -> wrong[i] = new boolean[] {random.nextDouble() < shareA, random.nextDouble() < shareB});
        INDArray differences = Nd4j.createFromArray(
                IntStream.range(0, images).mapToDouble(i -> (wrong[i][0] ? 1 : 0) - (wrong[i][1] ? 1 : 0)).toArray());
        double expected = differences.sumNumber().doubleValue() / differences.norm2Number().doubleValue();
        assertEquals(expected, McNemarKnown.z(IntStream.range(0, images).filter(i -> wrong[i][0]).toArray(),
                IntStream.range(0, images).filter(i -> wrong[i][1]).toArray()), CLOSE);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 5", "2, 4, 3", "3, 7, 15"})
    void pickIsTheFirstOfTheSmallestRowAfterRow(long seed, int models, int epochs) {
        INDArray errors = Nd4j.createFromArray(new Random(seed).doubles(models * epochs, 0, 100).map(Math::floor).toArray());
        int first = (int) LongStream.range(0, errors.length()).filter(i -> errors.getDouble(i) == errors.minNumber().doubleValue()).findFirst()
                .orElseThrow();
        assertArrayEquals(new int[] {first / epochs, first % epochs}, PickKnown.pick(errors.reshape(models, epochs).toDoubleMatrix()));
    }
}
