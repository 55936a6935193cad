package homework.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A mirror on this machine that can be told to misbehave. */
final class LocalMirror implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    /** What was asked for: name, and the range if there was one. */
    final List<String> requests = new CopyOnWriteArrayList<>();
    /** Released when the server has sent the first half of a file and now stays silent. */
    final CountDownLatch halfSent = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    volatile boolean ranges = true;
    volatile int status = 200;
    /** How many answers still break off after half of what they promise. */
    volatile int breaks;
    volatile boolean silentBeforeAnswer;
    volatile boolean silentAfterHalf;

    LocalMirror(SmallMnist content) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        content.set().all().forEach(file -> put(file.packedName(), content.packed(file)));
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    void put(String name, byte[] content) {
        files.put(name, content);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/mnist/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().replace("/mnist/", "");
        String range = exchange.getRequestHeaders().getFirst("Range");
        requests.add(range == null ? name : name + " " + range);
        try (exchange) {
            if (silentBeforeAnswer) {
                closed.await();
            }
            if (status != 200) {
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            send(exchange, files.get(name), range == null || !ranges ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", "")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(HttpExchange exchange, byte[] whole, int start) throws IOException, InterruptedException {
        if (start >= whole.length) {
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        byte[] rest = Arrays.copyOfRange(whole, start, whole.length);
        if (start > 0) {
            exchange.getResponseHeaders().set("Content-Range", "bytes " + start + "-" + (whole.length - 1) + "/" + whole.length);
        }
        exchange.sendResponseHeaders(start > 0 ? 206 : 200, rest.length);
        OutputStream body = exchange.getResponseBody();
        if (breaks > 0 || silentAfterHalf) {
            body.write(rest, 0, rest.length / 2);
            body.flush();
            if (silentAfterHalf) {
                halfSent.countDown();
                closed.await();
            }
            breaks--;
            return;
        }
        body.write(rest);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
