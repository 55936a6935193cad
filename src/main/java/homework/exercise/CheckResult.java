package homework.exercise;

import java.util.Optional;

/**
 * What came of one test.
 *
 * @param test the name of its method
 * @param says what was tested
 * @param points earned
 * @param of how many it can earn
 * @param problem why it earned nothing; a hidden test's problem stands with the test it guards
 * @param hidden what the hidden test says that cost the points; empty if a visible one did, or none
 */
public record CheckResult(String test, String says, int points, int of, Optional<Problem> problem, Optional<String> hidden) {

    /** What came of a visible test alone. */
    public CheckResult(String test, String says, int points, int of, Optional<Problem> problem) {
        this(test, says, points, of, problem, Optional.empty());
    }

    public boolean passed() {
        return problem.isEmpty();
    }

    /** The problem as a student may read it, of a hidden test without its inputs and without what came: see {@link Problem#forHidden}. */
    public Optional<Problem> shown() {
        return hidden.isPresent() ? problem.map(Problem::forHidden) : problem;
    }
}
