package homework.exercise.start;

import homework.exercise.Expect;
import homework.exercise.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether the right number of originals is for training; looked at over several seeds, as one alone may be right by luck. */
record Fraction(double fraction, int images, int originals, int mostVersions, List<Parts> splits) {

    static void check(DataAndSplits.SplitByOriginal split, int[] original, double fraction) {
        Expect.given("original", original).and("fraction", fraction).and("seed", "1 to " + Parts.SEEDS).holds("the splits can be counted", () -> {
            List<Parts> splits = new ArrayList<>();
            for (long seed = 1; seed <= Parts.SEEDS; seed++) {
                splits.add(Parts.of(original, split.of(original, fraction, seed)));
            }
            int[] distinct = IntStream.of(original).distinct().toArray();
            int most = IntStream.of(distinct).map(number -> (int) IntStream.of(original).filter(other -> other == number).count()).max().orElse(0);
            new Fraction(fraction, original.length, distinct.length, most, splits).orThrow();
            return true;
        });
    }

    private void orThrow() {
        double exact = fraction * originals;
        int expected = (int) Math.round(exact);
        if (each(parts -> parts.originalsInTrain() == expected)) {
            return;
        }
        if (each(parts -> parts.originalsInTrain() == originals - expected)) {
            throw problem("exchanged", expected).likely("the parts stand in the wrong order; return {train, validation}");
        }
        if (each(parts -> parts.originalsInTrain() == (int) exact)) {
            throw problem("not rounded", expected).likely("a cast to int cuts off what stands after the point; use Math.round");
        }
        if (each(parts -> parts.originalsInTrain() == (int) Math.ceil(exact))) {
            throw problem("rounded up", expected).likely("rounded up; use Math.round");
        }
        if (each(parts -> Math.abs(parts.train().length - fraction * images) < mostVersions)) {
            throw problem("of images", expected).likely("the fraction was taken of the number of images, not of that of the originals");
        }
        if (splits.stream().map(Parts::originalsInTrain).distinct().count() > 1) {
            throw problem("not fixed", expected).likely("each original was drawn by itself with a probability, or what was shuffled does not hold "
                    + "each number in original exactly once; shuffle the distinct numbers and take the first ones");
        }
        throw problem("fraction", expected);
    }

    private Problem problem(String key, int expected) {
        String counts = splits.stream().map(Parts::originalsInTrain).distinct().sorted().map(String::valueOf).collect(Collectors.joining(" or "));
        return Problem.of(key, "train holds " + counts + " of the " + originals + " originals, expected "
                + expected + " (" + fraction + " of them, rounded)");
    }

    private boolean each(Predicate<Parts> condition) {
        return splits.stream().allMatch(condition);
    }
}
