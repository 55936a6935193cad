package homework.exercise.backprop;

import homework.exercise.Answers;
import homework.exercise.Check;
import homework.exercise.Hidden;

/** Letters cannot be asked for in another way: the same questions again. */
@Hidden
class ActivationsQuestionsHidden {
    private final ActivationsQuestionsChecks visible = new ActivationsQuestionsChecks();

    @Check(order = 1, guards = "twentySigmoids", says = "twenty sigmoids")
    void twentySigmoids(Answers answers) {
        visible.twentySigmoids(answers);
    }

    @Check(order = 2, guards = "onlyTheOutput", says = "only y is kept")
    void onlyTheOutput(Answers answers) {
        visible.onlyTheOutput(answers);
    }

    @Check(order = 3, guards = "deadUnit", says = "a ReLU that is always off")
    void deadUnit(Answers answers) {
        visible.deadUnit(answers);
    }
}
