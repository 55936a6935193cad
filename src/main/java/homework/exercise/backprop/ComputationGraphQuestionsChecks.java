package homework.exercise.backprop;

import homework.exercise.Answers;
import homework.exercise.Check;
import homework.exercise.Choice;
import homework.exercise.Visible;

/** What adds and what multiplies; the order of the nodes; what max and min do together. */
@Visible
public class ComputationGraphQuestionsChecks {

    @Check(order = 1, points = 1, says = "two paths")
    public void twoPaths(Answers answers) {
        Choice.question(1).right('c')
                .wrong('a', "Along one path derivatives are multiplied, but 0.5 and 0.3 came over two different ones. If one of the paths brought 0, "
                        + "would u then have no influence on E at all?")
                .wrong('b', "That is what an = in place of += gives. Move u a little: both nodes that read it move, and E feels both.")
                .wrong('d', "An average would be right if each path carried half of u. Each carries all of it: the effects add up.")
                .check(answers);
    }

    @Check(order = 2, points = 1, says = "the wrong order")
    public void wrongOrder(Answers answers) {
        Choice.question(2).right('b')
                .wrong('a', "The order of additions into one node does not matter, but when a node hands on does: "
                        + "m was visited while dE/dm was still 0.")
                .wrong('c', "y is visited last, with dE/dy = 1 in its place, and it does hand that on to those it reads.")
                .wrong('d', "x1 was served first of all, when every gradient but dE/dy was 0.")
                .check(answers);
    }

    @Check(order = 3, points = 1, says = "a product of max and min")
    public void product(Answers answers) {
        Choice.question(3).right('b')
                .wrong('a', "s2 loses the max, but it wins the min, and n is a factor of y. What is max times min, for two numbers?")
                .wrong('c', "That would be the sum. Here n moves by 1 when s2 does, and y moves by m times that.")
                .wrong('d', "That is dy/ds1. Over which of the two nodes does s2 reach y, and what is the other factor there?")
                .check(answers);
    }
}
