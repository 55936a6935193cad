package homework.grade;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What goes between judge and runner: frames, each its length and that many bytes. A question begins with its number and what is
 * asked, the answer to it with the same number and how it went.
 */
final class Wire {
    /** Enough for a million classes in double; more is not believed. */
    static final int LONGEST_FRAME = 64 << 20;
    /** Of a text of the student's: a message, a name. */
    static final int LONGEST_TEXT = 8 << 10;
    /** Of a cell; larger ones are not taken from a submission. */
    static final int LONGEST_SOURCE = 256 << 10;

    private Wire() {
    }

    /** What a judge asks. */
    enum Question { SPLIT, FEED, BIND, CALL, PRINTED }

    /** How an answer begins; READY is the one that nobody asks for, when the runner has warmed up. */
    enum Reply { READY, DONE, PROBLEM }

    /** Bytes that are no frame, no value, or not what was asked for. */
    static final class Garbage extends IOException {
        private static final long serialVersionUID = 1L;

        Garbage(String what) {
            super(what);
        }
    }

    static void send(OutputStream out, byte[] frame) throws IOException {
        if (frame.length > LONGEST_FRAME) {
            throw new Garbage("a frame of " + frame.length + " bytes is too long");
        }
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(frame.length);
        data.write(frame);
        data.flush();
    }

    /** The next frame. Its memory is taken as its bytes come, not as its head promises. */
    static DataInputStream receive(InputStream in) throws IOException {
        int length = new DataInputStream(in).readInt();
        if (length < 0 || length > LONGEST_FRAME) {
            throw new Garbage("a frame cannot have " + length + " bytes");
        }
        byte[] frame = in.readNBytes(length);
        if (frame.length < length) {
            throw new java.io.EOFException("the stream ended within a frame");
        }
        return new DataInputStream(new ByteArrayInputStream(frame));
    }

    /** A text; of a longer one the beginning. */
    static void text(DataOutputStream out, String text, int longest) throws IOException {
        byte[] bytes = (text.length() <= longest ? text : text.substring(0, longest)).getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String text(DataInputStream in, int longest) throws IOException {
        int length = in.readInt();
        // A character of the text takes up to three bytes.
        if (length < 0 || length > 3L * longest || length > in.available()) {
            throw new Garbage("a text cannot have " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    static void ended(DataInputStream in) throws IOException {
        if (in.available() > 0) {
            throw new Garbage(in.available() + " bytes too many in a frame");
        }
    }
}
