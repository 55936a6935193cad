package homework.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.exercise.Halves.Half;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Whatever a student writes costs points and nothing else, and the report says what it was. */
class SurvivalTest {

    private static String report(Half answer) throws InterruptedException {
        return Checker.run(Halves.HALF, answer).toString();
    }

    /** The report of an answer that loses both tests, one line of it a line here. */
    private static void assertReports(Half answer, String... lines) throws InterruptedException {
        String text = report(answer);
        assertEquals("half: 0 of 3 points", text.lines().findFirst().orElseThrow());
        assertEquals(String.join("\n", lines), text.lines().skip(1).map(String::strip).reduce((a, b) -> a + "\n" + b).orElseThrow());
    }

    private static INDArray right(INDArray x) {
        return x.div(2);
    }

    @Test
    void rightAnswer() throws Exception {
        assertEquals("""
                half: 3 of 3 points
                  ok     values                            2 of 2
                  ok     a matrix, and x stays as it was   1 of 1""", report(SurvivalTest::right));
    }

    @Test
    void notWrittenYet() throws Exception {
        assertReports(x -> {
            throw new UnsupportedOperationException("not written yet");
        }, "not written yet. Write it in the exercise cell above, run that cell, then this one again.",
                "If that cell shows an error, mend it first: until then an older answer is tested, or none is found.");
    }

    @Test
    void aBranchNotWrittenYet() throws Exception {
        String text = report(x -> {
            if (x.rank() == 2) {
                throw new UnsupportedOperationException("not written yet");
            }
            return right(x);
        });
        assertTrue(text.startsWith("half: 2 of 3 points\n"), text);
        assertTrue(text.endsWith("0 of 1\n         not written yet"), text);
    }

    @Test
    void wrongShape() throws Exception {
        assertReports(x -> right(x).reshape(1, x.length()),
                "wrong  values                            0 of 2", "input     x = (-2, 1, 3)",
                "expected  an array of shape [3]", "got       an array of shape [1, 3]",
                "wrong  a matrix, and x stays as it was   0 of 1", "input     x = [2, 2] (4, 2, 0, 8)",
                "expected  an array of shape [2, 2]", "got       an array of shape [1, 4]");
    }

    @Test
    void wrongValues() throws Exception {
        assertReports(x -> right(x).neg(),
                "wrong  values                            0 of 2", "input     x = (-2, 1, 3)",
                "expected  (-1, 0.5, 1.5)", "got       (1, -0.5, -1.5)",
                "likely    the sign is wrong: the result is the negative of what it should be",
                "wrong  a matrix, and x stays as it was   0 of 1", "input     x = [2, 2] (4, 2, 0, 8)",
                "expected  [2, 2] (2, 1, 0, 4)", "got       [2, 2] (-2, -1, 0, -4)",
                "likely    the sign is wrong: the result is the negative of what it should be");
    }

    @Test
    void nothing() throws Exception {
        assertReports(x -> null,
                "wrong  values                            0 of 2", "input     x = (-2, 1, 3)",
                "returned nothing (null)", "likely    a variable that was never set is returned",
                "wrong  a matrix, and x stays as it was   0 of 1", "as above");
    }

    @Test
    void notANumber() throws Exception {
        String text = report(x -> x.sub(x).div(x.sub(x)));
        assertTrue(text.contains("got       (NaN, NaN, NaN)\n         likely    0/0, ∞/∞, ∞ − ∞"), text);
    }

    @Test
    void infinite() throws Exception {
        String text = report(x -> right(x).div(0));
        assertTrue(text.contains("got       (-Infinity, Infinity, Infinity)\n         likely    a division by 0"), text);
    }

    @Test
    void empty() throws Exception {
        String text = report(x -> Nd4j.empty(DataType.DOUBLE));
        assertTrue(text.contains("expected  an array of shape [3]\n         got       "), text);
        assertFalse(text.contains("Exception"), text);
    }

    @Test
    void anExceptionShowsTheStudentsLineAndNotOurStack() throws Exception {
        assertReports(x -> {
            throw thrownInAShell("half", 6);
        }, "wrong  values                            0 of 2", "input     x = (-2, 1, 3)", "threw ArithmeticException: / by zero", "at line 2 of half",
                "wrong  a matrix, and x stays as it was   0 of 1", "as above");
    }

    @Test
    void anExceptionInALambdaOfTheStudentsMethod() throws Exception {
        String text = report(x -> {
            throw thrownInAShell("lambda$half$0", 7);
        });
        assertTrue(text.contains("\n         at line 3 of half\n"), text);
        assertFalse(text.contains("homework.exercise"), text);
    }

    /** What the Java kernel's shell makes of an exception in line (n - 4) of a method. */
    private static RuntimeException thrownInAShell(String method, int line) {
        ArithmeticException thrown = new ArithmeticException("/ by zero");
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("java.lang.Math", "floorDiv", "Math.java", 1200),
            new StackTraceElement("REPL.$JShell$12B", method, "$JShell$12B.java", line),
            new StackTraceElement("REPL.$JShell$14", "lambda$do_it$$0", "$JShell$14.java", 5)});
        return thrown;
    }

    @Test
    void outsideAShellThereIsNoLine() throws Exception {
        String text = report(x -> {
            IntStream.range(0, 3).forEach(i -> x.getDouble(1 / i));
            return x;
        });
        assertTrue(text.contains("threw ArithmeticException: / by zero\n  wrong"), text);
    }

    @Test
    void errorsAndThreadDeathAreReportedAsExceptionsAre() throws Exception {
        assertTrue(report(x -> {
            throw new AssertionError("my own assert");
        }).contains("threw AssertionError: my own assert\n"));
        Error death = (Error) Class.forName("java.lang.ThreadDeath").getConstructor().newInstance();
        assertTrue(report(x -> {
            throw death;
        }).contains("threw ThreadDeath\n"));
    }

    @Test
    void aVeryLongMessageIsCut() throws Exception {
        String text = report(x -> {
            throw new IllegalStateException("long ".repeat(1000));
        });
        assertTrue(text.contains("threw IllegalStateException: long long"), text);
        assertTrue(text.length() < 700, () -> text.length() + " characters");
    }

    @Test
    void endlessRecursion() throws Exception {
        assertReports(SurvivalTest::deeper,
                "wrong  values                            0 of 2", "input     x = (-2, 1, 3)",
                "called itself again and again until the stack was full",
                "likely    a recursion without an end, or a call of the method itself where another was meant",
                "wrong  a matrix, and x stays as it was   0 of 1", "as above");
    }

    private static INDArray deeper(INDArray x) {
        return deeper(x).div(2);
    }

    @Test
    void moreMemoryThanThereIs() throws Exception {
        String text = report(x -> Nd4j.create(new double[Integer.MAX_VALUE]));
        assertTrue(text.contains("needed more memory than there is\n         likely    an array far larger than its arguments"), text);
    }

    @Test
    void anArgumentChangedInPlace() throws Exception {
        String text = report(x -> x.divi(2).dup());
        assertTrue(text.startsWith("half: 2 of 3 points\n"), text);
        assertTrue(text.contains("  changed its argument x; whoever called still needs it as it was\n"
                + "         likely    an operation in place, such as muli"), text);
    }

    /** Maps to maps. */
    interface Maps {
        double[][][] of(double[][][] x);
    }

    @Visible
    static class DoubledChecks {
        @Check(order = 1, points = 1, says = "twice x")
        void doubled(Maps doubled, Calls calls) {
            double[][][] x = {{{1, 2}}, {{3, 4}}};
            Expect.given("x", x).that(() -> doubled.of(x)).near(new double[][][] {{{2, 4}}, {{6, 8}}});
            calls.leftArgumentsAlone();
        }
    }

    @Test
    void aCloneOfNestedArraysIsNoCopy() throws Exception {
        Exercise<Maps> exercise = new Exercise<>("doubled", Maps.class, DoubledChecks.class);
        Maps doubled = x -> {
            for (double[] row : new double[][] {x[0][0], x[1][0]}) {
                Arrays.setAll(row, i -> 2 * row[i]);
            }
            return x;
        };
        assertEquals(1, Checker.run(exercise, x -> doubled.of(new double[][][] {{x[0][0].clone()}, {x[1][0].clone()}})).points());
        assertEquals("""
                doubled: 0 of 1 point
                  wrong  twice x   0 of 1
                         changed its argument x; whoever called still needs it as it was
                         likely    an assignment to an element; write into new arrays (clone copies the outermost alone, its rows are the \
                argument's)""", Checker.run(exercise, x -> doubled.of(x.clone())).toString());
        assertTrue(Checker.run(exercise, x -> new double[1][2][]).toString().contains("rows differ in length"));
    }

    @Visible
    static class CopyChecks {
        @Check(order = 1, points = 1, says = "a copy")
        void copy(Half copy, Calls calls) {
            INDArray x = Nd4j.createFromArray(new double[][] {{1, 2}, {3, 4}});
            Expect.given("x", x).that(() -> copy.of(x)).near(x);
            calls.leftArgumentsAlone();
        }
    }

    @Test
    void aViewOfTheArgument() throws Exception {
        Exercise<Half> exercise = new Exercise<>("copy", Half.class, CopyChecks.class);
        assertEquals(1, Checker.run(exercise, INDArray::dup).points());
        List<Half> views = List.of(x -> x, x -> x.reshape(4).reshape(2, 2), x -> x.transpose().transpose(),
                x -> x.get(NDArrayIndex.all(), NDArrayIndex.all()));
        for (Half view : views) {
            assertEquals("""
                    copy: 0 of 1 point
                      wrong  a copy   0 of 1
                             returned a view of its argument x: whoever changes one changes the other
                             likely    the argument itself, or a reshape, get or transpose of it, was returned; return a copy (dup, clone)""",
                    Checker.run(exercise, view).toString());
        }
    }

    @Test
    void floatWhereDoubleIsNeeded() throws Exception {
        assertReports(x -> right(x).castTo(DataType.FLOAT),
                "wrong  values                            0 of 2", "input     x = (-2, 1, 3)",
                "returned an array of type FLOAT, expected DOUBLE, as that of the arguments",
                "likely    an array was made or cast without its type; Nd4j.zeros and others take DataType.DOUBLE, or use x.ulike()",
                "wrong  a matrix, and x stays as it was   0 of 1", "as above");
    }

    @Test
    void aMillionLines() throws Exception {
        PrintStream out = System.out;
        String text = report(x -> {
            for (int i = 1; i <= 500_000; i++) {
                System.out.println("line " + i);
            }
            return right(x);
        });
        assertTrue(text.startsWith("half: 3 of 3 points\n"), text);
        assertTrue(text.endsWith("\n    line 19\n    line 20\n    … (1,000,000 lines in all)"), text);
        assertEquals(out, System.out);
    }

    @Test
    void oneEndlessLine() throws Exception {
        String text = report(x -> {
            System.err.print("-");
            for (int i = 0; i < 100_000; i++) {
                System.err.print("é");
            }
            return right(x);
        });
        assertTrue(text.endsWith("éé … (400,002 bytes in all)"), text);
        assertTrue(text.length() < 2500, () -> text.length() + " characters");
    }

    @Test
    void linesEndAlikeOnEverySystem() throws Exception {
        String text = report(x -> {
            System.out.print("one\r\ntwo\r\n");
            return right(x);
        });
        assertTrue(text.endsWith("printed meanwhile:\n    one\n    two\n    one\n    two"), text);
    }

    @Test
    void twentyLinesAndABitAreToldToBeMore() throws Exception {
        String text = report(x -> {
            if (x.rank() == 1) {
                System.out.print("a line\n".repeat(20) + "and a bit");
            }
            return right(x);
        });
        assertTrue(text.endsWith("    a line\n    … (21 lines in all)"), text);
    }

    @Test
    void aStudentWhoChangesSystemOut() throws Exception {
        PrintStream out = System.out;
        List<String> lost = new ArrayList<>();
        String text = report(x -> {
            System.out.println("first");
            System.setOut(new PrintStream(PrintStream.nullOutputStream()));
            lost.add("second");
            System.out.println("second");
            return right(x);
        });
        assertEquals(3, lost.size(), "two tests, and the first question once more");
        assertEquals(out, System.out);
        assertTrue(text.endsWith("printed meanwhile:\n    first\n    first"), text);
    }

    @Test
    void anAnswerThatKeepsSomethingBetweenItsCallsEarnsNothingHoweverOftenItIsChecked() throws Exception {
        int[] calls = {0};
        Half counting = x -> calls[0]++ < 2 ? x.div(2) : x.mul(3);
        for (int time = 0; time < 2; time++) {
            Score score = Checker.run(Halves.HALF, counting);
            assertEquals(0, score.points(), score.toString());
            assertTrue(time > 0 || score.toString().contains("gave another answer when it was called with the same arguments again"), score.toString());
        }
    }
}
