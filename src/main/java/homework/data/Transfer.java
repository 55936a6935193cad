package homework.data;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One request that fills a file, going on where an earlier one stopped if the server can.
 *
 * @param client connects, with a time-out of its own
 * @param silence how long a server may send nothing before it is given up
 * @param most the number of bytes that is certainly too many
 */
record Transfer(HttpClient client, Duration silence, long most) {

    /** Told while a transfer runs. */
    interface Progress {
        /** @param total bytes in all, or −1 if the server does not say */
        void at(long bytes, long total);
    }

    /** The disk does not take what came; no other mirror can help. */
    static final class NotWritable extends IOException {
        private static final long serialVersionUID = 1;

        NotWritable(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /**
     * Appends to {@code part} or starts it anew.
     *
     * @param answer how long the server may take to begin its answer
     * @return whether bytes of an earlier transfer were kept
     */
    boolean get(URI from, Path part, Duration answer, Progress progress) throws IOException, InterruptedException {
        long kept = Files.exists(part) ? Files.size(part) : 0;
        HttpRequest.Builder request = HttpRequest.newBuilder(from).header("Accept-Encoding", "identity");
        if (kept > 0) {
            request.header("Range", "bytes=" + kept + "-");
        }
        HttpResponse<BodyQueue> response = answerTo(request.build(), answer);
        try (BodyQueue body = response.body()) {
            String range = response.headers().firstValue("Content-Range").orElse("");
            boolean resumed = response.statusCode() == 206 && range.startsWith("bytes " + kept + "-");
            if (response.statusCode() == 416) {
                Files.delete(part);
                throw new IOException("it has no more than the " + kept + " bytes that came before");
            }
            if (response.statusCode() != 200 && !resumed) {
                throw new IOException("it answered with status " + response.statusCode());
            }
            long start = resumed ? kept : 0;
            long rest = response.headers().firstValueAsLong("Content-Length").orElse(-1);
            fill(part, start, rest < 0 ? -1 : start + rest, body, progress);
            return resumed;
        }
    }

    private HttpResponse<BodyQueue> answerTo(HttpRequest request, Duration answer) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<BodyQueue>> answering = client.sendAsync(request, info -> new BodyQueue());
        try {
            return answering.get(answer.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no answer for " + answer.toMillis() / 1000.0 + " s");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } finally {
            // Without effect on an answer that came; a late one is not waited for, its connection goes.
            answering.cancel(true);
        }
    }

    private void fill(Path part, long start, long total, BodyQueue body, Progress progress) throws IOException, InterruptedException {
        try (FileChannel file = open(part, start)) {
            long bytes = start;
            progress.at(bytes, total);
            for (List<ByteBuffer> piece = body.next(silence); piece != null; piece = body.next(silence)) {
                for (ByteBuffer buffer : piece) {
                    bytes += buffer.remaining();
                    write(file, buffer);
                }
                if (bytes > most) {
                    throw new IOException("it sent more than " + most + " bytes");
                }
                progress.at(bytes, total);
            }
            file.force(true);
        }
    }

    private static FileChannel open(Path part, long start) throws NotWritable {
        try {
            FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return file.truncate(start).position(start);
        } catch (IOException e) {
            throw new NotWritable(e);
        }
    }

    private static void write(FileChannel file, ByteBuffer buffer) throws IOException, InterruptedException {
        try {
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        } catch (ClosedByInterruptException e) {
            throw (InterruptedException) new InterruptedException("stopped while writing").initCause(e);
        } catch (IOException e) {
            throw new NotWritable(e);
        }
    }
}
