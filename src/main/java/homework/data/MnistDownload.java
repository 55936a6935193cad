package homework.data;

import homework.data.Transfer.NotWritable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.zip.ZipException;

/**
 * Fetches files of MNIST from mirrors that are tried in turn. A file grows under a name ending in {@code .part}, is compared with MNIST's
 * SHA-256 and only then gets its real name, in one step. What a broken transfer left is gone on with, also by the next process.
 *
 * @param set the files there must be
 * @param mirrors folders on the web that have the four packed files
 * @param connect how long to wait for a connection
 * @param answer how long to wait for the beginning of an answer, everything before it included
 * @param silence how long a server may send nothing in the middle of a file
 * @param out where sizes and progress go
 */
record MnistDownload(MnistSet set, List<URI> mirrors, Duration connect, Duration answer, Duration silence, PrintStream out) {
    private static final int ATTEMPTS = 5;
    private static final long REPORT_NANOS = 2_000_000_000L;
    // Without a network every load would wait for the same mirrors again.
    private static final Map<List<URI>, String> FAILED = new ConcurrentHashMap<>();

    /** Public mirrors, and time-outs short enough for a classroom without a network. */
    static MnistDownload usual(PrintStream out) {
        List<URI> mirrors = List.of(URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
                URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"),
                URI.create("https://raw.githubusercontent.com/fgnt/mnist/master/"));
        return new MnistDownload(MnistSet.GENUINE, mirrors, Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(15), out);
    }

    /**
     * Makes the folder complete.
     *
     * @throws DataException if no mirror gives a file or it cannot be stored; the message says why
     * @throws InterruptedException if the thread is interrupted; what came so far is kept for the next time
     */
    void complete(Path folder) throws InterruptedException {
        if (FAILED.containsKey(mirrors)) {
            throw new DataException(FAILED.get(mirrors) + " (that was before; restart the kernel to try again)");
        }
        Path mnist = folder.resolve("mnist");
        try (DownloadLock lock = DownloadLock.in(mnist, out)) {
            List<MnistFile> missing = MnistFiles.in(folder, set).missing();
            if (!missing.isEmpty()) {
                fetch(missing, lock.folder());
            }
        } catch (IOException e) {
            throw new DataException("the download cannot be stored in " + mnist + " (" + e + "): make room or allow writing there", e);
        }
    }

    private void fetch(List<MnistFile> files, Path mnist) throws IOException, InterruptedException {
        long bytes = files.stream().mapToLong(MnistFile::packedBytes).sum();
        out.printf(Locale.ROOT, "MNIST: downloading %d files, %.1f MB, to %s%n", files.size(), bytes / 1e6, mnist);
        long start = System.nanoTime();
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NORMAL).build();
        int mirror = 0;
        for (MnistFile file : files) {
            mirror = fetch(file, mnist, client, mirror);
        }
        out.printf(Locale.ROOT, "MNIST: complete and checked after %.1f s%n", (System.nanoTime() - start) / 1e9);
    }

    // Begins with the mirror that gave the file before, and returns the one that gave this file.
    private int fetch(MnistFile file, Path mnist, HttpClient client, int first) throws IOException, InterruptedException {
        Path part = mnist.resolve(file.packedName() + ".part");
        Map<String, List<String>> failures = new LinkedHashMap<>();
        for (int k = 0; k < mirrors.size(); k++) {
            int mirror = (first + k) % mirrors.size();
            URI from = mirrors.get(mirror);
            try {
                fetch(file, from.resolve(file.packedName()), part, new Transfer(client, silence, 8L * file.packedBytes()));
                moveIntoPlace(part, mnist.resolve(file.packedName()));
                return mirror;
            } catch (NotWritable e) {
                Files.deleteIfExists(part);
                throw e;
            } catch (IOException e) {
                failures.computeIfAbsent(reason(e), reason -> new ArrayList<>()).add(from.getHost());
            }
        }
        String failed = "no mirror gave " + file.packedName() + ": " + failures.entrySet().stream()
                .map(failure -> failure.getKey() + " (" + String.join(", ", failure.getValue()) + ")").collect(Collectors.joining("; "));
        FAILED.put(mirrors, failed);
        throw new DataException(failed);
    }

    // A broken transfer is gone on with as long as it brings something; a patchwork that turns out wrong is fetched anew once.
    private void fetch(MnistFile file, URI from, Path part, Transfer transfer) throws IOException, InterruptedException {
        for (int attempt = 1;; attempt++) {
            long before = size(part);
            try {
                boolean resumed = transfer.get(from, part, answer, progress(file, from));
                if (genuine(file, part)) {
                    return;
                }
                Files.delete(part);
                if (!resumed) {
                    throw new IOException("what it sent is not MNIST's file, by SHA-256");
                }
            } catch (NotWritable e) {
                throw e;
            } catch (IOException e) {
                if (attempt == ATTEMPTS || size(part) <= before) {
                    throw e;
                }
            }
        }
    }

    private static void moveIntoPlace(Path part, Path file) throws NotWritable {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new NotWritable(e);
        }
    }

    private Transfer.Progress progress(MnistFile file, URI from) {
        long[] next = {Long.MIN_VALUE};
        return (bytes, total) -> {
            long now = System.nanoTime();
            if (next[0] == Long.MIN_VALUE) {
                String kept = bytes > 0 ? String.format(Locale.ROOT, ", %.1f MB of it are here", bytes / 1e6) : "";
                out.printf(Locale.ROOT, "  %s (%.1f MB%s) from %s%n", file.packedName(), total / 1e6, kept, from.getHost());
            } else if (now > next[0]) {
                out.printf(Locale.ROOT, "    %.1f of %.1f MB%n", bytes / 1e6, total / 1e6);
            } else {
                return;
            }
            next[0] = now + REPORT_NANOS;
        };
    }

    private static boolean genuine(MnistFile file, Path part) throws IOException {
        try (InputStream raw = Files.newInputStream(part); IdxStream in = IdxStream.of(part.toString(), raw)) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.finish().equals(file.sha256());
        } catch (ZipException | EOFException e) {
            return false;
        }
    }

    private static long size(Path part) throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    private static String reason(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "there is no network, or it does not know the name";
            }
            if (cause.getMessage() != null) {
                return cause.getMessage();
            }
        }
        return "it refused the connection";
    }
}
