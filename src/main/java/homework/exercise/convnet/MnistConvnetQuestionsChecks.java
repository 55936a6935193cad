package homework.exercise.convnet;

import homework.exercise.Answers;
import homework.exercise.Check;
import homework.exercise.Choice;
import homework.exercise.Visible;

/** The questions at the end of 3-convnet/mnist. */
@Visible
public class MnistConvnetQuestionsChecks {

    @Check(order = 1, points = 1, says = "question 1: the mean of squares")
    public void meanOfSquares(Answers answers) {
        Choice.question(1).right('c')
                .wrong('a', "A learning rate acts when weights move. Here the very first forward pass differs: what reaches the tanh of conv2 is "
                        + "half as large, biases aside.")
                .wrong('b', "Subtractive normalisation only subtracts: half the mean from half the values leaves half.")
                .wrong('d', "Double the weights of conv2 and of fc1, and each of their outputs is what it was. So nothing is lost for good.")
                .check(answers);
    }

    @Check(order = 2, points = 1, says = "question 2: images of 64 by 64")
    public void largerImages(Answers answers) {
        Choice.question(2).right('b')
                .wrong('a', "The same 25 weights a filter and input map are used at every place. More places are more products, not more weights.")
                .wrong('c', "The convolutions indeed read any size. But behind them stands a dense layer with a weight for each place of each map: "
                        + "how many places are left of 64 by 64?")
                .check(answers);
    }

    @Check(order = 3, points = 1, says = "question 3: better on images never seen")
    public void runningAccuracy(Answers answers) {
        Choice.question(3).right('d')
                .wrong('a', "For the finished network these very images are the harder ones: look at the tenth epoch of the table.")
                .wrong('b', "Overfitting is the other way round: better on what was seen in training.")
                .wrong('c', "The published network has no dropout at all. What else is different about the moment at which the two are measured?")
                .check(answers);
    }
}
