package homework.exercise.backprop;

import homework.exercise.Answers;
import homework.exercise.Known;

/** Answers to the questions, right and wrong. */
final class ActivationsQuestionsKnown {
    static final Known<Answers> QUESTIONS = Known.of(Activations.QUESTIONS, () -> "bcd")
            .wrong("outputs multiplied", () -> "acd", "option a", "twentySigmoids")
            .wrong("slopes added", () -> "ccd", "option c", "twentySigmoids")
            .wrong("the slope of tanh", () -> "dcd", "option d", "twentySigmoids")
            .wrong("σ once more", () -> "bad", "option a", "onlyTheOutput")
            .wrong("x is needed", () -> "bbd", "option b", "onlyTheOutput")
            .wrong("the rule of tanh", () -> "bdd", "option d", "onlyTheOutput")
            .wrong("a larger rate", () -> "bca", "option a", "deadUnit")
            .wrong("a larger gradient", () -> "bcb", "option b", "deadUnit")
            .wrong("the convention at 0", () -> "bcc", "option c", "deadUnit")
            .wrong("one left open", () -> "b?d", "not answered", "onlyTheOutput")
            .wrong("too few", () -> "bc", "letters", "twentySigmoids", "onlyTheOutput", "deadUnit");

    private ActivationsQuestionsKnown() {
    }
}
