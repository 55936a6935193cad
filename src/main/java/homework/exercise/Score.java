package homework.exercise;

import java.util.List;

/**
 * What came of all tests of an exercise; its text is the report.
 *
 * @param exercise its name
 * @param results one for each visible test, in their order
 * @param printed what the student's method printed meanwhile, cut after some lines
 */
public record Score(String exercise, List<CheckResult> results, String printed) {
    /** What to do where a cell needs a method that is not written. */
    public static final String NOT_WRITTEN = "not written yet. Write it in the exercise cell above, run that cell, then this one again.";
    /** What to do while {@link #isNotWritten}; a cell that does not compile leaves the stub in place. */
    public static final String TO_DO = NOT_WRITTEN + "\nIf that cell shows an error, mend it first: until then an older answer is tested, or none is found.";

    public Score {
        results = List.copyOf(results);
    }

    public int points() {
        return results.stream().mapToInt(CheckResult::points).sum();
    }

    /** What there was to be earned. */
    public int of() {
        return results.stream().mapToInt(CheckResult::of).sum();
    }

    /** Whether the method is still the stub of the student's copy. */
    public boolean isNotWritten() {
        return results.stream().allMatch(result -> result.problem().map(Problem::isNotWritten).orElse(false));
    }

    /** The first line: name and points. */
    public String title() {
        return exercise + ": " + points() + " of " + of() + (of() == 1 ? " point" : " points");
    }

    /** Whether the failed test before this one had the very same problem, on whatever input; it need not be told again. */
    public boolean isTold(CheckResult result) {
        List<CheckResult> before = results.subList(0, results.indexOf(result)).stream().filter(earlier -> !earlier.passed()).toList();
        return !result.passed() && !before.isEmpty() && told(before.get(before.size() - 1)).equals(told(result));
    }

    private static List<Problem.Part> told(CheckResult failed) {
        return failed.shown().orElseThrow().parts().stream().filter(part -> !part.label().equals("input")).toList();
    }

    @Override
    public String toString() {
        return ScoreText.of(this);
    }
}
