package homework.exercise.backprop;

import homework.exercise.Answers;
import homework.exercise.Check;
import homework.exercise.Choice;
import homework.exercise.Visible;

/** The questions at the end of 1-backprop/softmax. */
@Visible
public class SoftmaxQuestionsChecks {

    @Check(order = 1, points = 1, says = "question 1: which m")
    public void shift(Answers answers) {
        Choice.question(1).right('b')
                .wrong('a', "That is the rule for e^+x. Here the largest exponent belongs to the smallest score: "
                        + "what is −β(x_i − m) there if m = max x?")
                .wrong('c', "The mean leaves half of the exponents above 0. Put scores 0 and 4000 in: what is the largest exponent then?")
                .wrong('d', "On paper every m cancels. In a double it has to keep every e^… below 1.8·10^308 and at least one of them above 0.")
                .check(answers);
    }

    @Check(order = 2, points = 1, says = "question 2: β without limit")
    public void temperature(Answers answers) {
        Choice.question(2).right('c')
                .wrong('a', "That is β → 0: all exponents go to 0, and every class gets 1/n.")
                .wrong('b', "Look at the sign in the exponent: a high score makes a small e^−βx.")
                .wrong('d', "Every e^−βx does go to 0 where x > 0, but p is a quotient of them, and the p_i always sum to 1.")
                .check(answers);
    }

    @Check(order = 3, points = 1, says = "question 3: one step of gradient descent")
    public void step(Answers answers) {
        Choice.question(3).right('a')
                .wrong('b', "You have used p − t, which belongs to e^+x. Here dL/dx = β(t − p), and a step goes against the gradient.")
                .wrong('c', "The label has the gradient β(1 − p) and each other class −βp, and neither is 0. Which way does a step against it go?")
                .wrong('d', "Every component has its own sign: t − p is 1 − p at the label, but −p elsewhere. And the components sum to 0.")
                .check(answers);
    }
}
