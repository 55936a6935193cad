package homework.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Keeps a folder for one training of one process; the system takes it back from a process that dies. */
final class FolderLock implements AutoCloseable {
    /** Those of this process. File locks keep processes apart only, and to open and close such a file again would end its lock. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final long PATIENCE = 5_000_000_000L;

    private final Path folder;
    private final FileChannel file;

    private FolderLock(Path folder, FileChannel file) {
        this.folder = folder;
        this.file = file;
    }

    /**
     * Makes the folder if need be.
     *
     * @throws CheckpointException if another training has it, or files cannot be made in it
     */
    static FolderLock of(Path path) {
        try {
            Path folder = Files.createDirectories(path).toRealPath();
            hold(folder, path);
            try {
                return new FolderLock(folder, lock(path));
            } catch (IOException | RuntimeException e) {
                HELD.remove(folder);
                throw e;
            }
        } catch (IOException e) {
            throw new CheckpointException("The folder " + path + " cannot keep checkpoints: " + e + ". Give a folder in which you may write.", e);
        }
    }

    /** A training of this process that was stopped a moment ago, as by a notebook's stop button, is given the time to come to its end. */
    private static void hold(Path folder, Path asGiven) {
        long until = System.nanoTime() + PATIENCE;
        while (!HELD.add(folder)) {
            if (System.nanoTime() > until || Thread.currentThread().isInterrupted()) {
                throw inUse(asGiven);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel file = FileChannel.open(path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = file.tryLock() != null;
        } finally {
            if (!locked) {
                file.close();
            }
        }
        if (!locked) {
            throw inUse(path);
        }
        return file;
    }

    private static CheckpointException inUse(Path path) {
        return new CheckpointException("Another training is keeping its checkpoints in " + path + " right now: wait for it, or give another folder.",
                null);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(folder);
        }
    }
}
