package homework.exercise.start;

import homework.exercise.Answers;
import homework.exercise.Check;
import homework.exercise.Hidden;

/** Letters have no other inputs: the same questions once more. */
@Hidden
class DataAndSplitsQuestionsHidden {
    private final DataAndSplitsQuestionsChecks visible = new DataAndSplitsQuestionsChecks();

    @Check(order = 1, guards = "meanOverEverything", says = "question 1")
    void meanOverEverything(Answers answers) {
        visible.meanOverEverything(answers);
    }

    @Check(order = 2, guards = "copiesFirst", says = "question 2")
    void copiesFirst(Answers answers) {
        visible.copiesFirst(answers);
    }

    @Check(order = 3, guards = "smallDifference", says = "question 3")
    void smallDifference(Answers answers) {
        visible.smallDifference(answers);
    }
}
