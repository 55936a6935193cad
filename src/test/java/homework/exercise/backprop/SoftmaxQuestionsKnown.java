package homework.exercise.backprop;

import homework.exercise.Answers;
import homework.exercise.Known;

/** Answers to the questions, right and wrong. */
final class SoftmaxQuestionsKnown {
    static final Known<Answers> QUESTIONS = Known.of(Softmax.QUESTIONS, () -> "bca")
            .wrong("max", () -> "aca", "option a", "shift")
            .wrong("mean", () -> "cca", "option c", "shift")
            .wrong("any m", () -> "dca", "option d", "shift")
            .wrong("β → 0", () -> "baa", "option a", "temperature")
            .wrong("the highest score wins", () -> "bba", "option b", "temperature")
            .wrong("all to 0", () -> "bda", "option d", "temperature")
            .wrong("p − t", () -> "bcb", "option b", "step")
            .wrong("others stay", () -> "bcc", "option c", "step")
            .wrong("all move alike", () -> "bcd", "option d", "step")
            .wrong("one left open", () -> "b?a", "not answered", "temperature")
            .wrong("too few", () -> "bc", "letters", "shift", "temperature", "step");

    private SoftmaxQuestionsKnown() {
    }
}
