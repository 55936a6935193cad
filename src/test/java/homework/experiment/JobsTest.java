package homework.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.data.DataException;
import homework.engine.Pass;
import homework.model.TorchConvnet;
import homework.training.Ending;
import homework.training.Epoch;
import homework.training.History;
import homework.training.Progress;
import homework.training.TerminalLine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several runs at the same time, of which nothing is trained here. */
@Timeout(30)
class JobsTest {
    private static final Pass PASS = new Pass(10, 10, 1, 5);
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<String> begun = Collections.synchronizedList(new ArrayList<>());

    /** Of four epochs, one of which is in the store. */
    static Work work(String name) {
        Experiment experiment = Experiment.of(new Images(Images.Part.TENTH, 0), new TorchConvnet(), 4);
        return new Work("report", "report/" + name, experiment, 1, 10);
    }

    /** After so many epochs, at half of the next. */
    static Progress progress(int epochs, double secondsLeft) {
        List<Epoch> done = IntStream.rangeClosed(1, epochs).mapToObj(i -> new Epoch(i, PASS, PASS, PASS, .1, 1, 1)).toList();
        return new Progress(new History("", done, List.of(), null, List.of()), 4, 5, 10, PASS, 1, secondsLeft);
    }

    private static Pace pace() {
        return Pace.of(new Store.Content(List.of(), List.of()));
    }

    private Jobs jobs(Jobs.Run run, List<Work> works) {
        Jobs.Run noting = (work, watcher) -> {
            begun.add(work.name());
            return run.run(work, watcher);
        };
        return new Jobs(noting, works, new Overview(works, 2, JobsTest::pace), new TerminalLine(new PrintStream(said, true), false), 80);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void allAreMadeInTheirOrder() {
        List<Work> works = List.of(work("a"), work("b"), work("c"));
        assertTrue(jobs((work, watcher) -> Ending.FINISHED, works).run(1));
        assertEquals(List.of("report/a", "report/b", "report/c"), begun);
        assertTrue(said().contains("3 of 3 runs, 9 of 9 epochs: report/c, seed 1 is complete"), said());
    }

    @Test
    void asManyAtTheSameTimeAsAreAskedFor() {
        CyclicBarrier together = new CyclicBarrier(2);
        assertTrue(jobs((work, watcher) -> {
            try {
                together.await(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException("the other did not come", e);
            }
            return Ending.FINISHED;
        }, List.of(work("a"), work("b"), work("c"), work("d"))).run(2), this::said);
    }

    @Test
    void oneThatFailsIsNamedAndTheOthersGoOn() {
        Jobs jobs = jobs((work, watcher) -> {
            if (work.name().endsWith("a")) {
                throw new DataException("the disk is full");
            }
            if (work.name().endsWith("b")) {
                throw new NoClassDefFoundError("gone");
            }
            return Ending.FINISHED;
        }, List.of(work("a"), work("b"), work("c")));
        assertFalse(jobs.run(1));
        assertFalse(jobs.stopped());
        assertTrue(said().contains("1 of 3 runs, 3 of 9 epochs: report/c, seed 1 is complete"), said());
        assertTrue(said().contains("report/a, seed 1: the disk is full\n"), said());
        assertTrue(said().contains("report/b, seed 1: it broke off with java.lang.NoClassDefFoundError: gone\n"), said());
    }

    @Test
    void afterAStopNoneBegins() {
        Jobs jobs = jobs((work, watcher) -> {
            watcher.accept(progress(2, 7));
            return Ending.STOPPED;
        }, List.of(work("a"), work("b")));
        assertFalse(jobs.run(1));
        assertTrue(jobs.stopped());
        assertEquals(List.of("report/a"), begun);
        assertEquals("Stopped: 0 of 2 runs, 1 of 6 epochs are finished, and those at work have kept checkpoints. "
                + "The same command goes on from here.\n", said());
    }

    /** As when the process is asked to end: what is at work gets its time. */
    @Test
    void aStopWaitsForThoseAtWork() throws Exception {
        CountDownLatch training = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Jobs jobs = jobs((work, watcher) -> {
            watcher.accept(progress(1, 7));
            training.countDown();
            wait(asked);
            watcher.accept(progress(2, 5));
            return Ending.STOPPED;
        }, List.of(work("a"), work("b")));
        Thread all = new Thread(() -> jobs.run(1));
        all.start();
        training.await();
        Thread stop = new Thread(jobs::stop);
        stop.start();
        stop.join(300);
        assertTrue(stop.isAlive(), "it waits");
        assertEquals("", said());
        asked.countDown();
        stop.join();
        all.join();
        assertEquals(List.of("report/a"), begun);
        assertTrue(said().startsWith("Stopped: 0 of 2 runs, 1 of 6 epochs are finished"), said());
        assertEquals(1, said().lines().count(), said());
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
