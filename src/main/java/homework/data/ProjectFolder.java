package homework.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of this project: the nearest with {@code pom.xml} and {@code data/}, from a notebook's own folder upwards. */
public final class ProjectFolder {
    private ProjectFolder() {
    }

    /** The project that a folder is, or lies in. */
    public static Optional<Path> around(Path folder) {
        return Stream.iterate(folder.toAbsolutePath().normalize(), each -> each != null, Path::getParent)
                .filter(each -> Files.isRegularFile(each.resolve("pom.xml")) && Files.isDirectory(each.resolve("data")))
                .findFirst();
    }

    /**
     * The project that the working folder is, or lies in.
     *
     * @throws DataException if it lies in none
     */
    public static Path here() {
        Path working = Path.of("").toAbsolutePath();
        return around(working).orElseThrow(() -> new DataException("Expected the folder of the project (it has pom.xml and data/) at " + working
                + " or above it, but there is none: start from inside the project."));
    }
}
