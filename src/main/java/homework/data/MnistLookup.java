package homework.data;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks MNIST up: HOMEWORK_DATA, {@code data/} of the project, the user's cache, a download, else the bundled digits.
 *
 * @param environment environment variables
 * @param workingFolder where relative names start and the project is searched from, upwards
 * @param cache the folder for downloads
 * @param download how files are fetched that are in none of these places
 * @param out where the banner goes
 */
record MnistLookup(Map<String, String> environment, Path workingFolder, Path cache, MnistDownload download, PrintStream out) {
    static final String VARIABLE = "HOMEWORK_DATA";
    /** The value of HOMEWORK_DATA that asks for the bundled digits without any search. */
    static final String DIGITS = "digits";

    MnistLookup {
        workingFolder = workingFolder.toAbsolutePath().normalize();
    }

    /** What {@link Mnist#load()} uses. */
    static MnistLookup usual() {
        // HOME first: in a container without an entry for its user, Java calls the home folder "?".
        Map<String, String> environment = System.getenv();
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        return new MnistLookup(environment, Path.of(""), cacheFolder(environment, System.getProperty("os.name"), home),
                MnistDownload.usual(System.out), System.out);
    }

    Mnist load() {
        String named = environment.getOrDefault(VARIABLE, "").strip();
        if (named.equals(DIGITS)) {
            return digits("HOMEWORK_DATA=digits asks for them");
        }
        if (!named.isEmpty()) {
            MnistFiles files = MnistFiles.in(namedFolder(named), download.set());
            if (!files.none()) {
                return read(files, Origin.HOMEWORK_DATA);
            }
        }
        Optional<Path> project = ProjectFolder.around(workingFolder).map(root -> root.resolve("data"));
        if (project.isPresent()) {
            MnistFiles files = MnistFiles.in(project.get(), download.set());
            if (!files.none()) {
                return read(files, Origin.PROJECT);
            }
        }
        MnistFiles cached = MnistFiles.in(cache, download.set());
        if (cached.complete()) {
            return read(cached, Origin.CACHE);
        }
        return downloaded();
    }

    private Mnist downloaded() {
        try {
            download.complete(cache);
        } catch (DataException e) {
            return digits(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataException("The download of MNIST was stopped. What came so far is kept: load again to go on, or set HOMEWORK_DATA to \""
                    + DIGITS + "\" to work with the bundled digits.", e);
        }
        return read(MnistFiles.in(cache, download.set()), Origin.DOWNLOAD);
    }

    /** A relative name is tried against the working folder and its parents up to the project, so notebooks in any folder find it. */
    Path namedFolder(String named) {
        Path top = ProjectFolder.around(workingFolder).orElse(workingFolder);
        List<Path> places = Stream.iterate(workingFolder, folder -> folder != null && folder.startsWith(top), Path::getParent)
                .map(folder -> resolved(folder, named))
                .toList();
        return places.stream().filter(Files::isDirectory).findFirst().orElseThrow(() -> noFolder(named, places, top));
    }

    private DataException noFolder(String named, List<Path> places, Path top) {
        return places.stream().filter(Files::exists).findFirst()
                .map(file -> new DataException("HOMEWORK_DATA names " + file + ", which is a file, but a folder was expected: "
                        + "name the folder it lies in, " + file.getParent() + ", or unset it."))
                .orElseGet(() -> new DataException("HOMEWORK_DATA names the folder " + named + ", which does not exist (looked from "
                        + workingFolder + " up to " + top + "): correct it, unset it, or set it to \"" + DIGITS + "\" for the bundled digits."));
    }

    private static Path resolved(Path folder, String named) {
        try {
            return folder.resolve(named).normalize();
        } catch (InvalidPathException e) {
            throw new DataException("HOMEWORK_DATA is \"" + named + "\", which cannot be the name of a folder here (" + e.getReason()
                    + "): correct it, or unset it.", e);
        }
    }

    /** The usual folder for caches on this system. */
    static Path cacheFolder(Map<String, String> environment, String system, Path home) {
        String name = "deep-learning-homework";
        if (system.startsWith("Windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isEmpty() ? home.resolve("AppData").resolve("Local") : Path.of(local)).resolve(name);
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Caches").resolve(name);
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        return (xdg.isEmpty() ? home.resolve(".cache") : Path.of(xdg)).resolve(name);
    }

    private Mnist read(MnistFiles files, Origin origin) {
        files.checkComplete();
        return files.read(origin, files.folder().toString());
    }

    private Mnist digits(String why) {
        Path where = ProjectFolder.around(workingFolder).map(root -> root.resolve("data")).orElse(cache).resolve("mnist");
        out.println("""
                ==== Bundled digits, not MNIST: numbers on them are NOT comparable with published ones ====
                Why: %s.
                To get MNIST: load again with a network, or put its four files into %s,
                or set HOMEWORK_DATA to the folder that has them. data/README.md lists files and mirrors.""".formatted(why, where));
        Digits digits = Digits.load();
        return new Mnist(digits.train(), digits.test(), Origin.BUNDLED, "the library of the course");
    }
}
