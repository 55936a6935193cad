package homework.training;

import java.io.PrintStream;

/**
 * Tells in a terminal how a training goes: a line for each epoch, and between them how far it is, in one line that is written over. Where the
 * output goes into a file, such a line comes every ten seconds instead.
 */
public final class TerminalProgress implements FitListener {
    private static final long OVERWRITTEN = 500_000_000L;
    private static final long IN_A_FILE = 10_000_000_000L;

    private final TerminalLine line;
    private long last = System.nanoTime();

    /** On standard output. */
    public TerminalProgress() {
        line = new TerminalLine();
    }

    /** @param overwrites whether a line can be written over by a carriage return */
    TerminalProgress(PrintStream out, boolean overwrites) {
        line = new TerminalLine(out, overwrites);
    }

    @Override
    public void progress(Progress now) {
        long time = System.nanoTime();
        if (time - last >= (line.overwrites() ? OVERWRITTEN : IN_A_FILE)) {
            last = time;
            line.passing(now.toString());
        }
    }

    @Override
    public void epoch(Progress now) {
        now.history().last().ifPresent(epoch -> line.lasting(epoch.toString()));
    }

    @Override
    public void note(String sentence) {
        line.lasting(sentence);
    }

    @Override
    public void ended(History history) {
        line.lasting(history.outcome());
    }
}
