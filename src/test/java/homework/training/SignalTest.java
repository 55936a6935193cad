package homework.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM and Ctrl-C: a process that is asked to end makes its step, and a checkpoint in the middle of the epoch. */
class SignalTest {
    private static final int EPOCHS = 4;
    private static final Pattern STOPPED = Pattern.compile("Stopped after (\\d+) of 20000 images of epoch \\d+");
    @TempDir
    private Path folder;

    @Test
    void endsInTheMiddleOfAnEpochAndGoesOn() throws Exception {
        History expected = TrainingProcess.fit(false, EPOCHS).checkpoints(folder.resolve("uninterrupted"), Duration.ZERO).run();
        int inTheMiddle = stop("SIGTERM", process -> process.toHandle().destroy());
        int withCtrlC = stop("SIGINT", SignalTest::interrupt);
        // One of them may have come between two epochs.
        assertTrue(inTheMiddle > 0 || withCtrlC > 0, "in the middle of an epoch");

        Process last = TrainingProcess.start(stopped(), "small", EPOCHS);
        String said = TrainingProcess.toItsEnd(last);
        assertEquals(0, last.exitValue(), said);
        CheckpointFile one = checkpoint(folder.resolve("uninterrupted"));
        CheckpointFile other = checkpoint(stopped());
        for (String entry : List.of("best.bin", "coefficients.bin", "configuration.json", "updaterState.bin")) {
            assertArrayEquals(one.entries().get(entry), other.entries().get(entry), entry);
        }
        Small.nearlySame(expected, History.read(stopped().resolve("history.csv")));
    }

    private interface Signal {
        void to(Process process) throws Exception;
    }

    /** Starts a process, sends the signal when it trains, and looks at what it does; returns the images it has trained on in its epoch. */
    private int stop(String name, Signal signal) throws Exception {
        Process process = TrainingProcess.start(stopped(), "small", EPOCHS);
        TrainingProcess.untilItTrains(process);
        Thread.sleep(150);
        signal.to(process);
        assertTrue(process.waitFor(5, TimeUnit.SECONDS), name + ": should have ended");
        String said = TrainingProcess.toItsEnd(process);
        assertTrue(said.contains("The same run goes on from the checkpoint in " + stopped() + "."), name + ": " + said);
        assertTrue(said.contains("Stopped by hand with "), name + ": " + said);
        Matcher images = STOPPED.matcher(said);
        String done = images.find() ? images.group(1) : "0";
        assertEquals(done, checkpoint(stopped()).properties().getProperty("state.done"), name + ": " + said);
        return Integer.parseInt(done);
    }

    private static void interrupt(Process process) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")) && !ignoresInterrupts(process), "Ctrl-C can be sent to this process");
        assertEquals(0, new ProcessBuilder("/bin/kill", "-INT", String.valueOf(process.pid())).start().waitFor());
    }

    /** What was started in the background of a script does, and so do its children. */
    private static boolean ignoresInterrupts(Process process) throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        return Files.exists(status) && Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) >> 1 & 1) == 1);
    }

    private Path stopped() {
        return folder.resolve("stopped");
    }

    private static CheckpointFile checkpoint(Path of) throws Exception {
        return CheckpointFile.read(new CheckpointFolder(of).newestFirst().get(0));
    }
}
