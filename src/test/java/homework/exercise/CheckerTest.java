package homework.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.exercise.Halves.Half;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Points, hidden tests, the report's wording, and tests that are themselves broken. */
class CheckerTest {
    private static final Half RIGHT = x -> x.div(2);
    private static final Half IN_PLACE = x -> x.divi(2);

    private static Exercise<Half> exercise(Class<?> checks) {
        return new Exercise<>("other", Half.class, checks);
    }

    @Test
    void pointsAreTheSumOfTheTestsPassed() throws Exception {
        Score score = Checker.run(Halves.HALF, IN_PLACE);
        assertEquals(2, score.points());
        assertEquals(3, score.of());
        assertEquals(3, Halves.HALF.points());
        assertEquals("half: 2 of 3 points", score.title());
        assertEquals("half (3 points)", Halves.HALF.toString());
        assertEquals(List.of(2, 0), score.results().stream().map(CheckResult::points).toList());
    }

    @Test
    void theReportIsTheSameHoweverOftenAndInWhateverOrder() throws Exception {
        String wrong = Checker.run(Halves.HALF, IN_PLACE).toString();
        String right = Checker.run(Halves.HALF, RIGHT).toString();
        Half thrower = x -> {
            throw new IllegalStateException("no");
        };
        String thrown = Checker.run(Halves.HALF, thrower).toString();
        for (int i = 0; i < 3; i++) {
            assertEquals(thrown, Checker.run(Halves.HALF, thrower).toString());
            assertEquals(right, Checker.run(Halves.HALF, RIGHT).toString());
            assertEquals(wrong, Checker.run(Halves.HALF, IN_PLACE).toString());
        }
    }

    @Test
    void settingsForOtherTestsChangeNothing() throws Exception {
        System.setProperty("junit.jupiter.execution.parallel.enabled", "true");
        System.setProperty("junit.jupiter.execution.parallel.mode.default", "concurrent");
        try {
            assertEquals(3, Checker.run(Halves.HALF, RIGHT).points());
        } finally {
            System.clearProperty("junit.jupiter.execution.parallel.enabled");
            System.clearProperty("junit.jupiter.execution.parallel.mode.default");
        }
    }

    @Test
    void twoExercisesOneAfterTheOtherDoNotMix() throws Exception {
        Score first = Checker.run(Halves.HALF, RIGHT);
        Score second = Checker.run(exercise(Negative.class), RIGHT);
        assertEquals("half: 3 of 3 points", first.title());
        assertEquals("other: 0 of 1 point", second.title());
        assertEquals("other: 1 of 1 point", Checker.run(exercise(Negative.class), INDArray::neg).title());
    }

    @Visible
    static class Negative {
        @Check(order = 1, points = 1, says = "−5")
        void five(Half negative) {
            INDArray x = Nd4j.createFromArray(5.0);
            Expect.given("x", x).that(() -> negative.of(x)).near(new double[] {-5});
        }
    }

    @Test
    void aHiddenTestTakesThePointsOfTheOneItGuards() throws Exception {
        Half knowsTheVisibleInputs = x -> x.length() < 3 ? x.mul(0) : x.div(2);
        assertEquals(3, Checker.run(Halves.HALF, knowsTheVisibleInputs).points());
        Score score = Checker.run(Halves.HALF, knowsTheVisibleInputs, 1, Halves.HalfHidden.class);
        assertEquals(0, score.points());
        assertEquals(3, score.of());
        assertEquals(List.of(Optional.of("another value"), Optional.of("a row")), score.results().stream().map(CheckResult::hidden).toList());
        assertEquals(3, Checker.run(Halves.HALF, RIGHT, 1, Halves.HalfHidden.class).points());
    }

    @Test
    void ofTwoProblemsTheVisibleOneIsTold() throws Exception {
        Score score = Checker.run(Halves.HALF, x -> x.mul(3), 1, Halves.HalfHidden.class);
        assertTrue(score.toString().contains("x = (-2, 1, 3)"), score.toString());
        assertFalse(score.toString().contains("x = (7)"), score.toString());
    }

    @Test
    void aHiddenTestMustGuardOneThatIsThere() {
        IllegalStateException error = assertThrows(IllegalStateException.class, () -> Checker.run(Halves.HALF, RIGHT, 1, GuardsNothing.class));
        assertEquals("GuardsNothing.lost guards 'value', which is none of the visible tests [values, leavesItsArgumentAlone]", error.getMessage());
    }

    @Hidden
    static class GuardsNothing {
        @Check(order = 1, guards = "value", says = "nobody's")
        void lost(Half half) {
            assertEquals("half", half.toString());
        }
    }

    @Test
    void aBrokenTestIsAnErrorAndNotAWrongAnswer() {
        for (Class<?> broken : List.of(Throws.class, Cannot.class, NotRun.class, Private.class)) {
            IllegalStateException error = assertThrows(IllegalStateException.class, () -> Checker.run(exercise(broken), RIGHT));
            assertTrue(error.getMessage().contains("itself broken") || error.getMessage().contains("JUnit did not run"), error.getMessage());
        }
    }

    @Visible
    static class Throws {
        @Check(order = 1, points = 1, says = "throws")
        void broken(Half half) throws Exception {
            half.of(Nd4j.zeros(2)).getDouble(List.of(7).get(1));
        }
    }

    @Visible
    static class Cannot {
        Cannot() {
            throw new IllegalStateException("cannot be made");
        }

        @Check(order = 1, points = 1, says = "nothing")
        void never(Half half) {
            assertTrue(half.equals(half));
        }
    }

    @Visible
    static class NotRun {
        @Disabled("so that it is not run")
        @Check(order = 1, points = 1, says = "nothing")
        void never(Half half) {
            assertTrue(half.equals(half));
        }
    }

    @Visible
    static class Private {
        @Check(order = 1, points = 1, says = "nothing")
        private void never(Half half) {
            assertTrue(half.equals(half));
        }
    }

    @Test
    void aResultThatATestCannotWorkWithIsTheStudents() throws Exception {
        assertEquals("other: 1 of 1 point", Checker.run(exercise(Sums.class), x -> x.sub(x)).title());
        Score score = Checker.run(exercise(Sums.class), x -> Nd4j.zeros(x.dataType(), 2));
        assertTrue(score.toString().contains("returned something that cannot be looked at as it should: "), score.toString());
        assertTrue(score.toString().contains("likely    its shape or type is another than expected"), score.toString());
        assertTrue(Checker.run(exercise(Sums.class), x -> x).toString().contains("expected that each row sums to 0"));
    }

    @Visible
    static class Sums {
        @Check(order = 1, points = 1, says = "rows")
        void rows(Half rows) {
            INDArray x = Nd4j.createFromArray(new double[][] {{1, 2}, {3, 4}});
            Expect.given("x", x).holds("each row sums to 0", () -> rows.of(x).getRow(1).sumNumber().doubleValue() == 0);
        }
    }

    @Test
    void asAboveIsSaidOnlyOfTheProblemDirectlyAbove() {
        CheckResult one = failed("one", "a");
        CheckResult two = failed("two", "a");
        CheckResult three = failed("three", "b");
        CheckResult four = failed("four", "a");
        CheckResult passed = new CheckResult("five", "five", 1, 1, Optional.empty());
        CheckResult six = failed("six", "a");
        Score score = new Score("x", List.of(one, two, three, four, passed, six), "");
        assertEquals(List.of(false, true, false, false, false, true), score.results().stream().map(score::isTold).toList());
    }

    private static CheckResult failed(String test, String problem) {
        return new CheckResult(test, test, 0, 1, Optional.of(Problem.of("key", problem).input("x = " + test)));
    }

    @Test
    void anotherCountryWritesTheSameReport() throws Exception {
        Half wrong = x -> {
            for (int i = 0; i < 1000; i++) {
                System.out.println(i);
            }
            return x.mul(1.25);
        };
        String here = Checker.run(Halves.HALF, wrong).toString();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals(here, Checker.run(Halves.HALF, wrong).toString());
        } finally {
            Locale.setDefault(before);
        }
        assertTrue(here.contains("got       (-2.5, 1.25, 3.75)") && here.contains("(2,000 lines in all)"), here);
    }

    @Test
    void longArgumentsAreCut() {
        assertTrue(Texts.of(new int[60_000]).length() < 250);
        assertTrue(Texts.of(new int[60_000]).startsWith("[0, 0, 0"));
        assertTrue(Texts.of(new String[][] {{"a".repeat(1000)}}).endsWith(" …"));
        assertEquals("[[1, 2], [3]]", Texts.of(new int[][] {{1, 2}, {3}}));
    }

    @Test
    void anInterfaceWithTwoMethodsOrTestsWithoutTheirMarkAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Exercise<>("x", List.class, Negative.class));
        assertThrows(IllegalArgumentException.class, () -> new Exercise<>("x", Half.class, String.class));
    }

    @Test
    void aVisibleTestWithoutPointsIsRefused() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> new Exercise<>("x", Half.class, Worthless.class));
        assertEquals("Worthless.free is visible and must be worth a point or more", refused.getMessage());
    }

    @Visible
    static class Worthless {
        @Check(order = 1, says = "nothing")
        void free(Half half) {
            assertTrue(half.equals(half));
        }
    }
}
