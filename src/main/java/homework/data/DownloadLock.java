package homework.data;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one thread of one process at a time download into a folder; the system takes it back from a process that dies. */
final class DownloadLock implements AutoCloseable {
    // File locks keep processes apart, not the threads of one.
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Path folder;
    private final FileChannel file;

    private DownloadLock(Path folder, FileChannel file) {
        this.folder = folder;
        this.file = file;
    }

    /** Makes the folder if need be and waits until nobody else downloads into it. */
    static DownloadLock in(Path folder, PrintStream out) throws IOException, InterruptedException {
        THREADS.lockInterruptibly();
        try {
            Files.createDirectories(folder);
            return new DownloadLock(folder, lock(folder, out));
        } catch (IOException | InterruptedException | RuntimeException e) {
            THREADS.unlock();
            throw e;
        }
    }

    /** The folder that is held. */
    Path folder() {
        return folder;
    }

    private static FileChannel lock(Path folder, PrintStream out) throws IOException, InterruptedException {
        FileChannel file = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() == null) {
                out.println("MNIST: another process is downloading to " + folder + "; waiting for it");
                file.lock();
            }
            return file;
        } catch (FileLockInterruptionException e) {
            file.close();
            throw (InterruptedException) new InterruptedException("stopped while waiting for another download").initCause(e);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            THREADS.unlock();
        }
    }
}
