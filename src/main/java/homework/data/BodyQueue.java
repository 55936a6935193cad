package homework.data;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Hands the body of a response to the thread that asked for it, piece by piece. Unlike the stream the HTTP client offers, waiting ends
 * when the thread is interrupted and when the server falls silent.
 */
final class BodyQueue implements BodySubscriber<BodyQueue>, AutoCloseable {
    private record Event(List<ByteBuffer> piece, Throwable failure) {
    }

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile Flow.Subscription subscription;

    @Override
    public CompletionStage<BodyQueue> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription started) {
        subscription = started;
        started.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> piece) {
        events.add(new Event(piece, null));
    }

    @Override
    public void onError(Throwable failure) {
        events.add(new Event(null, failure));
    }

    @Override
    public void onComplete() {
        events.add(new Event(null, null));
    }

    /** The next piece, or null at the end. */
    List<ByteBuffer> next(Duration silence) throws IOException, InterruptedException {
        Event event = events.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
        if (event == null) {
            throw new HttpTimeoutException("nothing came for " + silence.toMillis() / 1000.0 + " s");
        }
        if (event.failure() != null) {
            throw new IOException(event.failure().getMessage(), event.failure());
        }
        if (event.piece() != null) {
            subscription.request(1);
        }
        return event.piece();
    }

    /** Ends the transfer if it has not ended. */
    @Override
    public void close() {
        Flow.Subscription started = subscription;
        if (started != null) {
            started.cancel();
        }
    }
}
