package homework.notebook;

import static homework.gradient.Vectors.exp;
import static homework.gradient.Vectors.log;
import static homework.gradient.Vectors.max;
import static homework.gradient.Vectors.minus;
import static homework.gradient.Vectors.negative;
import static homework.gradient.Vectors.sum;
import static homework.gradient.Vectors.tanh;
import static homework.notebook.Notebook.derivation;
import static homework.notebook.Notebook.exactly;
import static homework.notebook.Notebook.normal;
import static homework.notebook.Notebook.prove;
import static homework.notebook.Notebook.uniform;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.gradient.Derivation;
import homework.gradient.FunctionFault;
import homework.gradient.Vectors;
import java.lang.reflect.Member;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A derivation in a page: what is proven, what is announced as wrong, and what stops the page. */
class ProofPageTest {
    private final FakeKernel kernel = new FakeKernel();

    @BeforeEach
    void start() {
        FakeKernel.jjava = kernel;
    }

    @AfterEach
    void stop() {
        FakeKernel.jjava = null;
    }

    private static Derivation odd() {
        return derivation("tanh is <odd>").step("as it is", x -> tanh(negative(x))).step("turned", "-tanh(x) & no more", x -> negative(tanh(x)));
    }

    private String html() {
        assertEquals(1, kernel.shown.size());
        return kernel.shown.get(0).forms.get("text/html");
    }

    private String text() {
        return kernel.shown.get(0).forms.get("text/plain");
    }

    private static int count(String part, String whole) {
        return whole.split(part, -1).length - 1;
    }

    @Test
    void aProofIsATableWithATextTwin() {
        prove(derivation("log-sum-exp").step("definition", x -> log(sum(exp(x))))
                .step("shift", x -> max(x) + log(sum(exp(minus(x, max(x)))))).onInputs(uniform(5, -3, 3), 1));
        assertEquals(3, count("<tr>", html()), "a head and two steps");
        assertEquals(2, count("✓</strong> right", html()));
        assertTrue(html().contains("log-sum-exp on 100 inputs of length 5, seed 1"), html());
        assertTrue(text().startsWith("log-sum-exp on 100 inputs of length 5, seed 1\n  definition   right"), text());
    }

    @Test
    void aClaimThatFailsAsAnnouncedIsNoFailureOfThePage() {
        prove(odd().claim("a-report", "even", x -> tanh(x)).isWrong("sign").onInputs(normal(3, 1), 2));
        assertTrue(html().contains(">a-report</span> even"), "the report's key is a badge: " + html());
        assertTrue(html().contains("✗</strong> the claim is wrong, as announced"), html());
        assertTrue(html().contains("likely: the sign is wrong"), html());
        assertFalse(html().contains("error-color"), "nothing failed: " + html());
        assertTrue(text().contains("a-report: even   the claim is wrong, as announced"), text());
    }

    @Test
    void aWrongStepStopsThePageAfterItIsShown() {
        AssertionError stop = assertThrows(AssertionError.class, () ->
                prove(odd().step("slip", x -> tanh(x)).onInputs(exactly(new double[] {1, 2}), 1)));
        assertEquals(text(), stop.getMessage());
        assertTrue(html().contains("error-color1, #d32f2f)\">✗</strong> wrong"), html());
        assertTrue(html().contains("at x = (1, 2): entry (0) expected -0.7616, got 0.7616"), html());
        assertTrue(html().contains("<p>this derivation does not hold: see slip</p>"), html());
    }

    @Test
    void aClaimThatIsNotAsAnnouncedStopsThePage() {
        AssertionError right = assertThrows(AssertionError.class, () -> prove(odd()
                .claim("a-report", "odd", x -> negative(tanh(x))).isWrong().onInputs(normal(2, 1), 1)));
        assertTrue(right.getMessage().contains("the claim is right, but was announced as wrong"), right.getMessage());
    }

    @Test
    void everythingIsEscaped() {
        prove(odd().claim("<key>", "<label>", x -> Vectors.plus(tanh(x), 1)).isWrong().onInputs(normal(2, 1), 1));
        assertTrue(html().contains("tanh is &lt;odd&gt;") && html().contains("-tanh(x) &amp; no more"), html());
        assertTrue(html().contains("&lt;key&gt;") && html().contains("&lt;label&gt;"), html());
    }

    @Test
    void aFirstStepWithoutAValueIsAnErrorOfTheCell() {
        assertThrows(FunctionFault.class, () -> prove(derivation("log").step("a", x -> log(-1)).step("b", x -> 1).onInputs(normal(1, 1), 1)));
        assertEquals(0, kernel.shown.size());
    }

    @Test
    void bothClassesCanBeImportedWhole() {
        Set<String> ours = names(Notebook.class);
        assertTrue(ours.contains("prove"));
        ours.retainAll(names(Vectors.class));
        assertEquals(Set.of(), ours);
    }

    private static Set<String> names(Class<?> type) {
        return Arrays.stream(type.getMethods()).filter(method -> method.getDeclaringClass() == type).map(Member::getName).collect(Collectors.toSet());
    }
}
