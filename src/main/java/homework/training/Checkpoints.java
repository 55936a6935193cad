package homework.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The checkpoints of one training in its folder, which nobody else uses meanwhile. Without a folder it does nothing. */
final class Checkpoints implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("checkpoint-(\\d{8})\\.zip");
    private static final int KEPT = 2;
    /** Of the time between two checkpoints, at most this part goes into writing one. */
    private static final double SHARE = .1;

    private final Fit fit;
    private final Map<String, String> identity;
    private final FileChannel lock;
    private int number;
    private long written = System.nanoTime();
    private long lastTook;

    private Checkpoints(Fit fit, Map<String, String> identity, FileChannel lock) {
        this.fit = fit;
        this.identity = identity;
        this.lock = lock;
    }

    /** @throws CheckpointException if the folder cannot be used, or is in use */
    static Checkpoints of(Fit fit) {
        if (fit.folder == null) {
            return new Checkpoints(fit, Map.of(), null);
        }
        try {
            Files.createDirectories(fit.folder);
            FileChannel lock = FileChannel.open(fit.folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock(lock, fit.folder);
            removeLeftovers(fit.folder);
            return new Checkpoints(fit, Identity.of(fit), lock);
        } catch (IOException e) {
            throw new CheckpointException("The folder " + fit.folder + " cannot keep checkpoints: " + e + ". Give a folder in which you may write.", e);
        }
    }

    /** The system takes the lock back from a process that dies. */
    private static void lock(FileChannel channel, Path folder) throws IOException {
        boolean free = false;
        try {
            free = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Another thread of this process has it.
        } finally {
            if (!free) {
                channel.close();
            }
        }
        if (!free) {
            throw new CheckpointException("Another training is keeping its checkpoints in " + folder + " right now: wait for it, or give another folder.",
                    null);
        }
    }

    /** Half-written files of a process that was killed. */
    private static void removeLeftovers(Path folder) throws IOException {
        for (Path file : files(folder)) {
            if (file.getFileName().toString().startsWith(".checkpoint-") && file.getFileName().toString().endsWith(WholeFile.TEMPORARY)) {
                Files.delete(file);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /**
     * Brings network and state to where the newest checkpoint that is whole has them; a damaged one is put aside and named.
     *
     * @return {@code fresh} if there is none
     * @throws CheckpointException if it is of another training, or all are damaged
     */
    State restore(State fresh, Consumer<String> note) {
        if (lock == null) {
            return fresh;
        }
        try {
            List<Path> newestFirst = kept();
            for (Path file : newestFirst) {
                number = Math.max(number, number(file));
                CheckpointFile found = read(file, note);
                if (found != null) {
                    return restore(found, file, note);
                }
            }
            if (!newestFirst.isEmpty()) {
                throw new CheckpointException("No checkpoint in " + fit.folder + " is whole. Delete the folder to start the training anew.", null);
            }
            return fresh;
        } catch (IOException e) {
            throw new CheckpointException("The checkpoints in " + fit.folder + " cannot be read: " + e + ".", e);
        }
    }

    /** Null if it is damaged. */
    private static CheckpointFile read(Path file, Consumer<String> note) throws IOException {
        try {
            return CheckpointFile.read(file);
        } catch (IOException | IllegalArgumentException e) {
            Path aside = file.resolveSibling(file.getFileName() + ".damaged");
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            note.accept("Checkpoint " + file + " is damaged (" + e.getMessage() + ") and was renamed to " + aside.getFileName()
                    + "; the one before it is used.");
            return null;
        }
    }

    private State restore(CheckpointFile found, Path file, Consumer<String> note) throws IOException {
        String differences = found.differences(identity);
        if (!differences.isEmpty()) {
            throw new CheckpointException("Checkpoint " + file + " is of another training (" + differences + "). Give another folder, or delete this "
                    + "one to start anew.", null);
        }
        State state = found.restore(fit.network);
        note.accept("Goes on from " + file.getFileName() + ": " + state.epochs.size() + " epochs and " + state.done + " images.");
        return state;
    }

    void writeIfDue(State state) {
        long since = System.nanoTime() - written;
        if (lock != null && since >= fit.interval.toNanos() && since * SHARE >= lastTook) {
            write(state);
        }
    }

    void write(State state) {
        if (lock == null) {
            return;
        }
        long start = System.nanoTime();
        number++;
        WholeFile.write(fit.folder.resolve(String.format("checkpoint-%08d.zip", number)),
                out -> CheckpointFile.write(out, identity, fit.network, state));
        try {
            List<Path> newestFirst = kept();
            for (Path old : newestFirst.subList(Math.min(KEPT, newestFirst.size()), newestFirst.size())) {
                Files.delete(old);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written = System.nanoTime();
        lastTook = written - start;
    }

    /** Newest first. */
    private List<Path> kept() throws IOException {
        return files(fit.folder).stream().filter(file -> NAME.matcher(file.getFileName().toString()).matches())
                .sorted((one, other) -> Integer.compare(number(other), number(one))).toList();
    }

    private static int number(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    /** What a person does to go on after a stop. */
    String howToGoOn(int done, int ofImages) {
        String where = "Stopped " + (done == 0 ? "between two epochs" : "after " + done + " of " + ofImages + " images of an epoch") + ". ";
        return where + (lock == null ? "Without a folder for checkpoints a new run starts anew." : "The same run goes on from the checkpoint in "
                + fit.folder + ".");
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
