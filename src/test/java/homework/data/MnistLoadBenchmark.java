package homework.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Loads MNIST three times into one variable, as a notebook's cell that is run again does, and prints the seconds of each and,
 * on Linux, the memory of the process. Measures what data/README.md states; no test, because a busy machine is slow.
 */
final class MnistLoadBenchmark {
    private static final int LOADS = 3;
    private static final Path STATUS = Path.of("/proc/self/status");

    private MnistLoadBenchmark() {
    }

    public static void main(String[] arguments) throws IOException {
        Mnist mnist = null;
        // The first load pays for ND4J's native library too, as the first cell of a notebook does.
        System.out.println("start   " + memory());
        for (int load = 1; load <= LOADS; load++) {
            long start = System.nanoTime();
            mnist = Mnist.load();
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(Locale.ROOT, "load %d  %5.2f s, %s%n", load, seconds, memory());
        }
        System.out.println(mnist);
    }

    // Now and at the most so far, of the whole process: Java's heap, ND4J's native library and the arrays.
    private static String memory() throws IOException {
        return Files.isReadable(STATUS) ? "VmRSS " + megabytes("VmRSS") + " MB, VmHWM " + megabytes("VmHWM") + " MB" : "memory not known here";
    }

    private static long megabytes(String field) throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith(field + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst().orElseThrow();
    }
}
