package homework.exercise.start;

import homework.exercise.Answers;
import homework.exercise.Known;

/** Answers to the three questions: every wrong option once. */
final class DataAndSplitsQuestionsKnown {
    static final Known<Answers> ALL = Known.of(DataAndSplits.QUESTIONS, () -> "cad")
            .wrong("1a: without labels nothing leaks", () -> "aad", "option a", "meanOverEverything")
            .wrong("1b: certainly too low", () -> "bad", "option b", "meanOverEverything")
            .wrong("2b: at least the set is more reliable", () -> "cbd", "option b", "copiesFirst")
            .wrong("2c: a shifted digit is another image", () -> "ccd", "option c", "copiesFirst")
            .wrong("3a: 1.60 is less than 1.85", () -> "caa", "option a", "smallDifference")
            .wrong("3b: equally good", () -> "cab", "option b", "smallDifference")
            .wrong("3c: let the test set decide", () -> "cac", "option c", "smallDifference")
            .wrong("one not answered yet", () -> "c?d", "not answered", "copiesFirst")
            .wrong("two letters", () -> "ca", "letters", "meanOverEverything", "copiesFirst", "smallDifference");

    private DataAndSplitsQuestionsKnown() {
    }
}
