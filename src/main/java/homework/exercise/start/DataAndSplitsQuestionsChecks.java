package homework.exercise.start;

import homework.exercise.Answers;
import homework.exercise.Check;
import homework.exercise.Choice;
import homework.exercise.Visible;

/** The three questions at the end of 0-start/data-and-splits. */
@Visible
public class DataAndSplitsQuestionsChecks {

    @Check(order = 1, points = 1, says = "question 1: the mean over all images")
    public void meanOverEverything(Answers answers) {
        Choice.question(1).right('c')
                .wrong('a', "Labels are not all that can leak. "
                        + "The mean is a parameter like a weight: it was fitted, and test images took part in the fitting.")
                .wrong('b', "You saw how large the trace is: on MNIST the mean differs in the fourth digit. "
                        + "A rule is broken, but the number is not surely off; "
                        + "with a whitening matrix or a choice of features in place of a mean it may be many points.")
                .check(answers);
    }

    @Check(order = 2, points = 1, says = "question 2: copies first, split afterwards")
    public void copiesFirst(Answers answers) {
        Choice.question(2).right('a')
                .wrong('b', "The leak you saw, but the number does not help either: whoever misses one version of a digit mostly misses the others. "
                        + "The n of (sampling error) is the number of different digits.")
                .wrong('c', "The nearest neighbour found them alike enough: "
                        + "it looked far better on such a validation set than on unseen digits. Compare the two bars on the left again.")
                .check(answers);
    }

    @Check(order = 3, points = 1, says = "question 3: 1.60 % against 1.85 %")
    public void smallDifference(Answers answers) {
        Choice.question(3).right('d')
                .wrong('a', "Put 1.6 and 1800 into (sampling error): about 0.3 points for each of the two numbers. "
                        + "Another 1800 images may well turn the order round.")
                .wrong('b', "That no difference can be seen does not mean there is none: "
                        + "the same sampling error that hides whether A is better hides whether they are equal.")
                .wrong('c', "Then the test set has helped to choose, "
                        + "and its number is no forecast any more; and a single look at it has a sampling error, too.")
                .check(answers);
    }
}
