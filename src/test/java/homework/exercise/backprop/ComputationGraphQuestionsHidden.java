package homework.exercise.backprop;

import homework.exercise.Answers;
import homework.exercise.Check;
import homework.exercise.Hidden;

/** Letters cannot be asked for in another way: the same questions again. */
@Hidden
class ComputationGraphQuestionsHidden {
    private final ComputationGraphQuestionsChecks visible = new ComputationGraphQuestionsChecks();

    @Check(order = 1, guards = "twoPaths", says = "two paths")
    void twoPaths(Answers answers) {
        visible.twoPaths(answers);
    }

    @Check(order = 2, guards = "wrongOrder", says = "the wrong order")
    void wrongOrder(Answers answers) {
        visible.wrongOrder(answers);
    }

    @Check(order = 3, guards = "product", says = "a product of max and min")
    void product(Answers answers) {
        visible.product(answers);
    }
}
