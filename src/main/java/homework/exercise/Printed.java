package homework.exercise;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Keeps what is printed while a student's method runs: its beginning, and how many lines there were. */
final class Printed {
    private static final int LINES = 20;
    private static final int BYTES = 4000;
    private final Head head = new Head();
    private final PrintStream keep = new PrintStream(head, true, StandardCharsets.UTF_8);
    private PrintStream out;
    private PrintStream err;

    void begin() {
        out = System.out;
        err = System.err;
        System.setOut(keep);
        System.setErr(keep);
    }

    void end() {
        System.setOut(out);
        System.setErr(err);
    }

    /** From now on whatever this thread prints stops it, and never reaches the page. */
    void silence(Thread thread) {
        out = new PrintStream(new Gate(out, thread), true, StandardCharsets.UTF_8);
        err = new PrintStream(new Gate(err, thread), true, StandardCharsets.UTF_8);
    }

    /** What was printed; of more than a few lines the first ones and a line that counts the others. */
    String text() {
        String text = head.kept.toString(StandardCharsets.UTF_8).stripTrailing();
        return head.lines <= LINES && head.bytes <= BYTES ? text : text + "\n… (" + String.format(Locale.ROOT, "%,d", head.lines) + " lines in all)";
    }

    /** The first lines of what is written to it. */
    private static final class Head extends OutputStream {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private long lines;
        private long bytes;

        @Override
        public synchronized void write(int b) {
            bytes++;
            if (lines < LINES && bytes <= BYTES) {
                kept.write(b);
            }
            lines += b == '\n' ? 1 : 0;
        }
    }

    /** Lets every thread through but one. */
    private static final class Gate extends OutputStream {
        private final PrintStream behind;
        private final Thread shut;

        Gate(PrintStream behind, Thread shut) {
            this.behind = behind;
            this.shut = shut;
        }

        @Override
        public void write(int b) {
            pass();
            behind.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            pass();
            behind.write(bytes, from, count);
        }

        @Override
        public void flush() {
            behind.flush();
        }

        private void pass() {
            if (Thread.currentThread() == shut) {
                throw new Error("the check that started this has ended");
            }
        }
    }
}
