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
 */
public record CheckResult(String test, String says, int points, int of, Optional<Problem> problem) {

    public boolean passed() {
        return problem.isEmpty();
    }
}
