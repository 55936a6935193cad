package homework.training;

import java.io.IOException;
import java.io.UncheckedIOException;
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
    private int number;
    private long written = System.nanoTime();
    private long lastTook;

    private Checkpoints(Fit fit, FolderLock lock) {
        this.fit = fit;
        this.lock = lock;
        folder = new CheckpointFolder(fit.folder);
        identity = lock == null ? Map.of() : Identity.of(fit);
    }

    /** @throws CheckpointException if the folder cannot be used, or is in use */
    static Checkpoints of(Fit fit) {
        if (fit.folder == null) {
            return new Checkpoints(fit, null);
        }
        FolderLock lock = FolderLock.of(fit.folder);
        try {
            return new Checkpoints(fit, lock);
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
    State restore(State fresh, Consumer<String> note) {
        if (lock == null) {
            return fresh;
        }
        try {
            folder.removeLeftovers();
            Map<Path, String> damaged = new LinkedHashMap<>();
            for (Path file : folder.newestFirst()) {
                number = Math.max(number, CheckpointFolder.number(file));
                try {
                    return restore(CheckpointFile.read(file), file, damaged, note);
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

    private State restore(CheckpointFile whole, Path file, Map<Path, String> newerDamaged, Consumer<String> note) throws IOException {
        String differences = whole.differences(identity);
        if (!differences.isEmpty()) {
            throw new CheckpointException("Checkpoint " + file + " is of another training (" + differences + "). Give another folder, or delete this "
                    + "one to start anew.", null);
        }
        State state = whole.restore(fit.network);
        for (Path damaged : newerDamaged.keySet()) {
            note.accept("Checkpoint " + damaged + " is damaged (" + newerDamaged.get(damaged) + ") and was renamed to "
                    + CheckpointFolder.putAside(damaged) + "; the one before it is used.");
        }
        note.accept("Goes on from " + file.getFileName() + ": " + state.epochs.size() + " epochs and " + state.done + " images.");
        return state;
    }

    /** Not so often that too much of the time would go into checkpoints. */
    void writeIfDue(State state) {
        long since = System.nanoTime() - written;
        if (since >= fit.interval.toNanos() && since * SHARE >= lastTook) {
            write(state);
        }
    }

    void write(State state) {
        if (lock == null) {
            return;
        }
        long start = System.nanoTime();
        number++;
        WholeFile.write(folder.file(number), "a checkpoint", out -> CheckpointFile.write(out, identity, fit.network, state));
        try {
            folder.keep(KEPT);
        } catch (IOException e) {
            throw new UncheckedIOException("An old checkpoint could not be deleted: " + e, e);
        }
        written = System.nanoTime();
        lastTook = written - start;
    }

    /** What a person does to go on after a stop. */
    String howToGoOn(int done, int ofImages) {
        String where = "Stopped " + (done == 0 ? "between two epochs" : "after " + done + " of " + ofImages + " images of an epoch") + ". ";
        return where + (lock == null ? "Without a folder for checkpoints a new run starts anew." : "The same run goes on from the checkpoint in "
                + fit.folder + ".");
    }

    @Override
    public void close() {
        if (lock != null) {
            lock.close();
        }
    }
}
