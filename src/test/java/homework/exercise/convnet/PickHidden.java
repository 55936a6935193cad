package homework.exercise.convnet;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Hidden;
import java.util.Arrays;
import java.util.Random;

@Hidden
class PickHidden {
    /** No two of the errors are equal. */
    private static final double FINE = 1e-6;

    @Check(order = 1, guards = "lowest", says = "five models, fifteen epochs")
    void lowest(Experiments.Pick pick) {
        compare(pick, errors(1, 5, 15, FINE));
        compare(pick, errors(2, 1, 20, FINE));
    }

    @Check(order = 2, guards = "differentLengths", says = "five models, fewer epochs each")
    void differentLengths(Experiments.Pick pick) {
        double[][] falling = errors(3, 5, 15, FINE);
        for (int model = 0; model < falling.length; model++) {
            falling[model] = Arrays.copyOf(falling[model], 12 - 2 * model);
        }
        falling[3][5] = -1;
        compare(pick, falling);
        double[][] rising = {{4}, {3, 2, 1}, {3, 0.5}};
        compare(pick, rising);
    }

    @Check(order = 3, guards = "ties", says = "whole per cents, many of them equal")
    void ties(Experiments.Pick pick) {
        compare(pick, errors(4, 6, 15, 1));
        compare(pick, errors(5, 6, 15, 2));
        compare(pick, new double[][] {{7, 7}, {7, 7}});
    }

    @Check(order = 4, guards = "leavesItsArgumentAlone", says = "before anything is learnt")
    void leavesItsArgumentAlone(Experiments.Pick pick, Calls calls) {
        compare(pick, new double[][] {{91.25, 90.5}, {90, 89.75}, {89.5, 91}});
        calls.leftArgumentsAlone();
    }

    private static void compare(Experiments.Pick pick, double[][] validation) {
        int[] expected = PickKnown.pick(validation);
        PickChecks.given(validation).that(() -> PickChecks.picked(pick, validation)).near(Arrays.stream(expected).asDoubleStream().toArray());
    }

    /** Errors between 2 and 6 per cent, in steps. */
    private static double[][] errors(long seed, int models, int epochs, double step) {
        Random random = new Random(seed);
        double[][] errors = new double[models][epochs];
        for (double[] model : errors) {
            Arrays.setAll(model, epoch -> 2 + step * Math.floor(4 * random.nextDouble() / step));
        }
        return errors;
    }
}
