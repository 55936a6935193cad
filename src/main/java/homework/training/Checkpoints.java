package homework.training;

import homework.data.DataException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps the checkpoints of one training in its folder, which nobody else uses meanwhile. Without a folder it does nothing. */
final class Checkpoints implements AutoCloseable {
    private static final int KEPT = 2;
    /** Of the time from one checkpoint to the next inside an epoch, at most this part goes into writing one. */
    private static final double SHARE = .1;

    private final Fit fit;
    private final FolderLock lock;
    private final CheckpointFolder folder;
    private final Map<String, String> identity;
    /** With which engine and how many threads the steps are made. */
    private final String how;
    private final Consumer<String> note;
    private int number;
    private long written = System.nanoTime();
    private long lastTook;
    private boolean failed;

    private Checkpoints(Fit fit, FolderLock lock, String how, Consumer<String> note) {
        this.fit = fit;
        this.lock = lock;
        this.how = how;
        this.note = note;
        folder = new CheckpointFolder(fit.folder);
        identity = lock == null ? Map.of() : Identity.of(fit);
    }

    /**
     * @param how the steps are made: with which engine and how many threads
     * @param note takes what a person should know
     * @throws CheckpointException if the folder cannot be used, or is in use
     */
    static Checkpoints of(Fit fit, String how, Consumer<String> note) {
        if (fit.folder == null) {
            return new Checkpoints(fit, null, how, note);
        }
        FolderLock lock = FolderLock.of(fit.folder);
        try {
            return new Checkpoints(fit, lock, how, note);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Brings network and state to where the newest checkpoint that is whole has them; newer ones that are damaged are named and put aside.
     *
     * @return {@code fresh} if there is none
     * @throws CheckpointException if it is of another training, or all are damaged; network and files are as before then
     */
    State restore(State fresh) {
        if (lock == null) {
            return fresh;
        }
        try {
            folder.removeLeftovers();
            Map<Path, String> damaged = new LinkedHashMap<>();
            for (Path file : folder.newestFirst()) {
                number = Math.max(number, CheckpointFolder.number(file));
                try {
                    return restore(CheckpointFile.read(file), file, damaged);
                } catch (DamagedCheckpoint e) {
                    damaged.put(file, e.getMessage());
                }
            }
            if (!damaged.isEmpty()) {
                throw new CheckpointException("No checkpoint in " + fit.folder + " is whole " + damaged.values()
                        + ". Delete the folder to start the training anew.", null);
            }
            return fresh;
        } catch (IOException e) {
            throw new CheckpointException("The checkpoints in " + fit.folder + " cannot be read: " + e + ".", e);
        }
    }

    private State restore(CheckpointFile whole, Path file, Map<Path, String> newerDamaged) throws IOException {
        String differences = whole.differences(identity, fit.network);
        if (!differences.isEmpty()) {
            throw new CheckpointException("Checkpoint " + file + " is of another training (" + differences + "). Give another folder, or delete "
                    + fit.folder + " to start anew.", null);
        }
        State state = whole.restore(fit.network);
        for (Path damaged : newerDamaged.keySet()) {
            note.accept("Checkpoint " + damaged + " is damaged (" + newerDamaged.get(damaged) + ") and was renamed to "
                    + CheckpointFolder.putAside(damaged) + "; the one before it is used.");
        }
        note.accept("Goes on from " + file.getFileName() + ": " + state.epochs.size() + " epochs and " + state.done + " images.");
        String made = whole.made();
        if (!made.equals(how)) {
            note.accept("It was made by " + made + ", and goes on by " + how + ": the last digits will be others.");
        }
        if (state.epochs.size() > fit.epochs) {
            note.accept("It has more than the " + fit.epochs + " epochs asked for; all are kept.");
        }
        return state;
    }

    /** Not so often that too much of the time would go into checkpoints. */
    void writeIfDue(State state) {
        long since = System.nanoTime() - written;
        if (since >= fit.interval.toNanos() && since * SHARE >= lastTook) {
            write(state);
        }
    }

    /** A full disk does not end a training of hours: it is told once, and tried again at the next. */
    void write(State state) {
        if (lock == null) {
            return;
        }
        long start = System.nanoTime();
        try {
            WholeFile.write(folder.file(number + 1), "a checkpoint", out -> CheckpointFile.write(out, identity, how, fit.network, state));
            number++;
            folder.keep(KEPT);
            failed = false;
        } catch (IOException | DataException e) {
            if (!failed) {
                note.accept(e.getMessage() + " The training goes on, and so far without a new checkpoint.");
            }
            failed = true;
        }
        written = System.nanoTime();
        lastTook = written - start;
    }

    /** What a person does to go on after a stop. */
    String howToGoOn() {
        return lock == null ? "Without a folder for checkpoints a new run starts anew."
                : "The same run goes on from the " + (failed ? "last checkpoint that could be written to " : "checkpoint in ") + fit.folder + ".";
    }

    @Override
    public void close() {
        if (lock != null) {
            lock.close();
        }
    }
}
