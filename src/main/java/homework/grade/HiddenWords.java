package homework.grade;

import java.util.Map;

/** What is told of a hidden test that failed: the kind of mistake, and neither its inputs nor anything that the student's code has made. */
final class HiddenWords {
    private static final Map<String, String> BY_KEY = Map.ofEntries(
            Map.entry("time", "did not end in the time that all tests of an exercise have"),
            Map.entry("ended", "ended the whole program"),
            Map.entry("garbage", "something was written to the process's own output, where only answers to the tests may stand"),
            Map.entry("exception", "threw an exception on other inputs than the visible ones"),
            Map.entry("type", "returned a value of a type that no exercise asks for"),
            Map.entry("recursion", "called itself again and again until the stack was full"),
            Map.entry("memory", "needed more memory than there is"),
            Map.entry("unresolved", "uses a name that is not defined"),
            Map.entry("not written", "not written yet for other inputs than the visible ones"),
            Map.entry("not tried", "not tried, because the tests before it had used up the time or ended the program"),
            Map.entry("null", "returned nothing (null) for other inputs than the visible ones"),
            Map.entry("float", "returned an array of another type than that of the arguments"),
            Map.entry("shape", "returned an array of another shape than expected, for other inputs than the visible ones"),
            Map.entry("NaN", "returned something that is no number (NaN, infinite), for other inputs than the visible ones"),
            Map.entry("argument changed", "changed one of its arguments"),
            Map.entry("view", "returned a view of one of its arguments"),
            Map.entry("unsteady", "gave another answer when it was called with the same arguments again"));

    private HiddenWords() {
    }

    static String of(String key) {
        return BY_KEY.getOrDefault(key, "returned other values than expected, for other inputs than the visible ones");
    }
}
