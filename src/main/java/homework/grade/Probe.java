package homework.grade;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** A program of ours that tries, in the sandbox, what a student's must not be able to do, and tells what it could. */
final class Probe {
    static final String NOTHING = "nothing got through";
    private static final int PATIENCE_MILLIS = 500;
    private static final int MOST_PROCESSES = 8;
    private final List<String> through = new ArrayList<>();

    private Probe() {
    }

    /** @param arguments a port at which somebody listens outside, a file outside, how many threads there may be, whether processes are forbidden */
    public static void main(String[] arguments) throws IOException {
        Probe probe = new Probe();
        probe.network(Integer.parseInt(arguments[0]));
        probe.files(Path.of(arguments[1]));
        probe.processes(Boolean.parseBoolean(arguments[3]));
        probe.environment();
        probe.threads(Integer.parseInt(arguments[2]));
        System.out.println(probe.through.isEmpty() ? NOTHING : String.join("; ", probe.through));
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private void network(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
            through.add("it reached the network");
        } catch (IOException asItShouldBe) {
            // Nobody is there.
        }
    }

    private void files(Path outside) {
        if (Files.exists(outside)) {
            through.add("it sees files of this machine");
        }
        for (String folder : List.of("/usr", "/grade", "/", "/dev/shm", "/etc")) {
            Path file = Path.of(folder, "probe");
            try {
                Files.writeString(file, "");
                through.add("it can write to " + folder);
            } catch (IOException asItShouldBe) {
                // It is read-only.
            }
        }
    }

    private void processes(boolean forbidden) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            if (all.filter(path -> path.getFileName().toString().matches("\\d+")).count() > MOST_PROCESSES) {
                through.add("it sees other processes");
            }
        }
        if (Files.readAllLines(Path.of("/proc/self/status")).stream().anyMatch(line -> line.matches("Cap(Eff|Prm|Amb):.*[1-9a-f].*"))) {
            through.add("it has powers of root");
        }
        try {
            new ProcessBuilder("/bin/true").start();
            if (forbidden) {
                through.add("it can start programs");
            }
        } catch (IOException asItShouldBe) {
            // The kernel forbids it.
        }
    }

    private void environment() {
        TreeSet<String> names = new TreeSet<>(System.getenv().keySet());
        names.removeAll(List.of("PATH", "HOME", "LANG", "MALLOC_ARENA_MAX", "OMP_NUM_THREADS", "OMP_WAIT_POLICY", "LD_LIBRARY_PATH", "PWD"));
        if (!names.isEmpty()) {
            through.add("it sees the environment variables " + String.join(", ", names));
        }
    }

    private void threads(int most) {
        CountDownLatch never = new CountDownLatch(1);
        List<Thread> started = new ArrayList<>(Collections.emptyList());
        try {
            while (started.size() <= most) {
                Thread thread = new Thread(() -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
                thread.setDaemon(true);
                thread.start();
                started.add(thread);
            }
            through.add("it can start threads without end");
        } catch (OutOfMemoryError asItShouldBe) {
            // There is a limit.
        }
    }
}
