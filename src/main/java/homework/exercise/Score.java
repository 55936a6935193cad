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

    /** Whether an earlier test had this very problem, on whatever input; it need not be told again. */
    public boolean isTold(CheckResult result) {
        return results.subList(0, results.indexOf(result)).stream().anyMatch(earlier -> earlier.problem().map(Score::told)
                .equals(result.problem().map(Score::told)));
    }

    private static List<Problem.Part> told(Problem problem) {
        return problem.parts().stream().filter(part -> !part.label().equals("input")).toList();
    }

    @Override
    public String toString() {
        return ScoreText.of(this);
    }
}
