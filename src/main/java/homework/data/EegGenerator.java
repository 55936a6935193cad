package homework.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * Writes {@code data/eeg/eeg-sample.csv}: what a scalp might show, made from a few rhythms. Running {@link #main} again gives
 * the same file.
 *
 * <p>Each electrode is the sum of slow drift, theta, alpha and beta waves, of which some wax and wane, and noise. Alpha (about 10 Hz) is strongest at the back, as with closed eyes; two blinks lift the front by some hundred microvolts.
 */
public final class EegGenerator {
    /** The seed the committed file was made from. */
    public static final long SEED = 20160203;
    /** Number of samples: eight seconds. */
    public static final int SAMPLES = 8 * EegSample.SAMPLING_RATE;

    private static final double[] BLINK_SECONDS = {2.1, 5.9};

    private EegGenerator() {
    }

    /** The text of the file: a line of names, then a line for each sample, in microvolts with one decimal. */
    static String csv(int samples, long seed) {
        double[][] signal = signal(samples, seed);
        StringBuilder csv = new StringBuilder("id,").append(String.join(",", EegSample.ELECTRODES)).append('\n');
        for (int t = 0; t < samples; t++) {
            csv.append(t);
            for (double[] electrode : signal) {
                csv.append(',').append(String.format(Locale.ROOT, "%.1f", electrode[t] + 0.0));
            }
            csv.append('\n');
        }
        return csv.toString();
    }

    /** Microvolts [electrode][sample]. */
    static double[][] signal(int samples, long seed) {
        Random random = new Random(seed);
        double[][] signal = new double[EegSample.ELECTRODES.size()][];
        double[] phases = random.doubles(9).map(u -> 2 * StrictMath.PI * u).toArray();
        for (int e = 0; e < signal.length; e++) {
            signal[e] = electrode(EegSample.ELECTRODES.get(e), samples, phases, random);
        }
        return signal;
    }

    private static double[] electrode(String name, int samples, double[] phases, Random random) {
        double front = front(name);
        double side = side(name);
        double[] signal = new double[samples];
        double drift = 0;
        for (int t = 0; t < samples; t++) {
            double s = t / (double) EegSample.SAMPLING_RATE;
            // A wave travels over the head: its phase shifts a little from front to back and from side to side.
            double lag = 0.6 * front + 0.3 * side;
            double waxing = 0.65 + 0.35 * wave(0.35, s, phases[0]);
            double back = (1 - front) * (1 - front);
            double alpha = (4 + 18 * back) * waxing * (wave(10.1, s, phases[1] + lag) + 0.5 * wave(9.2, s, phases[2] - lag));
            double theta = 4 * (0.6 + 0.4 * front) * wave(5.7, s, phases[3] + lag) * (0.7 + 0.3 * wave(0.2, s, phases[4]));
            double beta = 1.8 * wave(19.3, s, phases[5] + 2 * lag) * wave(0.9, s, phases[6] + side);
            double slow = 6 * wave(0.7, s, phases[7] + front) + 4 * wave(1.3, s, phases[8] + side);
            drift = 0.97 * drift + 1.1 * random.nextGaussian();
            signal[t] = alpha + theta + beta + slow + drift + 1.8 * random.nextGaussian() + blink(s, front);
        }
        return signal;
    }

    // A blink is a bump of about a third of a second that fades quickly from the forehead backwards.
    private static double blink(double second, double front) {
        double bump = 0;
        for (double centre : BLINK_SECONDS) {
            double t = (second - centre) / 0.09;
            bump += StrictMath.exp(-0.5 * t * t);
        }
        return 140 * StrictMath.pow(front, 5) * bump;
    }

    private static double wave(double hertz, double second, double phase) {
        return StrictMath.sin(2 * StrictMath.PI * hertz * second + phase);
    }

    /** 1 at the forehead, 0 at the back of the head, from the letters of the 10-20 system. */
    private static double front(String name) {
        return switch (name.replaceAll("[z0-9]", "")) {
            case "Fp" -> 1;
            case "F" -> 0.78;
            case "FC" -> 0.64;
            case "C", "T" -> 0.5;
            case "CP", "TP" -> 0.36;
            case "P" -> 0.22;
            case "PO" -> 0.08;
            case "O" -> 0;
            default -> throw new IllegalArgumentException("Electrode " + name + " is not of the 10-20 system.");
        };
    }

    /** −1 far left, 0 on the midline, 1 far right: odd numbers are left, and larger ones lie further out. */
    private static double side(String name) {
        String digits = name.replaceAll("[^0-9]", "");
        if (digits.isEmpty()) {
            return 0;
        }
        int number = Integer.parseInt(digits);
        return (number % 2 == 1 ? -1 : 1) * (number + 1) / 2 / 5.0;
    }

    /** Rewrites the file; run in the folder of the project. The one argument it takes is another folder to write to. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "data/eeg");
        Files.createDirectories(folder);
        Path file = folder.resolve("eeg-sample.csv");
        Files.writeString(file, csv(SAMPLES, SEED));
        System.out.println(file + ": " + Files.size(file) + " bytes");
    }
}
