package homework.exercise.convnet;

import homework.exercise.Answers;
import homework.exercise.Known;

/** Answers to the questions, right and wrong. */
final class MnistConvnetQuestionsKnown {
    static final Known<Answers> QUESTIONS = Known.of(MnistConvnet.QUESTIONS, () -> "cbd")
            .wrong("another learning rate", () -> "abd", "option a", "meanOfSquares")
            .wrong("normalisation removes it", () -> "bbd", "option b", "meanOfSquares")
            .wrong("something is lost", () -> "dbd", "option d", "meanOfSquares")
            .wrong("everything four times", () -> "cad", "option a", "largerImages")
            .wrong("nothing changes", () -> "ccd", "option c", "largerImages")
            .wrong("easier images", () -> "cba", "option a", "runningAccuracy")
            .wrong("overfitting", () -> "cbb", "option b", "runningAccuracy")
            .wrong("dropout", () -> "cbc", "option c", "runningAccuracy")
            .wrong("one left open", () -> "c?d", "not answered", "largerImages")
            .wrong("too many", () -> "cbda", "letters", "meanOfSquares", "largerImages", "runningAccuracy");

    private MnistConvnetQuestionsKnown() {
    }
}
