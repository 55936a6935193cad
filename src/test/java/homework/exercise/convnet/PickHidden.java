package homework.exercise.convnet;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Draw;
import homework.exercise.Hidden;
import java.util.Arrays;
import java.util.stream.IntStream;

@Hidden
class PickHidden {

    @Check(order = 1, guards = "lowest", says = "other models and epochs; a single model")
    void lowest(Experiments.Pick pick, Draw draw) {
        compare(pick, different(draw, 2, lengths(draw.whole(4, 6), draw.whole(8, 15))));
        compare(pick, different(draw, 2, lengths(1, draw.whole(10, 20))));
    }

    @Check(order = 2, guards = "differentLengths", says = "other runs, the first of them longest or shortest")
    void differentLengths(Experiments.Pick pick, Draw draw) {
        compare(pick, different(draw, 2, new int[] {draw.whole(9, 12), 6, 4, draw.whole(5, 7)}));
        int[] rising = IntStream.range(0, draw.whole(4, 6)).map(model -> model == 0 ? draw.whole(3, 4) : draw.whole(5, 9)).toArray();
        // The lowest lies behind the end of the first run, where whoever reads all runs that far does not see it.
        double[][] late = different(draw, 2, rising);
        int model = draw.whole(1, late.length - 1);
        late[model][late[model].length - 1] = 1;
        compare(pick, late);
    }

    @Check(order = 3, guards = "ties", says = "other whole per cents, many of them equal")
    void ties(Experiments.Pick pick, Draw draw) {
        for (int most : new int[] {5, 3}) {
            double[][] errors = new double[draw.whole(4, 6)][draw.whole(8, 15)];
            for (double[] model : errors) {
                Arrays.setAll(model, epoch -> draw.whole(2, most));
            }
            compare(pick, errors);
        }
        double[][] same = new double[draw.whole(2, 4)][draw.whole(2, 4)];
        Arrays.stream(same).forEach(model -> Arrays.fill(model, 7));
        compare(pick, same);
    }

    @Check(order = 4, guards = "leavesItsArgumentAlone", says = "other errors before anything is learnt")
    void leavesItsArgumentAlone(Experiments.Pick pick, Draw draw, Calls calls) {
        compare(pick, different(draw, 75, lengths(3, draw.whole(3, 6))));
        calls.leftArgumentsAlone();
    }

    private static void compare(Experiments.Pick pick, double[][] validation) {
        int[] expected = PickKnown.pick(validation);
        PickChecks.given(validation).that(() -> PickChecks.picked(pick, validation)).near(Arrays.stream(expected).asDoubleStream().toArray());
    }

    private static int[] lengths(int models, int epochs) {
        return IntStream.range(0, models).map(model -> epochs).toArray();
    }

    /**
     * Errors no two of which are equal. The lowest stands neither at its model's first epoch nor at the last, and the other epochs of that
     * model are worse than those of all others.
     */
    private static double[][] different(Draw draw, double lowest, int[] epochs) {
        double[] numbers = draw.apart(IntStream.of(epochs).sum(), lowest + 0.1, lowest + 10, 0.02);
        double[][] errors = new double[epochs.length][];
        int taken = 0;
        for (int model = 0; model < errors.length; model++) {
            errors[model] = Arrays.copyOfRange(numbers, taken, taken + epochs[model]);
            taken += epochs[model];
        }
        double[] best = errors[draw.whole(0, errors.length - 1)];
        Arrays.setAll(best, epoch -> best[epoch] + 10);
        best[draw.whole(1, best.length - 2)] = lowest;
        return errors;
    }
}
