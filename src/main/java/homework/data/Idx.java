package homework.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Reads IDX, the file format of MNIST: a magic number, one four-byte count for each dimension, then bytes. Images have magic
 * 2051 and [n, height, width], labels magic 2049 and [n]. Files may be packed with gzip; their first bytes tell, not the name.
 */
public final class Idx {
    private static final int CHUNK = 1 << 16;
    private static final long MOST_PIXELS = 1L << 28;
    private static final float[] UNIT = new float[256];

    static {
        for (int b = 0; b < UNIT.length; b++) {
            UNIT[b] = b / 255f;
        }
    }

    private Idx() {
    }

    /** What a file held, with the SHA-256 of its unpacked bytes. */
    record Content<T>(String file, T value, String sha256) {
    }

    /** Where bytes come from: a file, or the jar of the course. */
    interface Source {
        InputStream open() throws IOException;
    }

    private interface Parser<T> {
        T parse(IdxStream in) throws IOException;
    }

    /**
     * A data set from a file of images and a file of labels; pixels 0 … 255 become 0 … 1.
     *
     * @param classes the number of classes; labels lie in 0 … classes − 1
     * @throws DataException if a file is missing, damaged, truncated, of another kind, or does not belong to the other
     */
    public static LabelledImages read(Path images, Path labels, String name, int classes) {
        return join(images(images.toString(), () -> Files.newInputStream(images), -1),
                labels(labels.toString(), () -> Files.newInputStream(labels), classes, -1), name, classes);
    }

    static LabelledImages join(Content<INDArray> images, Content<int[]> labels, String name, int classes) {
        long n = images.value().size(0);
        if (n != labels.value().length) {
            throw new DataException(images.file() + " holds " + n + " images and " + labels.file() + " holds " + labels.value().length
                    + " labels, but there must be one label for each image: these files are of different sets. "
                    + "Get both again from one place (data/README.md says where).");
        }
        return LabelledImages.of(name, images.value(), labels.value(), classes);
    }

    /** @param expected the number of images there must be, or −1 for any; a wrong one is found before memory is taken */
    static Content<INDArray> images(String file, Source source, int expected) {
        return read(file, source, in -> {
            int n = in.header(IdxStream.IMAGES, expected);
            int height = in.integer();
            int width = in.integer();
            if (height < 1 || width < 1 || height > 4096 || width > 4096 || (long) n * height * width > MOST_PIXELS) {
                throw new DataException(file + " claims to hold " + n + " images of " + height + "x" + width
                        + " pixels, which is more than this reader takes or nonsense. " + IdxStream.REPLACE);
            }
            INDArray images = Nd4j.createUninitialized(DataType.FLOAT, new long[] {n, 1, height, width}, 'c');
            fill(images.data().asNioFloat(), in, n * height * width);
            return images;
        });
    }

    static Content<int[]> labels(String file, Source source, int classes, int expected) {
        return read(file, source, in -> {
            byte[] bytes = in.bytes(in.header(IdxStream.LABELS, expected));
            int[] labels = new int[bytes.length];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = bytes[i] & 0xff;
                if (labels[i] >= classes) {
                    throw new DataException("Label " + i + " in " + file + " is " + labels[i] + ", but labels are 0 to " + (classes - 1)
                            + ": the file is damaged or of another data set. " + IdxStream.REPLACE);
                }
            }
            return labels;
        });
    }

    // Chunk by chunk straight into the array's own memory: a second copy would double the memory MNIST takes.
    private static void fill(FloatBuffer pixels, IdxStream in, int total) throws IOException {
        byte[] bytes = new byte[CHUNK];
        float[] floats = new float[CHUNK];
        for (int done = 0; done < total; done += CHUNK) {
            int length = Math.min(CHUNK, total - done);
            in.fill(bytes, length, done, total);
            for (int i = 0; i < length; i++) {
                floats[i] = UNIT[bytes[i] & 0xff];
            }
            pixels.put(floats, 0, length);
        }
    }

    private static <T> Content<T> read(String file, Source source, Parser<T> parser) {
        try (InputStream raw = source.open(); IdxStream in = IdxStream.of(file, raw)) {
            T value = parser.parse(in);
            return new Content<>(file, value, in.finish());
        } catch (NoSuchFileException e) {
            throw new DataException("There is no file " + file + ". data/README.md says where to get it.", e);
        } catch (EOFException e) {
            throw new DataException(file + " is truncated: its packed content ends too early. " + IdxStream.REPLACE, e);
        } catch (ZipException e) {
            throw new DataException(file + " is damaged: its packed content does not unpack (" + e.getMessage() + "). " + IdxStream.REPLACE, e);
        } catch (IOException e) {
            throw new DataException(file + " cannot be read (" + e + "): an IDX file, plain or packed with gzip, was expected.", e);
        }
    }
}
