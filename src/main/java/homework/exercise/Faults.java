package homework.exercise;

import java.util.Arrays;
import java.util.Optional;

/** What a student's method threw, as a {@link Problem} in words, with the student's line and none of ours. */
final class Faults {
    /** A shell wraps each method into a class; this many lines of it stand above the student's first one. */
    private static final int LINES_ABOVE = 4;
    private static final String SHELL = "REPL.$JShell$";
    private static final int MESSAGE = 300;

    private Faults() {
    }

    static Problem problem(Throwable thrown) {
        if (Problem.isStub(thrown)) {
            return Problem.notWritten();
        }
        if (thrown instanceof StackOverflowError) {
            return Problem.of("recursion", "called itself again and again until the stack was full" + at(thrown))
                    .likely("a recursion without an end, or a call of the method itself where another was meant");
        }
        if (thrown instanceof OutOfMemoryError) {
            return Problem.of("memory", "needed more memory than there is" + at(thrown))
                    .likely("an array far larger than its arguments, or a list that grows without end");
        }
        if (thrown.getClass().getSimpleName().equals("SPIResolutionException")) {
            return Problem.of("unresolved", "cannot run yet: it uses a name that is not defined").likely("run the cells above from the top, "
                    + "and read the message under the cell in which the method is written");
        }
        return Problem.threw(thrown.getClass().getName(), "threw " + named(thrown) + at(thrown));
    }

    /** Its class and message. */
    static String named(Throwable thrown) {
        String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage().strip();
        return thrown.getClass().getSimpleName() + Texts.cut(message, MESSAGE);
    }

    /** Where in the student's method, counted from its head; nothing outside a shell. */
    private static String at(Throwable thrown) {
        Optional<StackTraceElement> line = Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(SHELL) && !frame.getMethodName().contains("do_it$")).findFirst();
        return line.map(frame -> "\nat line " + (frame.getLineNumber() - LINES_ABOVE) + " of " + method(frame)).orElse("");
    }

    /** The method, also where a lambda inside it threw. */
    private static String method(StackTraceElement frame) {
        return frame.getMethodName().replaceFirst("^lambda\\$(.*)\\$\\d+$", "$1");
    }
}
