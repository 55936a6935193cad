package homework.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassTest {

    /** 60 of 10000 wrong: √(0.006 · 0.994 / 10000) = 0.000772. */
    @Test
    void tellsItsSamplingErrorInPoints() {
        Pass pass = new Pass(0, 10_000, 0.02, 9940);
        assertEquals(0.60, pass.error(), 1e-12);
        assertEquals(0.0772, pass.samplingError(), 5e-5);
        assertEquals(new Pass(0, 10_000, 0.02, 60).samplingError(), pass.samplingError(), 1e-12, "errors and accuracies vary alike");
    }

    /** The definition: how far the errors of many samples scatter that were drawn from one population. */
    @Test
    void isTheScatterOfSamples() {
        Random random = new Random(1);
        double[] errors = IntStream.range(0, 4000).mapToDouble(sample -> {
            int correct = (int) IntStream.range(0, 200).filter(i -> random.nextDouble() >= 0.1).count();
            return new Pass(0, 200, 0, correct).error();
        }).toArray();
        double scatter = Math.sqrt(IntStream.range(0, errors.length).mapToDouble(i -> (errors[i] - 10) * (errors[i] - 10)).average().orElseThrow());
        assertEquals(scatter, new Pass(0, 200, 0, 180).samplingError(), 0.1);
    }

    /** 100/n points, next to what a single error gives. */
    @Test
    void isNeverSureThatNothingCanGoWrong() {
        assertEquals(0.01, new Pass(0, 10_000, 0, 10_000).samplingError(), 1e-12);
        assertEquals(0.01, new Pass(0, 10_000, 9, 0).samplingError(), 1e-12);
        assertEquals(0.01, new Pass(0, 10_000, 0, 9999).samplingError(), 1e-6);
        assertEquals(100, new Pass(0, 1, 0, 1).samplingError(), 1e-12);
        assertEquals(Double.NaN, new Pass(0, 0, 0, 0).samplingError());
    }
}
