package homework.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong with an answer, in the parts that a student reads one under the other. Immutable but for what every Throwable has.
 */
public final class Problem extends AssertionError {
    private static final long serialVersionUID = 1L;
    /** The message of the exception that a stub throws. */
    private static final String STUB = "not written yet";
    private final String key;
    private final transient List<Part> parts;

    /**
     * One line of a report.
     *
     * @param label input, expected, got, differs (one entry of many), likely, or nothing for a plain sentence
     */
    public record Part(String label, String text) {
    }

    private Problem(String key, List<Part> parts) {
        super(parts.stream().map(part -> part.label.isEmpty() ? part.text : part.label + ": " + part.text).collect(Collectors.joining("\n")));
        this.key = key;
        this.parts = List.copyOf(parts);
    }

    /**
     * A problem that a sentence tells.
     *
     * @param key one or two words by which a test can ask for it: shape, NaN, exception, sign
     */
    public static Problem of(String key, String sentence) {
        return new Problem(key, List.of(new Part("", sentence)));
    }

    /** A problem that is told by what was expected and what came. */
    static Problem of(String key, List<Part> parts) {
        return new Problem(key, parts);
    }

    /** Whether it was thrown by a method that is still the stub of the student's copy. */
    public static boolean isStub(Throwable thrown) {
        return thrown instanceof UnsupportedOperationException && STUB.equals(thrown.getMessage());
    }

    /** The method is still the stub of the student's copy. */
    static Problem notWritten() {
        return of("not written", STUB);
    }

    /** The method was not called for want of time. */
    public static Problem notTried(String why) {
        return of("not tried", "not tried, because " + why);
    }

    /** With the likely cause. */
    public Problem likely(String cause) {
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part("likely", cause));
        return new Problem(key, more);
    }

    /** With what the method was given, as the first line; where it did nothing with it, that would only be noise. */
    Problem input(String text) {
        if (isNotWritten() || key.equals("not tried") || parts.stream().anyMatch(part -> part.label.equals("input"))) {
            return this;
        }
        List<Part> more = new ArrayList<>(parts);
        more.add(0, new Part("input", text));
        return new Problem(key, more);
    }

    /** One or two words for the kind of problem. */
    public String key() {
        return key;
    }

    public List<Part> parts() {
        return parts;
    }

    boolean isNotWritten() {
        return key.equals("not written");
    }
}
