package homework.exercise.convnet;

import homework.exercise.Known;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Answers to mcNemar, right and wrong. */
final class McNemarKnown {
    private static final String ALONE = "leavesItsArgumentsAlone";
    private static final String[] NOT_ZERO = {"aIsWorse", "bIsWorse", ALONE};
    static final Known<Experiments.Paired> PAIRED = Known.of(Experiments.MCNEMAR, McNemarHidden.class, McNemarKnown::z)
            .wrong("unpaired", (a, b) -> a.length + b.length == 0 ? 0 : (a.length - b.length) / Math.sqrt(a.length + b.length), "unpaired", NOT_ZERO)
            .wrong("the other way round", (a, b) -> z(b, a), "sign", NOT_ZERO)
            .wrong("without the sign", (a, b) -> Math.abs(z(a, b)), "sign", "bIsWorse")
            .wrong("no root", (a, b) -> alone(a, b) + alone(b, a) == 0 ? 0 : (alone(a, b) - alone(b, a)) / (double) (alone(a, b) + alone(b, a)),
                    "root", NOT_ZERO)
            .wrong("z²", (a, b) -> z(a, b) * z(a, b), "square", NOT_ZERO)
            .wrong("b − c", (a, b) -> alone(a, b) - alone(b, a), "not divided", NOT_ZERO)
            .wrong("divided by the union", (a, b) -> {
                int union = a.length + alone(b, a);
                return union == 0 ? 0 : (alone(a, b) - alone(b, a)) / Math.sqrt(union);
            }, "union", NOT_ZERO)
            .wrong("with a correction", (a, b) -> z(a, b) == 0 ? 0 : z(a, b) - Math.signum(z(a, b)) / Math.sqrt(alone(a, b) + alone(b, a)),
                    "correction", NOT_ZERO)
            .wrong("no case for b + c = 0", (a, b) -> (alone(a, b) - alone(b, a)) / Math.sqrt(alone(a, b) + alone(b, a)), "0/0", "nobodyDiffers")
            .wrong("boxed places compared with ==", (a, b) -> {
                int c = boxed(b, a);
                int d = boxed(a, b);
                return c + d == 0 ? 0 : (d - c) / Math.sqrt(c + d);
            }, "Integer", ALONE, "aIsWorse", "bIsWorse")
            .wrong("compared place by place in the lists", (a, b) -> {
                int both = (int) IntStream.range(0, Math.min(a.length, b.length)).filter(i -> a[i] == b[i]).count();
                int different = a.length + b.length - 2 * both;
                return different == 0 ? 0 : (a.length - b.length) / Math.sqrt(different);
            }, "unpaired", "aIsWorse", "bIsWorse", ALONE)
            .wrong("writes into A", (a, b) -> {
                double z = z(a, b);
                Arrays.setAll(a, i -> -1);
                return z;
            }, "argument changed", ALONE);

    private McNemarKnown() {
    }

    static double z(int[] wrongA, int[] wrongB) {
        int b = alone(wrongA, wrongB);
        int c = alone(wrongB, wrongA);
        return b + c == 0 ? 0 : (b - c) / Math.sqrt(b + c);
    }

    private static int alone(int[] some, int[] others) {
        return (int) Arrays.stream(some).filter(place -> Arrays.binarySearch(others, place) < 0).count();
    }

    private static int boxed(int[] some, int[] others) {
        List<Integer> boxed = Arrays.stream(others).boxed().toList();
        return (int) Arrays.stream(some).boxed().filter(place -> boxed.stream().noneMatch(other -> other == place)).count();
    }
}
