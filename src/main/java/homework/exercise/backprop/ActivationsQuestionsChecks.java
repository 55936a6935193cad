package homework.exercise.backprop;

import homework.exercise.Answers;
import homework.exercise.Check;
import homework.exercise.Choice;
import homework.exercise.Visible;

/** What vanishes over twenty sigmoids; where a derivative is taken; what becomes of a dead ReLU. */
@Visible
public class ActivationsQuestionsChecks {

    @Check(order = 1, points = 1, says = "question 1: twenty sigmoids")
    public void twentySigmoids(Answers answers) {
        Choice.question(1).right('b')
                .wrong('a', "The outputs lie between 0 and 1, but they are not what is multiplied on the way back. How large can a slope "
                        + "y(1 − y) be?")
                .wrong('c', "That is a sum of slopes, 20 · 1/4. Along one path slopes are multiplied.")
                .wrong('d', "1 is the largest slope of tanh. The sigmoid's is y(1 − y): put y = 1/2 in.")
                .check(answers);
    }

    @Check(order = 2, points = 1, says = "question 2: only y is kept")
    public void onlyTheOutput(Answers answers) {
        Choice.question(2).right('c')
                .wrong('a', "The rule y(1 − y) takes y itself. With σ once more it is the slope at the point y in place of x: 0.2241 for x "
                        + "= 0.7, where 0.2217 is right.")
                .wrong('b', "Look at (sigmoid'): its right side can be written with one letter only. Which one?")
                .wrong('d', "1 − y² belongs to tanh, whose outputs run from −1 to 1.")
                .check(answers);
    }

    @Check(order = 3, points = 1, says = "question 3: a ReLU that is always off")
    public void deadUnit(Answers answers) {
        Choice.question(3).right('d')
                .wrong('a', "A large rate times 0 is 0. What is dL/dw of a unit whose slope is 0 for every example?")
                .wrong('b', "The gradient that arrives may be as large as it likes: it is multiplied by the slope, not added to it.")
                .wrong('c', "The convention matters where x is exactly 0. Here x is negative for every example.")
                .check(answers);
    }
}
