package homework.grade;

import java.util.List;

/** How much of the machine a runner may use up. */
final class Limits {
    static final long TEMPORARY_BYTES = 32L << 20;
    private static final long ADDRESS_SPACE = 9L << 28;
    private static final long FILE_BYTES = 16L << 20;
    private static final int OPEN_FILES = 256;
    /** Of one runner: about twenty are Java's own. */
    static final int THREADS = 120;
    /** A runner that waits uses none; a submission as a whole is cut off by the clock long before. */
    private static final int CPU_SECONDS = 900;

    private Limits() {
    }

    /** The program that sets them and then becomes the next one. */
    static List<String> command(int threads) {
        return List.of("/usr/bin/prlimit", "--as=" + ADDRESS_SPACE, "--fsize=" + FILE_BYTES, "--nofile=" + OPEN_FILES, "--nproc=" + threads,
                "--core=0", "--cpu=" + CPU_SECONDS, "--");
    }
}
