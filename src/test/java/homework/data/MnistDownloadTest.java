package homework.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MnistDownloadTest {
    private static final SmallMnist SMALL = new SmallMnist();
    private static final String TRAIN_IMAGES = SMALL.set().trainImages().packedName();

    private final LocalMirror mirror = new LocalMirror(SMALL);
    private final LocalMirror other = new LocalMirror(SMALL);
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Duration answer = Duration.ofSeconds(20);
    private Duration silence = Duration.ofSeconds(20);

    @TempDir
    private Path cache;

    @AfterEach
    void closeMirrors() {
        mirror.close();
        other.close();
    }

    @Test
    void downloadsChecksAndKeeps() throws IOException {
        Mnist mnist = load(mirror.uri());
        assertEquals(Origin.DOWNLOAD, mnist.origin());
        assertEquals(4, mirror.requests.size());
        assertComplete();
        String out = out();
        assertTrue(out.startsWith("MNIST: downloading 4 files, "), out);
        assertTrue(out.contains(" MB, to " + cache.resolve("mnist")), out);
        assertTrue(out.contains("complete and checked"), out);
        assertEquals(Origin.CACHE, load(mirror.uri()).origin(), "the second time it is there");
        assertEquals(4, mirror.requests.size());
    }

    @Test
    void brokenTransferGoesOnWhereItStopped() throws IOException {
        mirror.breaks = 2;
        assertEquals(Origin.DOWNLOAD, load(mirror.uri()).origin());
        int half = SMALL.packed(SMALL.set().trainImages()).length / 2;
        assertEquals(TRAIN_IMAGES, mirror.requests.get(0));
        assertEquals(TRAIN_IMAGES + " bytes=" + half + "-", mirror.requests.get(1));
        assertTrue(mirror.requests.get(2).startsWith(TRAIN_IMAGES + " bytes="), mirror.requests.toString());
        assertComplete();
    }

    @Test
    void partOfAnEarlierProcessIsGoneOnWith() throws IOException {
        byte[] packed = SMALL.packed(SMALL.set().trainImages());
        part(Arrays.copyOf(packed, 1000));
        assertEquals(Origin.DOWNLOAD, load(mirror.uri()).origin());
        assertEquals(TRAIN_IMAGES + " bytes=1000-", mirror.requests.get(0));
        assertComplete();
    }

    @Test
    void serverWithoutRangesStartsAnew() throws IOException {
        mirror.ranges = false;
        part(new byte[1000]);
        assertEquals(Origin.DOWNLOAD, load(mirror.uri()).origin());
        assertComplete();
    }

    @Test
    void damagedPartIsFetchedAnewFromTheSameMirror() throws IOException {
        part(new byte[1000]);
        assertEquals(Origin.DOWNLOAD, load(mirror.uri()).origin());
        assertEquals(List.of(TRAIN_IMAGES + " bytes=1000-", TRAIN_IMAGES), mirror.requests.subList(0, 2));
        assertComplete();
    }

    @Test
    void partThatIsTooLongIsFetchedAnew() throws IOException {
        part(new byte[SMALL.packed(SMALL.set().trainImages()).length + 10]);
        assertEquals(Origin.DOWNLOAD, load(mirror.uri(), other.uri()).origin());
        assertComplete();
    }

    @Test
    void corruptedContentIsNeverKept() throws IOException {
        mirror.put(TRAIN_IMAGES, IdxBytes.gzip(IdxBytes.images(SmallMnist.TRAIN, 28, 28, 99)));
        assertEquals(Origin.BUNDLED, load(mirror.uri()).origin());
        assertTrue(out().contains("what it sent is not MNIST's file, by SHA-256 (127.0.0.1)"), out());
        assertNoFiles();
        mirror.put(TRAIN_IMAGES, "<html>Please log in</html>".getBytes(StandardCharsets.UTF_8));
        assertEquals(Origin.DOWNLOAD, load(mirror.uri(), other.uri()).origin());
        assertComplete();
    }

    @Test
    void damagedGzipIsNeverKept() throws IOException {
        byte[] packed = SMALL.packed(SMALL.set().trainImages());
        packed[packed.length / 2] ^= 1;
        mirror.put(TRAIN_IMAGES, packed);
        assertEquals(Origin.BUNDLED, load(mirror.uri()).origin());
        assertNoFiles();
    }

    @Test
    void deadMirrorIsPassedOver() throws IOException {
        assertEquals(Origin.DOWNLOAD, load(nobody(), other.uri()).origin());
        assertEquals(4, other.requests.size());
        assertComplete();
    }

    @Test
    void refusingMirrorIsPassedOverOnce() throws IOException {
        mirror.status = 403;
        assertEquals(Origin.DOWNLOAD, load(mirror.uri(), other.uri()).origin());
        assertEquals(1, mirror.requests.size(), "the mirror that gave a file is asked first for the next");
        assertComplete();
    }

    @Test
    void slowMirrorIsGivenUp() throws IOException {
        answer = Duration.ofMillis(300);
        mirror.silentBeforeAnswer = true;
        assertEquals(Origin.BUNDLED, load(mirror.uri()).origin());
        assertTrue(out().contains("no answer for 0.3 s"), out());
        answer = Duration.ofSeconds(20);
        assertEquals(Origin.DOWNLOAD, load(other.uri()).origin());
        assertComplete();
    }

    @Test
    void mirrorThatFallsSilentIsFinishedByAnother() throws IOException {
        silence = Duration.ofMillis(300);
        mirror.silentAfterHalf = true;
        assertEquals(Origin.DOWNLOAD, load(mirror.uri(), other.uri()).origin());
        assertTrue(other.requests.get(0).startsWith(TRAIN_IMAGES + " bytes="), other.requests.toString());
        assertComplete();
    }

    @Test
    void withoutAnyMirrorDigitsAreTakenAndTheFailureIsRemembered() throws IOException {
        URI nobody = nobody();
        assertEquals(Origin.BUNDLED, load(nobody).origin());
        assertTrue(out().contains("no mirror gave " + TRAIN_IMAGES), out());
        assertTrue(out().contains("NOT comparable"), out());
        printed.reset();
        assertEquals(Origin.BUNDLED, load(nobody).origin());
        assertTrue(out().contains("restart the kernel to try again"), out());
        assertFalse(out().contains("downloading"), "nothing is tried again: " + out());
    }

    @Test
    void interruptionStopsAndTheNextLoadGoesOn() throws Exception {
        mirror.silentAfterHalf = true;
        CompletableFuture<String> stopped = new CompletableFuture<>();
        Thread cell = new Thread(() -> {
            try {
                load(mirror.uri());
                stopped.complete("loaded");
            } catch (DataException e) {
                stopped.complete(Thread.currentThread().isInterrupted() + " " + e.getMessage());
            }
        });
        cell.start();
        assertTrue(mirror.halfSent.await(20, TimeUnit.SECONDS));
        cell.interrupt();
        String message = stopped.get(20, TimeUnit.SECONDS);
        assertTrue(message.startsWith("true The download of MNIST was stopped"), message);
        assertFalse(Files.exists(cache.resolve("mnist").resolve(TRAIN_IMAGES)));
        mirror.silentAfterHalf = false;
        assertEquals(Origin.DOWNLOAD, load(mirror.uri()).origin());
        assertComplete();
    }

    @Test
    void twoThreadsDownloadOnce() throws Exception {
        CompletableFuture<Origin> one = CompletableFuture.supplyAsync(() -> load(mirror.uri()).origin());
        CompletableFuture<Origin> two = CompletableFuture.supplyAsync(() -> load(mirror.uri()).origin());
        assertTrue(one.get(40, TimeUnit.SECONDS).genuine());
        assertTrue(two.get(40, TimeUnit.SECONDS).genuine());
        assertEquals(4, mirror.requests.size());
        assertComplete();
    }

    @Test
    void waitsForAnotherProcess() throws Exception {
        Process holder = LockHolder.start(Files.createDirectories(cache.resolve("mnist")).resolve(".lock"));
        try {
            CompletableFuture<Origin> waiting = CompletableFuture.supplyAsync(() -> load(mirror.uri()).origin());
            while (!out().contains("another process is downloading")) {
                assertFalse(waiting.isDone(), out());
                Thread.sleep(20);
            }
            SMALL.writeTo(cache.resolve("mnist"));
            holder.destroyForcibly().waitFor();
            assertEquals(Origin.DOWNLOAD, waiting.get(20, TimeUnit.SECONDS));
            assertEquals(List.of(), mirror.requests, "the other process has fetched all");
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void folderThatCannotBeWrittenIsNamed() throws IOException {
        // A file where the folder should be: not writable for anybody, root included.
        Files.writeString(cache.resolve("mnist"), "in the way");
        assertEquals(Origin.BUNDLED, load(mirror.uri()).origin());
        assertTrue(out().contains("cannot be stored in " + cache.resolve("mnist")), out());
        assertTrue(out().contains("make room or allow writing there"), out());
    }

    @Test
    void fullDiskIsNamed() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "a device that is always full");
        Path part = Files.createDirectories(cache.resolve("mnist")).resolve(TRAIN_IMAGES + ".part");
        Files.createSymbolicLink(part, full);
        assertEquals(Origin.BUNDLED, load(mirror.uri()).origin());
        assertTrue(out().contains("cannot be stored in"), out());
        assertFalse(Files.isSymbolicLink(part), "what fills the disk is removed");
    }

    private void part(byte[] content) throws IOException {
        Files.write(Files.createDirectories(cache.resolve("mnist")).resolve(TRAIN_IMAGES + ".part"), content);
    }

    private void assertComplete() throws IOException {
        for (MnistFile file : SMALL.set().all()) {
            assertArrayEquals(SMALL.packed(file), Files.readAllBytes(cache.resolve("mnist").resolve(file.packedName())), file.fileName());
        }
        try (Stream<Path> files = Files.list(cache.resolve("mnist"))) {
            assertEquals(List.of(".lock"), files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".gz")).toList());
        }
    }

    private void assertNoFiles() throws IOException {
        try (Stream<Path> files = Files.list(cache.resolve("mnist"))) {
            assertEquals(List.of(".lock"), files.map(file -> file.getFileName().toString()).toList());
        }
    }

    private Mnist load(URI... mirrors) {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        MnistDownload download = new MnistDownload(SMALL.set(), List.of(mirrors), Duration.ofSeconds(5), answer, silence, out);
        return new MnistLookup(Map.of(), cache, cache, download, out).load();
    }

    private String out() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** An address nobody listens at. */
    private static URI nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/mnist/");
        }
    }

    /** A process that holds a lock until it is ended. */
    static final class LockHolder {
        private LockHolder() {
        }

        static Process start(Path file) throws IOException {
            Process holder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                    System.getProperty("java.class.path"), LockHolder.class.getName(), file.toString()).start();
            assertEquals('l', holder.getInputStream().read(), "the other process has the lock");
            return holder;
        }

        public static void main(String[] arguments) throws Exception {
            try (FileChannel file = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                file.lock();
                System.out.print("l");
                System.out.flush();
                Thread.sleep(60_000);
            }
        }
    }
}
