package homework.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    /** What may be told of it if it is a hidden test's. */
    private final transient Told told;

    /**
     * A sentence for whoever must not see the inputs, and a likely cause in which nothing of them stands.
     *
     * @param sentence fixed, by the key
     * @param cause one of our own constant texts, or nothing
     */
    private record Told(String sentence, Optional<String> cause) {
    }

    /**
     * One line of a report.
     *
     * @param label input, expected, got, differs (one entry of many), likely, or nothing for a plain sentence
     */
    public record Part(String label, String text) {
    }

    private Problem(String key, List<Part> parts, Told told) {
        super(parts.stream().map(part -> part.label.isEmpty() ? part.text : part.label + ": " + part.text).collect(Collectors.joining("\n")));
        this.key = key;
        this.parts = List.copyOf(parts);
        this.told = told;
    }

    /**
     * A problem that a sentence tells.
     *
     * @param key one or two words by which a test can ask for it: shape, NaN, exception, sign
     */
    public static Problem of(String key, String sentence) {
        return of(key, List.of(new Part("", sentence)));
    }

    /**
     * The method threw an exception.
     *
     * @param exception the name of its class
     * @param sentence what a student may read of it in a visible test, such as its message
     */
    public static Problem threw(String exception, String sentence) {
        return new Problem("exception", List.of(new Part("", sentence)), new Told(HiddenText.threw(exception), Optional.empty()));
    }

    /** A problem that is told by what was expected and what came. */
    static Problem of(String key, List<Part> parts) {
        return new Problem(key, parts, new Told(HiddenText.of(key), Optional.empty()));
    }

    /** Whether it was thrown by a method that is still the stub of the student's copy. */
    public static boolean isStub(Throwable thrown) {
        return thrown instanceof UnsupportedOperationException && STUB.equals(thrown.getMessage());
    }

    /** The method is still the stub of the student's copy. */
    public static Problem notWritten() {
        return of("not written", STUB);
    }

    /** The method was not called for want of time. */
    public static Problem notTried(String why) {
        return of("not tried", "not tried, because " + why);
    }

    /**
     * With the likely cause.
     *
     * @param cause a constant text of ours, as it is shown for hidden tests, too: no inputs, no results, and nothing that the student's code made
     */
    public Problem likely(String cause) {
        return new Problem(key, with("likely", cause), new Told(told.sentence, Optional.of(cause)));
    }

    /** With a likely cause whose text may hold numbers that hidden tests keep to themselves. */
    Problem likelyHere(String cause) {
        return new Problem(key, with("likely", cause), told);
    }

    private List<Part> with(String label, String text) {
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(label, text));
        return more;
    }

    /**
     * The same problem as it may be told if it is a hidden test's: no inputs, nothing expected or got, no text that the student's code
     * made; in their place a sentence that depends on the kind of problem alone, and the likely cause if it is one of our constant texts.
     */
    public Problem forHidden() {
        List<Part> parts = new ArrayList<>(List.of(new Part("", told.sentence)));
        told.cause.ifPresent(cause -> parts.add(new Part("likely", cause)));
        // A key that comes with no text of ours may come from anywhere, and hold anything.
        return new Problem(told.cause.isPresent() || HiddenText.knows(key) ? key : "value", parts, told);
    }

    /** With what the method was given, as the first line; where it did nothing with it, that would only be noise. */
    Problem input(String text) {
        if (isNotWritten() || key.equals("not tried") || parts.stream().anyMatch(part -> part.label.equals("input"))) {
            return this;
        }
        List<Part> more = new ArrayList<>(parts);
        more.add(0, new Part("input", text));
        return new Problem(key, more, told);
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
