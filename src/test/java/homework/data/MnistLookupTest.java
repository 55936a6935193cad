package homework.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistLookupTest {
    private final SmallMnist small = new SmallMnist();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path root;
    private Path project;
    private Path notebooks;
    private Path cache;

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(root.resolve("Übung 1"));
        notebooks = Files.createDirectories(project.resolve("notebooks").resolve("0-start"));
        Files.createDirectories(project.resolve("data").resolve("digits"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        cache = root.resolve("cache");
    }

    @Test
    void environmentComesBeforeProjectBeforeCache() throws IOException {
        small.writeTo(cache.resolve("mnist"));
        assertEquals(Origin.CACHE, load(null).origin());
        small.writeTo(project.resolve("data").resolve("mnist"));
        assertEquals(Origin.PROJECT, load(null).origin());
        Path named = small.writeTo(root.resolve("mine"));
        Mnist mnist = load(named.toString());
        assertEquals(Origin.HOMEWORK_DATA, mnist.origin());
        assertTrue(mnist.genuine());
        assertEquals(named.toString(), mnist.place());
        assertEquals(SmallMnist.TRAIN, mnist.train().size());
        assertEquals(SmallMnist.TEST, mnist.test().size());
        assertEquals("", printed.toString(StandardCharsets.UTF_8), "nothing to say when MNIST is found");
    }

    @Test
    void relativeNameIsTriedFromTheWorkingFolderUpToTheProject() throws IOException {
        small.writeTo(root.resolve("shared").resolve("mnist"));
        assertEquals(Origin.HOMEWORK_DATA, load("../shared").origin());
        assertEquals(root.resolve("shared").toString(), load("../shared").place());
    }

    @Test
    void relativeNameIsNotTriedAboveTheProject() throws IOException {
        small.writeTo(root.resolve("shared").resolve("mnist"));
        String message = assertThrows(DataException.class, () -> load("shared")).getMessage();
        assertTrue(message.contains("HOMEWORK_DATA names the folder shared, which does not exist"), message);
    }

    @Test
    void folderThatDoesNotExistIsNamed() {
        String message = assertThrows(DataException.class, () -> load("/no/such/folder")).getMessage();
        assertTrue(message.contains("/no/such/folder, which does not exist"), message);
        assertTrue(message.contains("unset it"), message);
    }

    @Test
    void fileInsteadOfAFolderIsNamed() throws IOException {
        Path file = small.writeTo(root.resolve("mine")).resolve("t10k-labels-idx1-ubyte.gz");
        String message = assertThrows(DataException.class, () -> load(file.toString())).getMessage();
        assertTrue(message.contains("HOMEWORK_DATA names " + file + ", which is a file, but a folder was expected"), message);
        assertTrue(message.contains("name the folder it lies in, " + file.getParent()), message);
        assertTrue(assertThrows(DataException.class, () -> load("pom.xml")).getMessage().contains("pom.xml, which is a file"));
    }

    @Test
    void folderWithoutMnistIsPassedOver() throws IOException {
        small.writeTo(project.resolve("data").resolve("mnist"));
        assertEquals(Origin.PROJECT, load(Files.createDirectory(root.resolve("empty")).toString()).origin());
    }

    @Test
    void unpackedFilesAndDottedNamesAreFound() throws IOException {
        for (MnistFile file : small.set().all()) {
            String name = file == small.set().testLabels() ? file.fileName().replace("-idx", ".idx") : file.fileName();
            Files.write(Files.createDirectories(root.resolve("plain")).resolve(name), small.content(file));
        }
        assertEquals(Origin.HOMEWORK_DATA, load(root.resolve("plain").toString()).origin());
    }

    @Test
    void incompleteFolderIsNamedWithTheMissingFiles() throws IOException {
        Path folder = small.writeTo(root.resolve("some"));
        Files.delete(folder.resolve("t10k-labels-idx1-ubyte.gz"));
        String message = assertThrows(DataException.class, () -> load(folder.toString())).getMessage();
        assertTrue(message.contains("has only 3 of the 4 files of MNIST: put t10k-labels-idx1-ubyte.gz"), message);
    }

    @Test
    void foreignFileOfTheSameFormIsNamed() throws IOException {
        Path folder = small.writeTo(root.resolve("fashion"));
        Files.write(folder.resolve("t10k-images-idx3-ubyte.gz"), IdxBytes.gzip(IdxBytes.images(SmallMnist.TEST, 28, 28, 99)));
        String message = assertThrows(DataException.class, () -> load(folder.toString())).getMessage();
        assertTrue(message.contains("t10k-images-idx3-ubyte.gz is not MNIST's t10k-images-idx3-ubyte: it has the right form"), message);
        assertTrue(message.contains("move it away"), message);
    }

    @Test
    void trainingFileUnderTheTestNameIsNamed() throws IOException {
        Path folder = small.writeTo(root.resolve("mixed"));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte.gz"), small.packed(small.set().trainLabels()));
        String message = assertThrows(DataException.class, () -> load(folder.toString())).getMessage();
        assertTrue(message.contains("t10k-labels-idx1-ubyte.gz holds 600 labels, but 100 were expected"), message);
        assertTrue(message.contains("Move the file away") && !message.contains("elete"), message);
    }

    @Test
    void digitsAreTakenOnRequestWithoutLookingElsewhere() throws IOException {
        small.writeTo(project.resolve("data").resolve("mnist"));
        Mnist mnist = load("digits");
        assertEquals(Origin.BUNDLED, mnist.origin());
        assertFalse(mnist.genuine());
        assertEquals(DigitGenerator.TRAIN_SIZE, mnist.train().size());
        assertEquals(DigitGenerator.TEST_SIZE, mnist.test().size());
        String banner = printed.toString(StandardCharsets.UTF_8);
        assertEquals(1, banner.split("NOT comparable", -1).length - 1, "one banner: " + banner);
        assertTrue(banner.contains("HOMEWORK_DATA=digits asks for them"), banner);
        assertTrue(banner.contains(project.resolve("data").resolve("mnist").toString()), banner);
        assertTrue(mnist.toString().startsWith("Bundled digits, not MNIST"), mnist.toString());
    }

    @Test
    void withoutAnyMirrorTheBannerSaysWhy() {
        assertEquals(Origin.BUNDLED, load(null).origin());
        assertTrue(printed.toString(StandardCharsets.UTF_8).contains("Why: no mirror"), printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void stoppedThreadGetsNoImages() throws IOException {
        small.writeTo(cache.resolve("mnist"));
        Thread.currentThread().interrupt();
        String message = assertThrows(DataException.class, () -> load(null)).getMessage();
        assertTrue(Thread.interrupted(), "the thread still knows that it was stopped");
        assertTrue(message.contains("was stopped"), message);
    }

    @Test
    void cacheFolderIsTheUsualOneOfEachSystem() {
        Path home = Path.of("home");
        assertEquals(home.resolve(".cache/deep-learning-homework"), MnistLookup.cacheFolder(Map.of(), "Linux", home));
        assertEquals(Path.of("x/deep-learning-homework"), MnistLookup.cacheFolder(Map.of("XDG_CACHE_HOME", "x"), "Linux", home));
        assertEquals(home.resolve("Library/Caches/deep-learning-homework"), MnistLookup.cacheFolder(Map.of(), "Mac OS X", home));
        assertEquals(Path.of("l/deep-learning-homework"), MnistLookup.cacheFolder(Map.of("LOCALAPPDATA", "l"), "Windows 11", home));
        assertEquals(home.resolve("AppData/Local/deep-learning-homework"), MnistLookup.cacheFolder(Map.of(), "Windows 11", home));
    }

    private Mnist load(String homeworkData) {
        Map<String, String> environment = homeworkData == null ? Map.of() : Map.of("HOMEWORK_DATA", homeworkData);
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Duration second = Duration.ofSeconds(1);
        MnistDownload download = new MnistDownload(small.set(), List.of(), second, second, second, out);
        return new MnistLookup(environment, notebooks, cache, download, out).load();
    }
}
