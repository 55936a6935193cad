package homework.exercise.convnet;

import homework.exercise.Calls;
import homework.exercise.Check;
import homework.exercise.Expect;
import homework.exercise.Problem;
import homework.exercise.Visible;
import java.util.Arrays;

/** z = (b − c)/√(b + c); b images are wrong in A alone, c in B alone. */
@Visible
public class McNemarChecks {
    /** Java keeps one Integer object for each number below it. */
    private static final int KEPT = 128;

    @Check(order = 1, points = 1, says = "7 wrong in A alone, 2 in B alone, 1 in both: 5/3")
    public void aIsWorse(Experiments.Paired paired) {
        compare(paired, new int[] {2, 5, 9, 11, 20, 31, 44, 58}, new int[] {5, 60, 71}, 5 / 3.0);
    }

    @Check(order = 2, points = 1, says = "B is worse: z is negative")
    public void bIsWorse(Experiments.Paired paired) {
        compare(paired, new int[] {}, new int[] {0, 3, 4, 8}, -2);
        compare(paired, new int[] {1, 6, 7}, new int[] {0, 1, 2, 3, 4, 5, 7, 8, 9, 10}, -7 / 3.0);
    }

    @Check(order = 3, points = 1, says = "the same images wrong in both: 0")
    public void nobodyDiffers(Experiments.Paired paired) {
        compare(paired, new int[] {4, 17, 90}, new int[] {4, 17, 90}, 0);
        compare(paired, new int[] {}, new int[] {}, 0);
    }

    @Check(order = 4, points = 1, says = "places above 127; the arguments stay as they were")
    public void leavesItsArgumentsAlone(Experiments.Paired paired, Calls calls) {
        compare(paired, new int[] {5, 130, 947, 1014, 2135, 4880, 9999}, new int[] {5, 130, 1014, 3000}, 3 / Math.sqrt(5));
        calls.leftArgumentsAlone();
    }

    static void compare(Experiments.Paired paired, int[] wrongA, int[] wrongB, double z) {
        Expect expect = Expect.given("wrongA", wrongA).and("wrongB", wrongB);
        if (z != 0) {
            mistakes(expect, wrongA, wrongB, z);
        }
        expect.that(() -> {
            double value = paired.of(wrongA, wrongB);
            if (Double.isNaN(value) && z == 0) {
                throw Problem.of("0/0", "returned NaN, expected 0").likely("b + c is 0, and 0/0 is no number: ask for that case first");
            }
            return value;
        }).near(z);
    }

    private static void mistakes(Expect expect, int[] wrongA, int[] wrongB, double z) {
        int all = wrongA.length + wrongB.length;
        double difference = wrongA.length - wrongB.length;
        double different = difference * difference / (z * z);
        expect.mistake("sign", "the sign is lost, or the other way round: z is positive where A has more errors of its own, negative where B has", -z)
                .mistake("unpaired", "all errors were counted; an image that both get wrong tells nothing: leave it out of b and of c",
                        difference / Math.sqrt(all))
                .mistake("root", "divided by b + c itself, not by its root", difference / different)
                .mistake("square", "this is z²; without the sign nobody sees which model is worse", z * z)
                .mistake("not divided", "this is b − c; divide it by √(b + c)", difference)
                .mistake("union", "divided by the root of all images that either gets wrong; those that both get wrong do not count",
                        difference / Math.sqrt((all + different) / 2))
                .mistake("correction", "1 was taken off |b − c|, a correction for small counts that some books make; it is not in this formula",
                        z - Math.signum(z) / Math.sqrt(different))
                .mistake("Integer", "equal places were taken for different ones: == on two Integer objects asks whether they are one object, "
                        + "which above 127 they need not be; use int, or equals", difference / Math.sqrt(all - 2 * kept(wrongA, wrongB)));
    }

    /** How many places of both are found equal by who compares Integer objects with ==. */
    private static double kept(int[] wrongA, int[] wrongB) {
        return Arrays.stream(wrongA).filter(place -> place < KEPT && Arrays.binarySearch(wrongB, place) >= 0).count();
    }
}
