package homework.data;

import static homework.data.Samples.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EegSampleTest {
    private final EegSample sample = EegSample.load();

    @Test
    void committedFileIsWhatTheGeneratorWrites() throws IOException {
        assertEquals(EegGenerator.csv(EegGenerator.SAMPLES, EegGenerator.SEED), Files.readString(Path.of("data", "eeg", "eeg-sample.csv")));
    }

    @Test
    void tableHasIdAndThirtyTwoElectrodes() {
        assertEquals(33, sample.table().columnCount());
        assertEquals("id", sample.table().columnNames().get(0));
        assertEquals(sample.electrodes(), sample.table().columnNames().subList(1, 33));
        assertEquals(EegGenerator.SAMPLES, sample.table().rowCount());
        assertEquals(IntStream.range(0, EegGenerator.SAMPLES).boxed().toList(), sample.table().intColumn("id").asList());
    }

    @Test
    void signalLooksLikeScalpMicrovolts() {
        for (String electrode : sample.electrodes()) {
            double[] trace = sample.trace(electrode);
            double largest = Arrays.stream(trace).map(Math::abs).max().orElseThrow();
            assertTrue(largest > 10 && largest < 250, electrode + " reaches " + largest + " microvolts");
        }
    }

    @Test
    void alphaIsStrongestAtTheBackAndBlinksAtTheFront() {
        assertTrue(power("Oz", 10.1) > 5 * power("Fz", 10.1), "alpha " + power("Oz", 10.1) + " against " + power("Fz", 10.1));
        assertTrue(most("Fp1") > 1.5 * most("Oz") && most("Fp1") > 100, "blink " + most("Fp1") + " against " + most("Oz"));
    }

    @Test
    void secondsAndReport() {
        assertEquals(1.0, sample.seconds()[EegSample.SAMPLING_RATE]);
        assertTrue(sample.toString().startsWith("EEG sample: 32 electrodes, 1024 samples at 128 Hz (8.0 s), microvolts, generated"), sample.toString());
        assertTrue(message(() -> sample.trace("Fp9")).contains("no electrode \"Fp9\" in the EEG sample: it has Fp1, Fp2"));
    }

    private double most(String electrode) {
        return Arrays.stream(sample.trace(electrode)).max().orElseThrow();
    }

    // Power at one frequency: the squared length of the Fourier coefficient.
    private double power(String electrode, double hertz) {
        double[] trace = sample.trace(electrode);
        double re = 0;
        double im = 0;
        for (int t = 0; t < trace.length; t++) {
            double angle = 2 * Math.PI * hertz * t / sample.samplingRate();
            re += trace[t] * Math.cos(angle);
            im += trace[t] * Math.sin(angle);
        }
        return re * re + im * im;
    }
}
