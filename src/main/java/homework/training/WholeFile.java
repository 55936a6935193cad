package homework.training;

import homework.data.DataException;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that are whole or absent: under another name in the same folder, brought to the disk, then moved over the old one. */
final class WholeFile {
    /** What the temporary name ends in. */
    static final String TEMPORARY = ".part";

    /** What comes into the file. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    private WholeFile() {
    }

    /**
     * Missing folders are made. An interrupted thread writes all the same, and stays interrupted.
     *
     * @param what comes into the file, for the message of an error
     * @return {@code file}
     * @throws DataException when it cannot be written; an older file of that name is then as it was
     */
    static Path write(Path file, String what, Content content) {
        Path place = file.toAbsolutePath();
        Path part = place.resolveSibling("." + place.getFileName() + "." + ProcessHandle.current().pid() + "-"
                + Thread.currentThread().getId() + TEMPORARY);
        try {
            Files.createDirectories(part.getParent());
            try {
                // No FileChannel: the stop button interrupts the thread, and an interrupted thread can write to none.
                try (FileOutputStream disk = new FileOutputStream(part.toFile()); OutputStream out = new BufferedOutputStream(disk)) {
                    content.write(out);
                    out.flush();
                    disk.getFD().sync();
                }
                Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            return file;
        } catch (IOException e) {
            throw new DataException("Could not write " + what + " to \"" + file + "\" (" + e + "): choose a file in a folder you may write to, "
                    + "on a disk with room.", e);
        }
    }
}
