package homework.grade;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * What a runner is made of, on this machine.
 *
 * @param java the folder of the JDK
 * @param classPath the library and what it runs with, nothing of the tests
 * @param folder for what is prepared once: unpacked native code, an archive of loaded classes
 * @param archive of the classes that a runner has loaded when it has warmed up, with which it starts in a fraction of the time
 */
record Installation(Path java, List<Path> classPath, Path folder, Optional<Path> archive) {
    private static final int ARCHIVE_SECONDS = 180;
    private static final int KEPT_ARCHIVES = 2;

    /** That of this very JVM. */
    static Installation here() throws IOException {
        List<Path> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath().normalize();
            if (Files.exists(path) && !path.getFileName().toString().equals("test-classes")) {
                classPath.add(path);
            }
        }
        Path own = classPath.stream().filter(path -> path.getFileName().toString().matches("homework\\.jar|classes")).findFirst()
                .orElseThrow(() -> new IOException("the library is not on the class path"));
        Path target = own.getFileName().toString().equals("classes") ? own.getParent() : own.getParent().getParent();
        Path folder = Files.createDirectories(target.resolve("grade"));
        for (Path path : List.copyOf(classPath)) {
            if (Files.isDirectory(path)) {
                classPath.set(classPath.indexOf(path), packed(path, folder.resolve("library.jar")));
            }
        }
        Collections.sort(classPath);
        return new Installation(Path.of(System.getProperty("java.home")).toRealPath(), classPath, folder, Optional.empty());
    }

    /** Classes in a folder as a jar: only of jars can there be an archive of loaded classes. */
    private static Path packed(Path classes, Path jar) throws IOException {
        Path half = Files.createTempFile(jar.getParent(), "half", ".tmp");
        try (Stream<Path> files = Files.walk(classes); ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(half))) {
            zip.setLevel(1);
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                ZipEntry entry = new ZipEntry(classes.relativize(file).toString());
                entry.setTime(0);
                zip.putNextEntry(entry);
                Files.copy(file, zip);
            }
        }
        if (Files.exists(jar) && Files.mismatch(jar, half) < 0) {
            Files.delete(half);
            return jar;
        }
        readable(half);
        return Files.move(half, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    Path filter() {
        return folder.resolve("system-calls.bpf");
    }

    boolean hasFilter() {
        return SystemCalls.filter().isPresent();
    }

    void writeFilter() throws IOException {
        if (hasFilter()) {
            byte[] filter = SystemCalls.filter().orElseThrow();
            if (Files.exists(filter()) && Arrays.equals(filter, Files.readAllBytes(filter()))) {
                return;
            }
            Path half = Files.createTempFile(folder, "half", ".tmp");
            Files.write(half, filter);
            Files.move(half, filter(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The same with an archive, which is made if there is none yet; without one all goes well, but slower. */
    Installation archived(Users users) throws IOException {
        StringBuilder made = new StringBuilder(System.getProperty("java.vm.version")).append(java).append(JavaOptions.ALL);
        for (Path path : classPath) {
            made.append('\n').append(path.getFileName()).append(' ').append(Files.size(path)).append(' ').append(Files.getLastModifiedTime(path).toMillis());
        }
        Path file = folder.resolve("start-" + UUID.nameUUIDFromBytes(made.toString().getBytes(StandardCharsets.UTF_8)) + ".jsa");
        if (!Files.exists(file)) {
            makeArchive(file, users);
        }
        return Files.exists(file) ? new Installation(java, classPath, folder, Optional.of(file)) : this;
    }

    private void makeArchive(Path file, Users users) throws IOException {
        Path room = Files.createTempDirectory(folder, "new");
        try {
            Process process = new Bubblewrap(this, users).archive(room, "start.jsa");
            process.getOutputStream().close();
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            if (process.waitFor(ARCHIVE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0 && Files.exists(room.resolve("start.jsa"))) {
                readable(room.resolve("start.jsa"));
                Files.move(room.resolve("start.jsa"), file, StandardCopyOption.ATOMIC_MOVE);
            }
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Files.deleteIfExists(room.resolve("start.jsa"));
            Files.deleteIfExists(room);
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> old = files.filter(path -> path.getFileName().toString().matches("start-.*\\.jsa"))
                    .sorted(Comparator.comparingLong((Path path) -> path.toFile().lastModified()).reversed()).skip(KEPT_ARCHIVES).toList();
            for (Path path : old) {
                Files.deleteIfExists(path);
            }
        }
    }

    Path natives() {
        return folder.resolve("natives");
    }

    /** Unpacks the native code side by side, where JavaCPP and the system's loader find it without a cache of their own. */
    void unpackNatives() throws IOException {
        List<Path> jars = classPath.stream().filter(path -> path.getFileName().toString().matches(".*-linux-(x86_64|arm64)\\.jar")).toList();
        String made = String.join("\n", jars.stream().map(path -> path.getFileName() + " " + path.toFile().length()).toList());
        Path stamp = natives().resolve("made-from.txt");
        if (Files.exists(stamp) && Files.readString(stamp).equals(made)) {
            return;
        }
        Files.createDirectories(natives());
        for (Path jar : jars) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (ZipEntry entry : zip.stream().filter(e -> e.getName().matches("(org|com)/.*/[^/]*\\.so[^/]*")).toList()) {
                    unpack(zip, entry);
                }
            }
        }
        Files.writeString(stamp, made);
    }

    private void unpack(ZipFile zip, ZipEntry entry) throws IOException {
        Path file = natives().resolve(Path.of(entry.getName()).getFileName());
        Path half = Files.createTempFile(natives(), "half", ".tmp");
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, half, StandardCopyOption.REPLACE_EXISTING);
        }
        readable(half);
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** For every user: in the sandbox runs one who owns nothing. */
    static void readable(Path file) {
        file.toFile().setReadable(true, false);
    }

    /** The folders in /etc to which links of the JDK lead, as Debian's do. */
    List<Path> linked() throws IOException {
        Set<Path> folders = new TreeSet<>();
        try (Stream<Path> files = Files.walk(java)) {
            for (Path link : files.filter(file -> Files.isSymbolicLink(file) && Files.exists(file)).toList()) {
                folders.add(link.toRealPath().getParent());
            }
        }
        return folders.stream().filter(folder -> folder.startsWith("/etc")
                && folders.stream().noneMatch(above -> !above.equals(folder) && folder.startsWith(above))).toList();
    }

    @Override
    public String toString() {
        return "Java " + System.getProperty("java.version") + ", " + Arrays.toString(classPath.stream().map(Path::getFileName).toArray());
    }
}
