package homework.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Small IDX files made in memory. */
final class IdxBytes {

    private IdxBytes() {
    }

    static byte[] images(int n, int height, int width, long seed) {
        byte[] pixels = new byte[n * height * width];
        new Random(seed).nextBytes(pixels);
        return ByteBuffer.allocate(16 + pixels.length).putInt(2051).putInt(n).putInt(height).putInt(width).put(pixels).array();
    }

    /** Labels 0, 1, … 9, 0, 1, … */
    static byte[] labels(int n) {
        ByteBuffer file = ByteBuffer.allocate(8 + n).putInt(2049).putInt(n);
        for (int i = 0; i < n; i++) {
            file.put((byte) (i % 10));
        }
        return file.array();
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String sha256(byte[] content) {
        return HexFormat.of().formatHex(IdxStream.sha256().digest(content));
    }
}
