package homework.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFolderTest {
    @TempDir
    Path top;

    @Test
    void isFoundFromANotebooksFolder() throws Exception {
        Path notebooks = Files.createDirectories(top.resolve("notebooks").resolve("3-convnet"));
        Files.createDirectories(top.resolve("data"));
        assertEquals(Optional.empty(), ProjectFolder.around(notebooks), "data/ alone makes no project");
        Files.writeString(top.resolve("pom.xml"), "<project/>");
        assertEquals(Optional.of(top), ProjectFolder.around(notebooks));
        assertEquals(Optional.of(top), ProjectFolder.around(top));
        Files.writeString(notebooks.resolve("pom.xml"), "<project/>");
        Files.createDirectories(notebooks.resolve("data"));
        assertEquals(Optional.of(notebooks), ProjectFolder.around(notebooks), "the nearest");
    }

    @Test
    void isFoundFromHere() {
        assertEquals(Path.of("").toAbsolutePath(), ProjectFolder.here());
    }
}
