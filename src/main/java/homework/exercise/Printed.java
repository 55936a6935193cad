package homework.exercise;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Keeps what is printed while a student's method runs: its beginning, and how much there was. */
final class Printed {
    private static final int LINES = 20;
    private static final int BYTES = 4000;
    /** What is decoded where the limit cuts a character in two. */
    private static final String HALF = "\uFFFD";
    private final Head head = new Head();
    private final PrintStream keep = through(head);
    private PrintStream out;
    private PrintStream err;
    private volatile Thread shut;

    void begin() {
        out = System.out;
        err = System.err;
        System.setOut(keep);
        System.setErr(keep);
    }

    /** Puts back what was there, also if the method has put something else. */
    void end() {
        boolean goesOn = shut != null && shut.isAlive();
        System.setOut(goesOn ? through(out) : out);
        System.setErr(goesOn ? through(err) : err);
    }

    /** From now on whatever this thread prints stops it, and never reaches the page. */
    void shut(Thread thread) {
        shut = thread;
    }

    /** What was printed, its lines ended by \n on every system; of much the beginning and a line that says how much. */
    String text() {
        return head.text();
    }

    private PrintStream through(OutputStream behind) {
        return new PrintStream(new Gate(behind), true, StandardCharsets.UTF_8);
    }

    /** The beginning of what is written to it, by whatever thread. */
    private static final class Head extends OutputStream {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private long lines;
        private long bytes;
        private boolean inLine;

        @Override
        public synchronized void write(int b) {
            lines += inLine ? 0 : 1;
            inLine = b != '\n';
            bytes++;
            if (lines <= LINES && bytes <= BYTES) {
                kept.write(b);
            }
        }

        synchronized String text() {
            String text = kept.toString(StandardCharsets.UTF_8).replace("\r\n", "\n").replaceFirst(HALF + "$", "").stripTrailing();
            if (lines > LINES) {
                return text + String.format(Locale.ROOT, "\n… (%,d lines in all)", lines);
            }
            return bytes > BYTES ? text + String.format(Locale.ROOT, " … (%,d bytes in all)", bytes) : text;
        }
    }

    /** Lets every thread through but the one that is shut. */
    private final class Gate extends OutputStream {
        private final OutputStream behind;

        Gate(OutputStream behind) {
            this.behind = behind;
        }

        @Override
        public void write(int b) throws IOException {
            pass();
            behind.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            pass();
            behind.write(bytes, from, count);
        }

        @Override
        public void flush() throws IOException {
            behind.flush();
        }

        private void pass() {
            if (Thread.currentThread() == shut) {
                throw new Error("the check that started this has ended");
            }
        }
    }
}
