package homework.exercise.convnet;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Hidden;
import java.util.Random;
import java.util.stream.IntStream;

@Hidden
class McNemarHidden {

    @Check(order = 1, guards = "aIsWorse", says = "200 images, seed 1")
    void aIsWorse(Experiments.Paired paired) {
        compare(paired, places(1, 200, .3), places(2, 200, .15));
    }

    @Check(order = 2, guards = "bIsWorse", says = "200 images, seed 3")
    void bIsWorse(Experiments.Paired paired) {
        compare(paired, places(3, 200, .1), places(4, 200, .25));
    }

    @Check(order = 3, guards = "nobodyDiffers", says = "as many wrong in A alone as in B alone")
    void nobodyDiffers(Experiments.Paired paired) {
        compare(paired, new int[] {1, 5, 300, 700}, new int[] {1, 2, 300, 3000});
        compare(paired, new int[] {0}, new int[] {0});
    }

    @Check(order = 4, guards = "leavesItsArgumentsAlone", says = "10000 images, seed 5")
    void leavesItsArgumentsAlone(Experiments.Paired paired, Calls calls) {
        compare(paired, places(5, 10000, .03), places(6, 10000, .02));
        calls.leftArgumentsAlone();
    }

    private static void compare(Experiments.Paired paired, int[] wrongA, int[] wrongB) {
        McNemarChecks.compare(paired, wrongA, wrongB, McNemarKnown.z(wrongA, wrongB));
    }

    private static int[] places(long seed, int images, double share) {
        Random random = new Random(seed);
        return IntStream.range(0, images).filter(i -> random.nextDouble() < share).toArray();
    }
}
