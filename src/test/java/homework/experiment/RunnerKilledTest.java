package homework.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.training.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL of a run at random moments: the one that is started after it goes on, and in the rows there is no trace of it. */
class RunnerKilledTest {
    private static final int EPOCHS = 12;
    private static final int KILLS = 3;
    /** What a process says in its first epoch: at the start, after 256 images each, after the epoch. */
    private static final int IN_AN_EPOCH = 1 + 4 + 1;
    @TempDir
    private Path folder;
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    /** One run of EPOCHS epochs in the folder. */
    static final class Run {
        public static void main(String[] arguments) {
            run(Path.of(arguments[0]), now -> System.out.println("BEHIND " + now.history().epochs().size()));
        }

        static void run(Path folder, Consumer<Progress> watcher) {
            new Runner(Tiny.mnist(1000, 200), new Store(folder), folder.resolve("runs")).run(Tiny.work(Tiny.experiment(EPOCHS)), watcher);
        }
    }

    private List<Row> rows(String of) {
        Store.Content content = new Store(folder.resolve(of)).read(Tiny.REPORT);
        assertTrue(content.damaged().size() <= KILLS, content.damaged().toString());
        return content.rows();
    }

    @Test
    void atRandomMoments() throws Exception {
        Run.run(folder.resolve("uninterrupted"), now -> { });
        int rows = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            try (ChildProcess process = ChildProcess.start(Run.class, folder.resolve("killed"))) {
                goesOn(process, rows);
                for (int heard = 1 + random.nextInt(IN_AN_EPOCH); heard < 2 * IN_AN_EPOCH; heard++) {
                    process.lineAfter("BEHIND ");
                }
                TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
                process.kill();
                assertEquals(128 + 9, process.exitValue(), "kill " + kill + " hit a training that had ended" + fromSeed());
            }
            int now = rows("killed").size();
            assertTrue(now > rows, now + " rows after " + rows + fromSeed());
            rows = now;
        }
        try (ChildProcess last = ChildProcess.start(Run.class, folder.resolve("killed"))) {
            goesOn(last, rows);
            String said = last.toItsEnd();
            assertEquals(0, last.exitValue(), said + fromSeed());
        }
        assertEquals(Tiny.withoutSeconds(rows("uninterrupted")), Tiny.withoutSeconds(rows("killed")), "bit for bit" + fromSeed());
        assertFalse(Files.exists(folder.resolve("killed/runs").resolve(Tiny.experiment(EPOCHS).id() + "-1")));
    }

    /** Behind as many epochs as there are rows: no more than the epoch it was in is lost. One more if only its row was not written yet. */
    private void goesOn(ChildProcess process, int rows) throws Exception {
        String behind = process.lineAfter("BEHIND ");
        assertTrue(behind != null && (Integer.parseInt(behind) == rows || Integer.parseInt(behind) == rows + 1),
                rows + " rows, but " + (behind == null ? process.toItsEnd() : "goes on behind " + behind) + fromSeed());
    }

    private String fromSeed() {
        return " (random moments from seed " + seed + ")";
    }
}
