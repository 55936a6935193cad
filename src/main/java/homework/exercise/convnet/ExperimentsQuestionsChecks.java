package homework.exercise.convnet;

import homework.exercise.Answers;
import homework.exercise.Check;
import homework.exercise.Choice;
import homework.exercise.Visible;

/** The questions at the end of 3-convnet/experiments. */
@Visible
public class ExperimentsQuestionsChecks {

    @Check(order = 1, points = 1, says = "question 1: what the figure of batch sizes shows")
    public void batchSizes(Answers answers) {
        Choice.question(1).right('b')
                .wrong('a', "The second figure has the same batches and the same epochs, and there the large ones do far better. "
                        + "Noise that is needed cannot be handed back by a learning rate alone.")
                .wrong('c', "An epoch reads all 4200 images whatever the batch. What does it do 4200 times in one case and 33 times in the other?")
                .wrong('d', "The training error is as bad as the validation error. A network that learns by heart has a low one.")
                .check(answers);
    }

    @Check(order = 2, points = 1, says = "question 2: two networks, 0.02 points apart")
    public void twoNetworks(Answers answers) {
        Choice.question(2).right('c')
                .wrong('a', "Both leave thousands of easy images right and fail on many of the same hard ones. "
                        + "What chance can do is decided by those on which they differ.")
                .wrong('b', "No difference that can be seen is not the same as equal: with so many images, a difference of 0.02 points would be lost "
                        + "in chance if it were real, too.")
                .wrong('d', "The best of several epochs is luckier than any one of them, and the luck is in the test images: a second error on top.")
                .check(answers);
    }

    @Check(order = 3, points = 1, says = "question 3: six equal numbers")
    public void sixEqualNumbers(Answers answers) {
        Choice.question(3).right('d')
                .wrong('a', "Similar they may be. But even two runs of one loss with two seeds differ in the second decimal.")
                .wrong('b', "Rounding hides less than 0.005 points, 3 training images of 60000. Two losses take another step at every single image.")
                .wrong('c', "One seed gives both the same start and the same order. But the first step already differs, and so do all later ones.")
                .check(answers);
    }
}
