package homework.exercise.convnet;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Visible;
import java.util.Arrays;

/** {model, epoch} of the lowest validation error. */
@Visible
public class PickChecks {
    private static final String START = "{0, 0} is where a search begins; compare others with the first one's error, or with infinity";

    @Check(order = 1, points = 1, says = "the lowest of all, which is not the last epoch's")
    public void lowest(Experiments.Pick pick) {
        double[][] validation = {{5, 3, 3, 3}, {6, 3.5, 2.9, 2.6}, {7, 2.5, 2.7, 3.1}};
        given(validation)
                .mistake("highest", "this is the highest error; the lowest is wanted", new double[] {2, 0})
                .mistake("last epoch", "only the last epoch of each model was looked at; a model may be stopped at any epoch", new double[] {1, 3})
                .mistake("from 1", "model and epoch are counted from 1; count from 0, as arrays do", new double[] {3, 2})
                .mistake("exchanged", "this is {epoch, model}; return {model, epoch}", new double[] {1, 2})
                .mistake("mean of a model", "this is the model with the lowest mean over its epochs; a model is as good as its best epoch",
                        new double[] {0, 1})
                .mistake("mean of an epoch", "this is the epoch with the lowest mean over the models; each model has an epoch of its own",
                        new double[] {2, 2})
                .mistake("start", START, new double[] {0, 0})
                .that(() -> picked(pick, validation)).near(new double[] {2, 1});
    }

    @Check(order = 2, points = 1, says = "runs of different length")
    public void differentLengths(Experiments.Pick pick) {
        double[][] validation = {{4, 3.2}, {5, 3, 2.8, 3.3}, {4.5, 3.1, 2.9}};
        given(validation)
                .mistake("length of the first", "each run was read as far as the first one goes; each has its own length, validation[m].length",
                        new double[] {1, 1})
                .mistake("last epoch", "only the last epoch of each model was looked at; a model may be stopped at any epoch", new double[] {2, 2})
                .mistake("start", START, new double[] {0, 0})
                .that(() -> picked(pick, validation)).near(new double[] {1, 2});
    }

    @Check(order = 3, points = 1, says = "of equal errors the first model, and its first epoch")
    public void ties(Experiments.Pick pick) {
        double[][] validation = {{3, 2, 2}, {2, 2, 4}, {2.5, 2, 2}};
        given(validation)
                .mistake("last of equals", "of equal errors the last was taken: <= lets a later one replace an earlier one, < does not",
                        new double[] {2, 2})
                .mistake("later epoch", "the right model, but of its equal epochs the last: the first has trained less", new double[] {0, 2})
                .mistake("epochs first", "of equal errors the one at the earliest epoch was taken; the simpler model comes first, whatever the epoch",
                        new double[] {1, 0})
                .that(() -> picked(pick, validation)).near(new double[] {0, 1});
    }

    @Check(order = 4, points = 1, says = "errors near 90 %; validation stays as it was")
    public void leavesItsArgumentAlone(Experiments.Pick pick, Calls calls) {
        double[][] validation = {{90.2, 89.7, 89.9}, {90.1, 90.3, 88.9}};
        given(validation)
                .mistake("start", START, new double[] {0, 0})
                .that(() -> picked(pick, validation)).near(new double[] {1, 2});
        calls.leftArgumentsAlone();
    }

    /** Row after row, of any length. */
    static Expect given(double[][] validation) {
        return Expect.given("validation", Arrays.deepToString(validation));
    }

    /** As numbers that can be compared. */
    static double[] picked(Experiments.Pick pick, double[][] validation) throws Exception {
        return Arrays.stream(pick.of(validation)).asDoubleStream().toArray();
    }
}
