package homework.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.exercise.Halves.Half;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Methods that do not end, within a limit of one second here. */
class EndlessTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final boolean CAN_FORCE = Runtime.version().feature() < 20;
    /** Ends the loops that nothing else ends, so that they do not keep a core from the tests that follow. */
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicReference<Thread> worker = new AtomicReference<>();

    @AfterEach
    void end() throws InterruptedException {
        over.set(true);
        worker.get().join(2000);
        assertFalse(worker.get().isAlive());
    }

    private String report(Half answer) throws InterruptedException {
        PrintStream out = System.out;
        String text = Checker.run(Halves.HALF, x -> {
            worker.set(Thread.currentThread());
            return answer.of(x);
        }, LIMIT, 0).toString();
        if (!worker.get().isAlive()) {
            assertEquals(out, System.out);
        }
        System.setOut(out);
        return text;
    }

    @Test
    void anEndlessLoopIsToldOnceAndTheOtherTestsAreNotTried() throws Exception {
        String text = report(x -> {
            while (!over.get()) {
                Thread.onSpinWait();
            }
            return x;
        });
        String runsOn = CAN_FORCE ? "" : "; it still runs and keeps a core busy until you restart the kernel";
        assertEquals("half: 0 of 3 points\n"
                + "  wrong  values                            0 of 2\n"
                + "         input     x = (-2, 1, 3)\n"
                + "         did not end within 1 s, the limit for all tests of an exercise" + runsOn + "\n"
                + "         likely    a loop whose condition never becomes false, or far more work than is needed\n"
                + "  wrong  a matrix, and x stays as it was   0 of 1\n"
                + "         not tried, because an earlier call did not end", text);
    }

    @Test
    void aLoopThatPrintsEndsAtItsNextPrint() throws Exception {
        String text = report(x -> {
            for (long i = 0; !over.get(); i++) {
                System.out.println(i);
            }
            return x;
        });
        assertTrue(text.contains("the limit for all tests of an exercise\n         likely"), text);
        assertTrue(text.contains("\n    19\n    … ("), text);
    }

    @Test
    void aLoopThatPrintsOnlyLaterReachesNoPage() throws Exception {
        PrintStream out = System.out;
        AtomicBoolean printed = new AtomicBoolean();
        Checker.run(Halves.HALF, x -> {
            worker.set(Thread.currentThread());
            while (!over.get()) {
                try {
                    Thread.sleep(10_000);
                } catch (Throwable stopped) {
                    // goes on, whatever tries to stop it
                }
            }
            System.out.println("too late");
            printed.set(true);
            return x;
        }, LIMIT, 0);
        over.set(true);
        worker.get().interrupt();
        worker.get().join(2000);
        System.setOut(out);
        assertFalse(printed.get(), "its print should have stopped it");
    }

    @Test
    void aCallThatIsNotTriedLeavesTheOutputAsItIs() throws Exception {
        PrintStream out = System.out;
        Limited limited = new Limited(Duration.ofMillis(100));
        assertThrows(Problem.class, () -> limited.run(() -> {
            worker.set(Thread.currentThread());
            while (!over.get()) {
                try {
                    Thread.sleep(10_000);
                } catch (Throwable stopped) {
                    // goes on, whatever tries to stop it
                }
            }
            return null;
        }));
        PrintStream guarded = System.out;
        Problem untried = assertThrows(Problem.class, () -> limited.run(() -> null));
        PrintStream after = System.out;
        System.setOut(out);
        over.set(true);
        worker.get().interrupt();
        assertEquals("not tried, because an earlier call did not end", untried.getMessage());
        assertSame(guarded, after);
    }

    @Test
    void anInterruptedSleepEndsQuietly() throws Exception {
        String text = report(x -> {
            Thread.sleep(60_000);
            return x;
        });
        assertTrue(text.contains("did not end within 1 s, the limit for all tests of an exercise\n"), text);
    }

    @Test
    void manySlowCallsTogetherAreTooLongAsWell() throws Exception {
        String text = report(x -> {
            Thread.sleep(700);
            return x.div(2);
        });
        assertTrue(text.startsWith("half: 2 of 3 points\n"), text);
        assertTrue(text.contains("did not end within 1 s"), text);
    }

    @Test
    void theStopButtonEndsItSoonAndTheExerciseCanBeCheckedAgain() throws Exception {
        Thread student = Thread.currentThread();
        Thread button = new Thread(() -> {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            student.interrupt();
        });
        long begun = System.nanoTime();
        button.start();
        assertThrows(InterruptedException.class, () -> Checker.run(Halves.HALF, x -> {
            worker.set(Thread.currentThread());
            while (!over.get()) {
                Thread.onSpinWait();
            }
            return x;
        }));
        assertTrue(System.nanoTime() - begun < 3e9, "stopping took longer than 3 s");
        assertFalse(Thread.interrupted(), "the next cell starts afresh");
        over.set(true);
        assertEquals(3, Checker.run(Halves.HALF, x -> x.div(2)).points());
    }
}
