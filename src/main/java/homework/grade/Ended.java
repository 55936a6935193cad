package homework.grade;

/** How a runner ended, in words. */
final class Ended {
    private static final int KILLED = 128;

    private Ended() {
    }

    static String how(int exitCode) {
        if (exitCode < 0) {
            return "";
        }
        return exitCode > KILLED ? " (by signal " + (exitCode - KILLED) + ")" : " (exit code " + exitCode + ")";
    }
}
