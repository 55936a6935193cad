package homework.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitsTest {
    private static final Path COMMITTED = Path.of("data", "digits");
    private static final MnistSet NAMES = MnistSet.GENUINE;

    @Test
    void committedFilesAreWhatTheGeneratorDraws() throws IOException {
        DigitGenerator.Drawn train = DigitGenerator.draw(DigitGenerator.TRAIN_SIZE, DigitGenerator.TRAIN_SEED);
        DigitGenerator.Drawn test = DigitGenerator.draw(DigitGenerator.TEST_SIZE, DigitGenerator.TEST_SEED);
        assertArrayEquals(train.imageFile(), unpacked(COMMITTED, NAMES.trainImages()));
        assertArrayEquals(train.labelFile(), unpacked(COMMITTED, NAMES.trainLabels()));
        assertArrayEquals(test.imageFile(), unpacked(COMMITTED, NAMES.testImages()));
        assertArrayEquals(test.labelFile(), unpacked(COMMITTED, NAMES.testLabels()));
    }

    @Test
    void mainWritesTheSameFilesElsewhere(@TempDir Path folder) throws IOException {
        DigitGenerator.main(new String[] {folder.toString()});
        for (MnistFile file : NAMES.all()) {
            assertArrayEquals(unpacked(COMMITTED, file), unpacked(folder, file), file.fileName());
        }
    }

    @Test
    void bundledDigitsAreManyBalancedAndSmall() throws IOException {
        Digits digits = Digits.load();
        assertTrue(digits.train().size() >= 6000 && digits.test().size() >= 1000, digits.toString());
        assertTrue(Arrays.stream(digits.train().classCounts()).allMatch(count -> count == digits.train().size() / 10), digits.toString());
        assertTrue(Arrays.stream(digits.test().classCounts()).allMatch(count -> count == digits.test().size() / 10), digits.toString());
        assertArrayEquals(new long[] {digits.test().size(), 1, 28, 28}, digits.test().images().shape());
        assertEquals(0, digits.train().images().minNumber().floatValue());
        assertEquals(1, digits.train().images().maxNumber().floatValue());
        try (Stream<Path> files = Files.list(COMMITTED)) {
            long bytes = files.mapToLong(file -> file.toFile().length()).sum();
            assertTrue(bytes < 3_000_000, bytes + " bytes");
        }
    }

    @Test
    void noImageOccursTwiceOrInBothSets() throws IOException {
        Set<String> seen = new HashSet<>();
        for (MnistFile file : new MnistFile[] {NAMES.trainImages(), NAMES.testImages()}) {
            byte[] content = unpacked(COMMITTED, file);
            for (int start = 16; start < content.length; start += 784) {
                assertTrue(seen.add(IdxBytes.sha256(Arrays.copyOfRange(content, start, start + 784))), file.fileName());
            }
        }
        assertEquals(DigitGenerator.TRAIN_SIZE + DigitGenerator.TEST_SIZE, seen.size());
    }

    @Test
    void everyDrawingHasInkAndPaperAndDependsOnItsSeed() {
        for (int seed = 0; seed < 1000; seed++) {
            int digit = seed % 10;
            byte[] image = DigitPen.draw(digit, new Random(seed));
            assertArrayEquals(image, DigitPen.draw(digit, new Random(seed)));
            assertFalse(Arrays.equals(image, DigitPen.draw(digit, new Random(seed + 1))));
            int ink = 0;
            for (byte grey : image) {
                ink += (grey & 0xff) > 127 ? 1 : 0;
            }
            assertTrue(ink > 15 && ink < 300, ink + " dark pixels in a " + digit + " of seed " + seed);
        }
    }

    private static byte[] unpacked(Path folder, MnistFile file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(file.packedName())))) {
            return in.readAllBytes();
        }
    }
}
