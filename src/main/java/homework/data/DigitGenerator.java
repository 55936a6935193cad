package homework.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Draws handwritten-looking digits and writes them as the four IDX files under {@code data/digits}. Sizes and seeds are constants here,
 * so running {@link #main} again gives the same bytes.
 */
public final class DigitGenerator {
    /** Seed of the training images. */
    public static final long TRAIN_SEED = 20170301;
    /** Seed of the test images. */
    public static final long TEST_SEED = 20170302;
    /** Number of training images, a tenth of them for each digit. */
    public static final int TRAIN_SIZE = 15000;
    /** Number of test images. */
    public static final int TEST_SIZE = 2000;

    private static final int SIZE = DigitPen.SIZE;

    private DigitGenerator() {
    }

    /** What was drawn: n·28·28 grey levels (0 paper, 255 ink) row by row, and n labels. */
    record Drawn(byte[] pixels, byte[] labels) {

        byte[] imageFile() {
            return withHeader(pixels, IdxStream.IMAGES, labels.length, SIZE, SIZE);
        }

        byte[] labelFile() {
            return withHeader(labels, IdxStream.LABELS, labels.length);
        }

        private static byte[] withHeader(byte[] content, int... header) {
            ByteBuffer file = ByteBuffer.allocate(4 * header.length + content.length);
            for (int value : header) {
                file.putInt(value);
            }
            return file.put(content).array();
        }
    }

    /** Draws n digits, as many of each as possible, in random order. */
    static Drawn draw(int n, long seed) {
        int[] order = Shuffle.order(n, seed);
        byte[] labels = new byte[n];
        byte[] pixels = new byte[n * SIZE * SIZE];
        for (int i = 0; i < n; i++) {
            labels[i] = (byte) (order[i] % MnistSet.CLASSES);
            byte[] image = DigitPen.draw(labels[i], new Random(Shuffle.seed(seed, i)));
            System.arraycopy(image, 0, pixels, i * image.length, image.length);
        }
        return new Drawn(pixels, labels);
    }

    /** Rewrites the files; run in the folder of the project. The one argument it takes is another folder to write to. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "data/digits");
        Files.createDirectories(folder);
        Drawn train = draw(TRAIN_SIZE, TRAIN_SEED);
        Drawn test = draw(TEST_SIZE, TEST_SEED);
        write(folder, MnistSet.GENUINE.trainImages(), train.imageFile());
        write(folder, MnistSet.GENUINE.trainLabels(), train.labelFile());
        write(folder, MnistSet.GENUINE.testImages(), test.imageFile());
        write(folder, MnistSet.GENUINE.testLabels(), test.labelFile());
    }

    private static void write(Path folder, MnistFile name, byte[] content) throws IOException {
        Path file = folder.resolve(name.packedName());
        try (OutputStream out = new BestGzip(Files.newOutputStream(file))) {
            out.write(content);
        }
        System.out.printf("%s: %d bytes, packed %d%n", file, content.length, Files.size(file));
    }

    // Packing harder is the one thing GZIPOutputStream offers to subclasses only.
    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
