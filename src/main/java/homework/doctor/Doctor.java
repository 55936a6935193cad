package homework.doctor;

import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The Java half of {@code course doctor}: tries, on this machine, the two things that fail for reasons outside Java.
 * Native code must multiply matrices, and a plot must come out with letters in it.
 *
 * <p>Prints one line a trial, {@code ok} or {@code fault}, the trial's name and what was seen, with tabs between them;
 * exits with the number of faults.
 */
public final class Doctor {
    private static final int SIZE = 200;
    /** Entries are sums of 200 products of floats below 1, so rounding stays far under this. */
    private static final double TOLERANCE = 1e-3;

    private Doctor() {}

    /** Runs both trials; takes no arguments. */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        int faults = examine("native library", Doctor::matrixProduct) + examine("fonts", Doctor::plot);
        System.exit(faults); // ND4J keeps threads that would hold the process
    }

    private static int examine(String name, Callable<String> trial) {
        try {
            System.out.println("ok\t" + name + "\t" + trial.call());
            return 0;
        } catch (Throwable fault) { // missing fonts and missing native code come as various kinds of Error
            System.out.println("fault\t" + name + "\t" + deepest(fault).toString().lines().findFirst().orElse(""));
            return 1;
        }
    }

    /** A product in native code, compared with three loops in Java. */
    private static String matrixProduct() {
        float[][] left = random(1);
        float[][] right = random(2);
        long start = System.nanoTime();
        INDArray product = Nd4j.create(left).mmul(Nd4j.create(right));
        double seconds = (System.nanoTime() - start) / 1e9;
        double largest = 0;
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                double expected = 0;
                for (int k = 0; k < SIZE; k++) {
                    expected += (double) left[row][k] * right[k][column];
                }
                largest = Math.max(largest, Math.abs(expected - product.getDouble(row, column)));
            }
        }
        if (!(largest < TOLERANCE)) {
            throw new ArithmeticException("a matrix product is wrong by " + largest + ", allowed is " + TOLERANCE);
        }
        return String.format(Locale.ROOT, "a %d x %d matrix product agrees with plain Java to %.0e (first use: %.1f s)",
                SIZE, SIZE, largest, seconds);
    }

    private static float[][] random(long seed) {
        Random random = new Random(seed);
        float[][] matrix = new float[SIZE][SIZE];
        for (float[] row : matrix) {
            for (int i = 0; i < SIZE; i++) {
                row[i] = random.nextFloat();
            }
        }
        return matrix;
    }

    /** Two plots that differ in their title alone: where they differ there is lettering. */
    private static String plot() {
        BufferedImage blank = picture(" ");
        BufferedImage titled = picture("Validation error");
        int ink = 0;
        for (int y = 0; y < titled.getHeight(); y++) {
            for (int x = 0; x < titled.getWidth(); x++) {
                if (titled.getRGB(x, y) != blank.getRGB(x, y)) {
                    ink++;
                }
            }
        }
        if (ink < 200) {
            throw new IllegalStateException("a plot's title left only " + ink + " pixels of ink");
        }
        return "a plot was drawn; its title left " + ink + " pixels of ink";
    }

    private static BufferedImage picture(String title) {
        XYChart chart = new XYChartBuilder().width(400).height(300).title(title).build();
        chart.addSeries("error", new double[] {1, 2, 3}, new double[] {9, 4, 3});
        return BitmapEncoder.getBufferedImage(chart);
    }

    private static Throwable deepest(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }
}
