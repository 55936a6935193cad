package homework.exercise.backprop;

import homework.exercise.Answers;
import homework.exercise.Check;
import homework.exercise.Hidden;

/** A choice has no other inputs to be tried on; the same questions guard themselves. */
@Hidden
class SoftmaxQuestionsHidden {

    @Check(order = 1, guards = "shift", says = "question 1")
    void shift(Answers answers) {
        SoftmaxQuestionsChecks.SHIFT.check(answers);
    }

    @Check(order = 2, guards = "temperature", says = "question 2")
    void temperature(Answers answers) {
        SoftmaxQuestionsChecks.TEMPERATURE.check(answers);
    }

    @Check(order = 3, guards = "step", says = "question 3")
    void step(Answers answers) {
        SoftmaxQuestionsChecks.STEP.check(answers);
    }
}
