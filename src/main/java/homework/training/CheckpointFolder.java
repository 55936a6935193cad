package homework.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a folder with checkpoints, by their numbers.
 *
 * @param path of the folder
 */
record CheckpointFolder(Path path) {
    private static final Pattern NAME = Pattern.compile("checkpoint-(\\d{8})\\.zip");

    Path file(int number) {
        return path.resolve(String.format(Locale.ROOT, "checkpoint-%08d.zip", number));
    }

    /** 0 for what is no checkpoint. */
    static int number(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    List<Path> newestFirst() throws IOException {
        return files().stream().filter(file -> number(file) > 0).sorted((one, other) -> Integer.compare(number(other), number(one))).toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.toList();
        }
    }

    /** Deletes all but the newest. */
    void keep(int number) throws IOException {
        for (Path old : newestFirst().stream().skip(number).toList()) {
            Files.delete(old);
        }
    }

    /** Deletes half-written files of a process that was killed. */
    void removeLeftovers() throws IOException {
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (name.startsWith(".checkpoint-") && name.endsWith(WholeFile.TEMPORARY)) {
                Files.delete(file);
            }
        }
    }

    /** Renames a damaged checkpoint, so that it is none any more; returns its new name. */
    static Path putAside(Path file) throws IOException {
        return Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING).getFileName();
    }
}
