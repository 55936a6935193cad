package homework.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** The unpacked bytes of one IDX file: counts and hashes what is read, and says in a person's words what is wrong. */
final class IdxStream extends FilterInputStream {
    static final int IMAGES = 2051;
    static final int LABELS = 2049;
    // Never "delete": a file of another data set under the names of MNIST is what Fashion-MNIST is, and may be wanted.
    static final String REPLACE = "Move the file away and get the right one (data/README.md says where).";
    private static final int GZIP = 0x1f8b;

    private final String file;
    private final MessageDigest digest;

    private IdxStream(String file, InputStream unpacked, MessageDigest digest) {
        super(new DigestInputStream(unpacked, digest));
        this.file = file;
        this.digest = digest;
    }

    /** Unpacks if the first two bytes are those of gzip, whatever the file is called. */
    static IdxStream of(String file, InputStream raw) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(raw, 1 << 16);
        buffered.mark(2);
        int start = buffered.read() << 8 | buffered.read();
        buffered.reset();
        return new IdxStream(file, start == GZIP ? new GZIPInputStream(buffered, 1 << 16) : buffered, sha256());
    }

    /** Reads magic number and count; {@code expected} is the count there must be, or −1 for any. */
    int header(int magic, int expected) throws IOException {
        byte[] start = readNBytes(4);
        int came = start.length < 4 ? -1 : integer(start);
        if (came != magic) {
            throw new DataException(wrongStart(start, came, magic));
        }
        int n = integer();
        if (n < 1 || expected >= 0 && n != expected) {
            throw new DataException(file + " holds " + n + " " + kind(magic) + ", but "
                    + (expected >= 0 ? expected : "at least 1") + " were expected: it is damaged or of another data set. " + REPLACE);
        }
        return n;
    }

    int integer() throws IOException {
        byte[] bytes = readNBytes(4);
        if (bytes.length < 4) {
            throw truncated("inside its header");
        }
        return integer(bytes);
    }

    /** Fills the first {@code length} bytes of {@code into}; {@code done} of {@code total} bytes were read before. */
    void fill(byte[] into, int length, int done, int total) throws IOException {
        int got = readNBytes(into, 0, length);
        if (got < length) {
            throw truncated("after " + (done + got) + " of " + total + " bytes");
        }
    }

    byte[] bytes(int total) throws IOException {
        byte[] bytes = readNBytes(total);
        if (bytes.length < total) {
            throw truncated("after " + bytes.length + " of " + total + " bytes");
        }
        return bytes;
    }

    /** Makes sure that nothing follows, and returns the SHA-256 of all that was read. */
    String finish() throws IOException {
        if (read() >= 0) {
            throw new DataException(file + " goes on after the last byte its header promises: it is damaged or two files in one. " + REPLACE);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, but this one does not.", e);
        }
    }

    private DataException truncated(String where) {
        return new DataException(file + " is truncated: it ends " + where + ". " + REPLACE, new EOFException());
    }

    private String wrongStart(byte[] start, int came, int magic) {
        if (start.length == 0) {
            return file + " is empty, but an IDX file of " + kind(magic) + " was expected. " + REPLACE;
        }
        if (came == IMAGES || came == LABELS) {
            return file + " holds " + kind(came) + " where " + kind(magic) + " were expected: the files of images and labels are "
                    + "swapped. Give each its own name again.";
        }
        String looks = start[0] == '<' ? ", which looks like a web page" : "";
        return file + " is not an IDX file of " + kind(magic) + ": it starts with the bytes " + HexFormat.of().formatHex(start) + looks
                + ", but " + HexFormat.of().toHexDigits(magic) + " was expected. " + REPLACE;
    }

    private static String kind(int magic) {
        return magic == IMAGES ? "images" : "labels";
    }

    private static int integer(byte[] b) {
        return (b[0] & 0xff) << 24 | (b[1] & 0xff) << 16 | (b[2] & 0xff) << 8 | b[3] & 0xff;
    }
}
