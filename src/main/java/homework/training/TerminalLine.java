package homework.training;

import java.io.Console;
import java.io.PrintStream;

/** In a terminal a line that is written over again and again; into a file each one as a line of its own, so its writers come less often. */
public final class TerminalLine {
    private final PrintStream out;
    private final boolean overwrites;
    private int open;

    /** On standard output. */
    public TerminalLine() {
        this(System.out, isTerminal());
    }

    /** @param overwrites whether a line can be written over by a carriage return */
    public TerminalLine(PrintStream out, boolean overwrites) {
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

    /** Whether a passing line can be written over. */
    public boolean overwrites() {
        return overwrites;
    }

    /** A line that the next one may be written over. */
    public void passing(String text) {
        if (overwrites) {
            out.print("\r" + padded(text));
            out.flush();
            open = text.length();
        } else {
            out.println(text);
        }
    }

    /** A line that stays, in place of one that may be written over. */
    public void lasting(String text) {
        out.println((open > 0 ? "\r" : "") + padded(text));
        open = 0;
    }

    private String padded(String text) {
        return text + " ".repeat(Math.max(0, open - text.length()));
    }
}
