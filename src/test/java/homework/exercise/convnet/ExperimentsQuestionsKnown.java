package homework.exercise.convnet;

import homework.exercise.Answers;
import homework.exercise.Known;

/** Answers to the questions, right and wrong. */
final class ExperimentsQuestionsKnown {
    static final Known<Answers> QUESTIONS = Known.of(Experiments.QUESTIONS, () -> "bcd")
            .wrong("small batches are needed", () -> "acd", "option a", "batchSizes")
            .wrong("fewer images", () -> "ccd", "option c", "batchSizes")
            .wrong("overfitting", () -> "dcd", "option d", "batchSizes")
            .wrong("every difference counts", () -> "bad", "option a", "twoNetworks")
            .wrong("the same then", () -> "bbd", "option b", "twoNetworks")
            .wrong("compare the best epochs", () -> "bdd", "option d", "twoNetworks")
            .wrong("the losses are much alike", () -> "bca", "option a", "sixEqualNumbers")
            .wrong("rounding", () -> "bcb", "option b", "sixEqualNumbers")
            .wrong("the same seed", () -> "bcc", "option c", "sixEqualNumbers")
            .wrong("one left open", () -> "b?d", "not answered", "twoNetworks");

    private ExperimentsQuestionsKnown() {
    }
}
