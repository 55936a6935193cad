package homework.gradient;

import static homework.gradient.Maths.logSumExp;
import static homework.gradient.Maths.sigmoid;
import static homework.gradient.Maths.softmax;
import static homework.gradient.Maths.softmaxJacobian;
import static homework.gradient.Vectors.each;
import static homework.gradient.Vectors.times;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Derivations on the reports' own lines about sigmoid and softmax. */
class DerivationTest {
    private static final double BETA = 1.5;

    private static Derivation sigmoidSlope() {
        return Derivation.of("derivative of the sigmoid").derivativeOf(x -> sigmoid(x[0]))
                .step("quotient rule", "e^-x / (1 + e^-x)^2", x -> Math.exp(-x[0]) / Math.pow(1 + Math.exp(-x[0]), 2))
                .step("two factors", "s (1 - s)", x -> sigmoid(x[0]) * (1 - sigmoid(x[0])));
    }

    private static double claimOf2016(double x) {
        double factor = 1 / (1 - Math.exp(-x));
        return factor * (1 - factor);
    }

    @Test
    void aRightDerivationReadsAsATable() {
        DerivationResult result = Derivation.of("log-sum-exp").step("definition", x -> logSumExp(x)).step("shift", "take out the largest", x -> {
            double c = Arrays.stream(x).max().orElseThrow();
            return c + Math.log(Arrays.stream(x).map(v -> Math.exp(v - c)).sum());
        }).onInputs(Inputs.uniform(5, -3, 3), 1).run();
        assertTrue(result.holds());
        String[] lines = result.toString().split("\n");
        assertEquals("log-sum-exp on 100 inputs of length 5, seed 1", lines[0]);
        assertEquals("  definition   right; the others are compared with it", lines[1]);
        assertTrue(lines[2].matches("  shift        right; largest error \\d\\.\\de-1[5-7]   take out the largest"), lines[2]);
        assertEquals(3, lines.length);
    }

    @Test
    void theSigmoidErratumOf2016IsShown() {
        DerivationResult result = sigmoidSlope().claim("nyu-2016", "rewritten", x -> claimOf2016(x[0])).isWrong()
                .onInputs(Inputs.exactly(new double[] {0.7}), 1).run();
        assertTrue(result.holds(), result::toString);
        assertTrue(result.toString().contains("at x = 0.7: expected 0.2217, got -1.959"), result::toString);
        assertTrue(result.toString().contains("nyu-2016: rewritten   the claim is wrong, as announced; largest error"), result::toString);
    }

    @Test
    void aClaimThatBehavesOtherwiseIsAFailure() {
        DerivationResult better = sigmoidSlope().claim("nyu-2016", "rewritten", x -> sigmoid(x[0]) * (1 - sigmoid(x[0]))).isWrong()
                .onInputs(Inputs.uniform(1, -3, 3), 1).run();
        assertFalse(better.holds());
        AssertionError error = assertThrows(AssertionError.class, better::orThrow);
        assertTrue(error.getMessage().contains("the claim is right, but was announced as wrong"), error.getMessage());
        DerivationResult worse = sigmoidSlope().claim("nyu-2017", "result", x -> claimOf2016(x[0])).onInputs(Inputs.uniform(1, -3, 3), 1).run();
        assertFalse(worse.holds());
        assertTrue(worse.toString().contains("the claim is wrong, but was announced as right"), worse::toString);
        DerivationResult otherCause = sigmoidSlope().claim("nyu-2016", "rewritten", x -> -sigmoid(x[0]) * (1 - sigmoid(x[0]))).isWrong("factor")
                .onInputs(Inputs.uniform(1, -3, 3), 1).run();
        assertFalse(otherCause.holds());
        assertTrue(otherCause.toString().contains("the claim is wrong, but the cause announced is factor and the likely one is sign"),
                otherCause::toString);
    }

    @Test
    void wholeJacobiansAreStepsToo() {
        DerivationResult result = Derivation.of("Jacobian of softmax").derivativeOf(x -> softmax(x, BETA))
                .step("with δ", x -> softmaxJacobian(x, BETA))
                .claim("a-report", "β forgotten", x -> times(1 / BETA, softmaxJacobian(x, BETA))).isWrong("factor 1/β").constant("β", BETA)
                .onInputs(Inputs.normal(4, 1), 2).run();
        assertTrue(result.holds(), result::toString);
        assertTrue(result.toString().contains("likely: a constant factor: the result is 1/β times what it should be"), result::toString);
    }

    @Test
    void aClaimAtTheWrongPointIsTold() {
        DerivationResult result = Derivation.of("slope of the sigmoid").derivativeOf(x -> each(x, Maths::sigmoid))
                .step("two factors", x -> each(x, Plants::sigmoidSlope))
                .claim("a-report", "of the output", x -> each(x, v -> Plants.sigmoidSlope(sigmoid(v)))).isWrong("at output")
                .claim("a-report", "x (1 - x)", x -> each(x, v -> v * (1 - v))).isWrong("at input")
                .onInputs(Inputs.normal(4, 1), 5).run();
        assertTrue(result.holds(), result::toString);
    }

    @Test
    void aFactorForEachInputIsToldAsSuch() {
        DerivationResult result = Derivation.of("gradient of log-sum-exp").derivativeOf(x -> logSumExp(x)).step("softmax", x -> softmax(x, -1))
                .claim("a-report", "the exponential", x -> each(x, Math::exp)).isWrong("factor").onInputs(Inputs.uniform(3, -1, 1), 1).run();
        assertTrue(result.holds(), result::toString);
        assertTrue(result.toString().contains("another for each input"), result::toString);
    }

    @Test
    void aWrongStepOfOurOwnIsAFailureAndIsNoMeasureForTheOthers() {
        DerivationResult result = Derivation.of("slope").derivativeOf(x -> each(x, Maths::sigmoid))
                .step("slip", x -> each(x, v -> -Plants.sigmoidSlope(v))).step("mended", x -> each(x, Plants::sigmoidSlope))
                .onInputs(Inputs.normal(4, 1), 1).run();
        assertFalse(result.holds());
        assertEquals("sign", result.steps().get(0).likely().orElseThrow().key());
        assertTrue(result.steps().get(1).right());
        assertTrue(result.toString().endsWith("this derivation does not hold: see slip"), result::toString);
    }

    @Test
    void kinksAreCountedAndTheSameSeedGivesTheSameReport() {
        Derivation relu = Derivation.of("ReLU").derivativeOf(x -> Math.max(0, x[0])).step("cases", x -> x[0] > 0 ? 1 : 0);
        DerivationResult atKink = relu.onInputs(Inputs.exactly(new double[] {0}, new double[] {2}), 1).run();
        assertTrue(atKink.holds(), atKink::toString);
        assertEquals(1, atKink.skipped());
        assertTrue(atKink.toString().contains("1 entry at kinks not compared"), atKink::toString);
        assertEquals(sigmoidSlope().onInputs(Inputs.normal(1, 2), 9).run().toString(),
                sigmoidSlope().onInputs(Inputs.normal(1, 2), 9).run().toString());
    }

    @Test
    void misuseIsOneClearMessage() {
        Derivation empty = Derivation.of("nothing");
        assertTrue(assertThrows(IllegalStateException.class, () -> empty.onInputs(Inputs.normal(1, 1), 1)).getMessage().contains("add two steps"));
        assertTrue(assertThrows(IllegalStateException.class, () -> empty.step("one", x -> 1).isWrong()).getMessage().contains("only a claim"));
        assertTrue(assertThrows(IllegalStateException.class, () -> empty.claim("kit-lab1", "a", x -> 1).step("b", x -> 1)
                .onInputs(Inputs.normal(1, 1), 1))
                .getMessage().contains("begins with a claim"));
        assertThrows(IllegalArgumentException.class, () -> Inputs.uniform(0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Inputs.uniform(2, 1, 1));
        FunctionFault fault = assertThrows(FunctionFault.class, () -> empty.step("a", x -> Double.NaN).step("b", x -> 1)
                .onInputs(Inputs.normal(1, 1), 1).run());
        assertTrue(fault.getMessage().startsWith("step a returned NaN at x ="), fault.getMessage());
        DerivationResult thrown = empty.step("a", x -> x[0]).step("b", x -> x[7]).onInputs(Inputs.normal(2, 1), 1).run();
        assertFalse(thrown.holds());
        assertTrue(thrown.toString().contains("step b threw ArrayIndexOutOfBoundsException"), thrown::toString);
    }

    @Test
    void aClaimThatHasNoValueWasNotTried() {
        for (Formula<double[]> slip : List.<Formula<double[]>>of(x -> {
            throw new IllegalStateException("a slip");
        }, x -> Double.NaN, x -> null)) {
            DerivationResult result = Derivation.of("slips").step("sum", Vectors::sum).claim("nyu-2016", "sum", slip).isWrong()
                    .onInputs(Inputs.uniform(3, -1, 1), 1).run();
            assertFalse(result.holds(), result::toString);
            assertTrue(result.toString().contains("the claim cannot be compared"), result::toString);
        }
    }

    @Test
    void aCauseIsAnnouncedByItsFirstWords() {
        Derivation sums = Derivation.of("sums").step("sum", x -> x).claim("nyu-2016", "sum", x -> Vectors.negative(x));
        assertTrue(sums.isWrong("sign").onInputs(Inputs.uniform(3, -1, 1), 1).run().holds());
        assertFalse(sums.isWrong("i").onInputs(Inputs.uniform(3, -1, 1), 1).run().holds());
    }

    @Test
    void aCauseWithoutPatternIsShownByMendingTheClaim() {
        Derivation squares = Derivation.of("squares").step("square", x -> Vectors.square(x))
                .claim("nyu-2016", "square", x -> Vectors.plus(Vectors.square(x), Vectors.exp(x)));
        DerivationResult found = squares.isWrong("extra term", "e^x does not belong there", x -> Vectors.square(x))
                .onInputs(Inputs.uniform(4, -1, 1), 1).run();
        assertTrue(found.holds(), found::toString);
        assertTrue(found.toString().contains("likely: e^x does not belong there; with that put right the line is right"), found::toString);
        DerivationResult missed = squares.isWrong("extra term", "the exponent is wrong", x -> Vectors.times(x, Vectors.exp(x)))
                .onInputs(Inputs.uniform(4, -1, 1), 1).run();
        assertFalse(missed.holds(), missed::toString);
    }
}
