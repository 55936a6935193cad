package homework.exercise;

import java.util.Map;

/** What may be told of a hidden test's problem: a sentence that is the same whatever the test's inputs are and whatever the method has returned. */
final class HiddenText {
    private static final String WRONG = "another result than expected, on inputs that are not shown";
    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("value", WRONG),
            Map.entry("condition", "the result does not have the property that is tested, on inputs that are not shown"),
            Map.entry("shape", "a result of another shape than expected, on inputs that are not shown"),
            Map.entry("type", "a result of another type of numbers than expected"),
            Map.entry("float", "a result in float where the arguments are in double"),
            Map.entry("sign", "the result has the wrong sign, on inputs that are not shown"),
            Map.entry("NaN", "values that are no numbers (NaN or infinite), on inputs that are not shown"),
            Map.entry("overflow", "values that are no numbers (NaN or infinite), on inputs that are not shown"),
            Map.entry("null", "returned nothing (null)"),
            Map.entry("exception", "threw an exception, on inputs that are not shown"),
            Map.entry("recursion", "called itself again and again until the stack was full"),
            Map.entry("memory", "needed more memory than there is"),
            Map.entry("ended", "ended the whole program"),
            Map.entry("garbage", "wrote to the process's own output, where only answers to the tests may stand"),
            Map.entry("time", "did not end within the time limit"),
            Map.entry("not tried", "not tried, because an earlier call did not end"),
            Map.entry("stopped", "stopped before it was done"),
            Map.entry("not written", "not written yet"),
            Map.entry("unresolved", "cannot run yet: it uses a name that is not defined"),
            Map.entry("unsteady", "gave another answer when it was called with the same arguments again"),
            Map.entry("argument changed", "changed one of its arguments; whoever called still needs it as it was"),
            Map.entry("view", "returned a view of one of its arguments: whoever changes one changes the other"));

    private HiddenText() {
    }

    static boolean knows(String key) {
        return SENTENCES.containsKey(key);
    }

    static String of(String key) {
        return SENTENCES.getOrDefault(key, WRONG);
    }

    /** A sentence with the exception's name, if Java itself has such a class: any other name is one that a student has made up. */
    static String threw(String exception) {
        try {
            Class<?> type = Class.forName(exception, false, ClassLoader.getPlatformClassLoader());
            return Throwable.class.isAssignableFrom(type) ? "threw " + type.getSimpleName() + ", on inputs that are not shown" : of("exception");
        } catch (ClassNotFoundException | LinkageError ofNobody) {
            return of("exception");
        }
    }
}
