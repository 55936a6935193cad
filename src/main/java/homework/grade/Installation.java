package homework.grade;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a runner is made of, on this machine.
 *
 * @param java the folder of the JDK
 * @param classPath the library and what it runs with, nothing of the tests
 * @param folder for what is prepared once: unpacked native code, an archive of loaded classes
 */
record Installation(Path java, List<Path> classPath, Path folder) {

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
        return new Installation(Path.of(System.getProperty("java.home")).toRealPath(), classPath, folder);
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
