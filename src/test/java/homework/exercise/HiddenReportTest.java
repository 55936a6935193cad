package homework.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.exercise.Halves.Half;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.factory.Nd4j;

/** What a student reads of a hidden test: what it tests and what kind of problem it was, but no input, no result, no text of the student's own. */
class HiddenReportTest {
    private static final String SECRET = "x is (7)";

    /** Right in visible tests, whose inputs are told by their first number; this in the hidden ones. */
    private static Score score(Half inHidden) throws InterruptedException {
        return Checker.run(Halves.HALF, x -> Set.of(-2.0, 4.0).contains(x.getDouble(0)) ? x.div(2) : inHidden.of(x), 1, Halves.HalfHidden.class);
    }

    private static Problem shown(Half inHidden) throws InterruptedException {
        return score(inHidden).results().get(0).shown().orElseThrow();
    }

    private static String sentence(Half inHidden) throws InterruptedException {
        return shown(inHidden).getMessage();
    }

    @Test
    void anotherResultIsToldWithoutNumbers() throws Exception {
        Score score = score(x -> x.mul(3.25));
        assertEquals("another result than expected, on inputs that are not shown", score.results().get(0).shown().orElseThrow().getMessage());
        assertTrue(score.results().get(0).problem().orElseThrow().getMessage().contains("7"), "whoever grades can see all of it");
        assertEquals(Optional.of("another value"), score.results().get(0).hidden());
        assertTrue(score.toString().contains("hidden    another value"), score.toString());
        assertFalse(score.toString().matches("(?s).*(7|3\\.5|22\\.75).*"), score.toString());
    }

    @Test
    void aProblemOfAVisibleTestIsShownWhole() throws Exception {
        CheckResult result = Checker.run(Halves.HALF, x -> x.mul(3), 1, Halves.HalfHidden.class).results().get(0);
        assertEquals(Optional.empty(), result.hidden());
        assertEquals(result.problem(), result.shown());
        assertTrue(result.shown().orElseThrow().getMessage().contains("x = (-2, 1, 3)"));
    }

    @Test
    void anExceptionIsToldByItsClassIfJavaHasIt() throws Exception {
        assertEquals("threw IllegalStateException, on inputs that are not shown", sentence(x -> {
            throw new IllegalStateException(SECRET);
        }));
        assertEquals("threw an exception, on inputs that are not shown", sentence(x -> {
            throw new Seven();
        }));
        assertEquals("exception", shown(x -> {
            throw new Seven();
        }).key());
        for (String name : List.of("java.lang.String", "java.lang.x is 7", "org.nd4j.linalg.exception.ND4JIllegalStateException", "", "7", "[I")) {
            assertEquals("threw an exception, on inputs that are not shown", Problem.threw(name, SECRET).forHidden().getMessage());
        }
    }

    /** A student may well call an exception after an input. */
    private static final class Seven extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void shapesNansAndNothingAreTold() throws Exception {
        assertEquals("a result of another shape than expected, on inputs that are not shown", sentence(x -> Nd4j.createFromArray(7.0, 7.0)));
        assertEquals("values that are no numbers (NaN or infinite), on inputs that are not shown\n"
                + "likely: 0/0, ∞/∞, ∞ − ∞ or the logarithm of a negative number somewhere on the way", sentence(x -> x.sub(x).div(x.sub(x))));
        assertEquals("returned nothing (null)\nlikely: a variable that was never set is returned", sentence(x -> null));
    }

    @Test
    void aLikelyCauseOfOursIsToldButNoneThatMayHoldNumbers() {
        Problem known = Problem.of("β", SECRET).likely("β is missing").input(SECRET).forHidden();
        assertEquals("another result than expected, on inputs that are not shown\nlikely: β is missing", known.getMessage());
        assertEquals("β", known.key());
        Problem pattern = Problem.of("factor 7", SECRET).likelyHere("each entry is 7 times what it should be").forHidden();
        assertEquals("another result than expected, on inputs that are not shown", pattern.getMessage());
        assertEquals("value", pattern.key());
    }

    @Test
    void toldOnceItIsToldTheSameAgain() {
        Problem once = Problem.threw("java.lang.ArithmeticException", SECRET).forHidden();
        assertEquals(once.parts(), once.forHidden().parts());
        assertEquals("threw ArithmeticException, on inputs that are not shown", once.getMessage());
    }

    @Test
    void whatIsPrintedInHiddenTestsIsNotReported() throws Exception {
        Score score = Checker.run(Halves.HALF, x -> {
            System.out.println("given " + x.getDouble(0));
            return x.div(2);
        }, 1, Halves.HalfHidden.class);
        assertEquals("given -2.0\ngiven 4.0", score.printed().strip());
    }

    @Test
    void hiddenTestsAreFoundByTheirName() {
        assertEquals(List.of(Halves.HalfHidden.class), Checker.hidden(Halves.HALF));
        Exercise<Half> alone = new Exercise<>("alone", Half.class, AloneChecks.class);
        assertEquals("the hidden tests of alone are not on the class path: expected the class homework.exercise.HiddenReportTest$AloneHidden; "
                + "compile src/test and put target/test-classes on the class path",
                assertThrows(IllegalStateException.class, () -> Checker.hidden(alone)).getMessage());
    }

    @Visible
    static class AloneChecks {
        @Check(order = 1, points = 1, says = "nothing")
        void nothing(Half half) {
            assertTrue(half.equals(half));
        }
    }

    /** Whatever is wrong with an answer: what is shown has a fixed beginning, and nothing in it reads like a number that was drawn. */
    @TestFactory
    Stream<DynamicTest> noProblemOfTheBankShowsWhatItsHiddenTestsDrew() {
        return KnownAnswersTest.ALL.stream().filter(known -> !known.hidden().isEmpty())
                .map(known -> DynamicTest.dynamicTest(known.exercise().name(), () -> showsNoNumbers(known)));
    }

    private static <A> void showsNoNumbers(Known<A> known) throws InterruptedException {
        for (Known.Wrong<A> wrong : known.wrong()) {
            for (CheckResult result : known.score(wrong.answer(), 21).results()) {
                if (result.hidden().isPresent()) {
                    Problem shown = result.shown().orElseThrow();
                    assertTrue(Set.of("", "likely").containsAll(shown.parts().stream().map(Problem.Part::label).toList()), shown.getMessage());
                    assertFalse(shown.getMessage().matches("(?s).*\\d[.,]\\d.*"), shown.getMessage());
                }
            }
        }
    }
}
