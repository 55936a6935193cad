package homework.training;

import java.io.Console;
import java.io.PrintStream;

/**
 * Tells in a terminal how a training goes: a line for each epoch, and between them how far it is, in one line that is written over. Where the
 * output goes into a file, such a line comes every ten seconds instead.
 */
public final class TerminalProgress implements FitListener {
    private static final long OVERWRITTEN = 500_000_000L;
    private static final long IN_A_FILE = 10_000_000_000L;

    private final PrintStream out;
    private final boolean overwrites;
    private long last = System.nanoTime();
    private int open;

    /** On standard output. */
    public TerminalProgress() {
        this(System.out, isTerminal());
    }

    /** @param overwrites whether a line can be written over by a carriage return */
    TerminalProgress(PrintStream out, boolean overwrites) {
        this.out = out;
        this.overwrites = overwrites;
    }

    /** Up to Java 21 there is no console where there is no terminal; from 22 on there always is one, which knows. */
    private static boolean isTerminal() {
        Console console = System.console();
        try {
            return console != null && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    @Override
    public void progress(Progress now) {
        long time = System.nanoTime();
        if (time - last < (overwrites ? OVERWRITTEN : IN_A_FILE)) {
            return;
        }
        last = time;
        String line = now.toString();
        if (overwrites) {
            out.print("\r" + line + " ".repeat(Math.max(0, open - line.length())));
            out.flush();
            open = line.length();
        } else {
            out.println(line);
        }
    }

    @Override
    public void epoch(Progress now) {
        now.history().last().ifPresent(epoch -> line(epoch.toString()));
    }

    @Override
    public void note(String sentence) {
        line(sentence);
    }

    @Override
    public void ended(History history) {
        line(history.outcome());
    }

    /** In place of a line that may be written over. */
    private void line(String text) {
        out.println((open > 0 ? "\r" : "") + text + " ".repeat(Math.max(0, open - text.length())));
        open = 0;
    }
}
