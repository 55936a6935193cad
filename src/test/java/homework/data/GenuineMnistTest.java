package homework.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs where MNIST is at hand: in the folder of HOMEWORK_DATA or in ../shared/data beside the project. */
class GenuineMnistTest {
    private static MnistFiles files;
    private static Mnist mnist;

    @BeforeAll
    static void find() {
        String named = System.getenv().getOrDefault(MnistLookup.VARIABLE, "");
        Path folder = Path.of(named.isEmpty() || named.equals(MnistLookup.DIGITS) ? "../shared/data" : named).toAbsolutePath().normalize();
        files = MnistFiles.in(folder, MnistSet.GENUINE);
        mnist = files.complete() ? files.read(Origin.HOMEWORK_DATA, folder.toString()) : null;
    }

    // Before each test and not once, so that the skipped tests are counted.
    @BeforeEach
    void skipWithout() {
        assumeTrue(mnist != null, () -> "no MNIST in " + files.folder());
    }

    @AfterAll
    static void forget() {
        mnist = null;
    }

    @Test
    void sizesAndClassCountsAreThePublishedOnes() {
        assertArrayEquals(new long[] {60000, 1, 28, 28}, mnist.train().images().shape());
        assertArrayEquals(new long[] {10000, 1, 28, 28}, mnist.test().images().shape());
        assertArrayEquals(new int[] {5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949}, mnist.train().classCounts());
        assertArrayEquals(new int[] {980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009}, mnist.test().classCounts());
        assertTrue(mnist.toString().startsWith("MNIST, checksums agree"), mnist.toString());
    }

    @Test
    void meanAndDeviationAreThePublishedOnes() {
        Standardize standardize = Standardize.fit(mnist.train());
        assertEquals(0.1307, standardize.mean(), 5e-5);
        assertEquals(0.3081, standardize.sd(), 5e-5);
    }

    @Test
    void splitsHaveThePublishedSizes() {
        Split semiSupervised = Split.perClass(mnist.train(), 300, 1000);
        assertEquals(3000, semiSupervised.indices("labelled").length);
        assertEquals(10000, semiSupervised.indices("validation").length);
        assertEquals(47000, semiSupervised.indices("unlabelled").length);
        Split lab = Split.random(mnist.train(), 0.7, 1);
        assertEquals(42000, lab.indices("train").length);
        assertEquals(18000, lab.indices("validation").length);
        assertEquals(1800, lab.subset(0.1, 1).part("validation").size());
    }

    @Test
    void otherLabelsAreFound(@TempDir Path folder) throws IOException {
        for (MnistFile file : MnistSet.GENUINE.all()) {
            Files.copy(files.found().get(file), folder.resolve(files.found().get(file).getFileName()));
        }
        byte[] labels = IdxBytes.labels(10000);
        Files.write(folder.resolve("t10k-labels-idx1-ubyte.gz"), IdxBytes.gzip(labels));
        MnistFiles changed = MnistFiles.in(folder, MnistSet.GENUINE);
        String message = assertThrows(DataException.class, () -> changed.read(Origin.CACHE, "here")).getMessage();
        assertTrue(message.contains("t10k-labels-idx1-ubyte.gz is not MNIST's t10k-labels-idx1-ubyte"), message);
        assertTrue(message.contains("SHA-256 ff7bcfd416de…"), message);
    }
}
