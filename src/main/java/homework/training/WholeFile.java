package homework.training;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes a file under a temporary name beside it and moves it when all of it is on the disk: under the real name there is never half a file. */
final class WholeFile {
    static final String TEMPORARY = ".part";

    private WholeFile() {
    }

    /** What writes the content. */
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** @return {@code file} */
    static Path write(Path file, Content content) {
        Path temporary = null;
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            temporary = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + TEMPORARY);
            // No channel: the stop button interrupts the thread, and that would close a channel in the middle of writing.
            try (FileOutputStream disk = new FileOutputStream(temporary.toFile())) {
                OutputStream out = new BufferedOutputStream(disk, 1 << 16);
                content.to(out);
                out.flush();
                disk.getFD().sync();
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be written: " + e + ". Is there room on the disk, and may you write there?", e);
        } finally {
            remove(temporary);
        }
    }

    private static void remove(Path temporary) {
        try {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            // It stays as a hidden file; what matters, the file itself, is in place or was reported.
        }
    }
}
