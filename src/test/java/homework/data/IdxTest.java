package homework.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
    private static final byte[] IMAGES = IdxBytes.images(30, 28, 28, 7);
    private static final byte[] LABELS = IdxBytes.labels(30);

    @TempDir
    private Path folder;

    @Test
    void readsPlainAndPackedWhateverTheyAreCalled() throws IOException {
        LabelledImages plain = read(IMAGES, LABELS);
        // Names say the opposite of what the files are.
        Files.write(folder.resolve("images"), IdxBytes.gzip(IMAGES));
        Files.write(folder.resolve("labels.gz"), LABELS);
        LabelledImages packed = Idx.read(folder.resolve("images"), folder.resolve("labels.gz"), "set", 10);
        assertArrayEquals(new long[] {30, 1, 28, 28}, packed.images().shape());
        assertEquals(plain.images(), packed.images());
        assertArrayEquals(plain.labels(), packed.labels());
    }

    @Test
    void pixelsAreBytesDividedBy255InReadingOrder() throws IOException {
        LabelledImages set = read(IMAGES, LABELS);
        for (int pixel : new int[] {0, 29, 783, 784, 30 * 784 - 1}) {
            int value = IMAGES[16 + pixel] & 0xff;
            assertEquals(value / 255f, set.images().getFloat(pixel / 784, 0, pixel % 784 / 28, pixel % 28));
        }
    }

    @Test
    void namesAMissingFile() {
        message(() -> Idx.read(folder.resolve("none.gz"), folder.resolve("none.gz"), "set", 10), "There is no file", "none.gz");
    }

    @Test
    void namesAFileThatIsAFolder() throws IOException {
        Files.createDirectory(folder.resolve("images"));
        message(() -> Idx.read(folder.resolve("images"), folder.resolve("labels"), "set", 10), "images cannot be read");
    }

    @Test
    void namesDamagedGzip() {
        byte[] packed = IdxBytes.gzip(IMAGES);
        // Random pixels are stored unpacked, so a flipped bit is found by the checksum at the end.
        packed[packed.length / 2] ^= 1;
        message(() -> read(packed, LABELS), "images is damaged", "Move the file away and get the right one");
    }

    @Test
    void namesTruncatedGzip() {
        byte[] packed = IdxBytes.gzip(IMAGES);
        message(() -> read(Arrays.copyOf(packed, packed.length / 2), LABELS), "images is truncated", "Move the file away");
    }

    @Test
    void namesTruncatedPlainFile() {
        message(() -> read(Arrays.copyOf(IMAGES, 16 + 1000), LABELS), "images is truncated: it ends after 1000 of 23520 bytes");
        message(() -> read(Arrays.copyOf(IMAGES, 10), LABELS), "images is truncated: it ends inside its header");
        message(() -> read(IMAGES, Arrays.copyOf(LABELS, 8 + 29)), "labels is truncated: it ends after 29 of 30 bytes");
    }

    @Test
    void namesAnEmptyFile() {
        message(() -> read(new byte[0], LABELS), "images is empty");
        message(() -> read(new byte[] {0x1f}, LABELS), "images is not an IDX file");
    }

    @Test
    void namesTrailingBytes() {
        message(() -> read(Arrays.copyOf(IMAGES, IMAGES.length + 1), LABELS), "images goes on after the last byte");
        message(() -> read(IMAGES, IdxBytes.gzip(Arrays.copyOf(LABELS, LABELS.length + 5))), "labels goes on after the last byte");
    }

    @Test
    void namesWrongMagicNumber() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 0};
        message(() -> read(png, LABELS), "images is not an IDX file of images", "89504e47", "00000803 was expected");
        byte[] page = "<!DOCTYPE html><title>Log in</title>".getBytes(StandardCharsets.UTF_8);
        message(() -> read(page, LABELS), "looks like a web page");
    }

    @Test
    void namesSwappedFiles() {
        message(() -> read(LABELS, IMAGES), "images holds labels where images were expected", "swapped");
        message(() -> read(IMAGES, IMAGES), "labels holds images where labels were expected", "swapped");
    }

    @Test
    void namesBothFilesWhoseCountsDiffer() {
        message(() -> read(IMAGES, IdxBytes.labels(31)), "images holds 30 images", "labels holds 31 labels", "one label for each image");
    }

    @Test
    void namesALabelOutOfRange() {
        byte[] labels = LABELS.clone();
        labels[8 + 17] = 10;
        message(() -> read(IMAGES, labels), "Label 17 in", "is 10, but labels are 0 to 9", "Move the file away");
    }

    @Test
    void takesNoMemoryForWhatAHeaderClaims() {
        byte[] claims = ByteBuffer.allocate(16).putInt(2051).putInt(Integer.MAX_VALUE).putInt(28).putInt(28).array();
        message(() -> read(claims, LABELS), "claims to hold 2147483647 images of 28x28");
        byte[] none = ByteBuffer.allocate(16).putInt(2051).putInt(0).putInt(28).putInt(28).array();
        message(() -> read(none, LABELS), "images holds 0 images, but at least 1 were expected", "Move the file away");
        byte[] many = ByteBuffer.allocate(9).putInt(2049).putInt(Integer.MAX_VALUE).array();
        message(() -> read(IMAGES, many), "labels is truncated: it ends after 1 of 2147483647 bytes");
    }

    private LabelledImages read(byte[] images, byte[] labels) throws IOException {
        Files.write(folder.resolve("images"), images);
        Files.write(folder.resolve("labels"), labels);
        return Idx.read(folder.resolve("images"), folder.resolve("labels"), "set", 10);
    }

    private static void message(Executable reading, String... parts) {
        String message = assertThrows(DataException.class, reading).getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), () -> "expected \"" + part + "\" in: " + message);
        }
    }
}
