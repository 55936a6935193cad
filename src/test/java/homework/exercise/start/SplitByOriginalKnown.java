package homework.exercise.start;

import homework.exercise.Known;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Answers to splitByOriginal, right and wrong. */
final class SplitByOriginalKnown {
    private static final String[] EVERYTHING = {"everyIndexOnce", "keepsTogether", "fractionOfOriginals",
        "sameSeed", "otherSeeds", "leavesItsArgumentAlone"};

    static final Known<DataAndSplits.SplitByOriginal> ALL =
            Known.of(DataAndSplits.SPLIT_BY_ORIGINAL, SplitByOriginalHidden.class, SplitByOriginalKnown::split)
            .wrong("images are shuffled, not originals (the leak)", (original, fraction, seed) -> {
                List<Integer> images = shuffled(IntStream.range(0, original.length), seed);
                return by(original, i -> images.indexOf(i) < Math.round(fraction * original.length));
            }, "leak", "keepsTogether", "fractionOfOriginals")
            .wrong("versions told by their place, as if equally many", (original, fraction, seed) -> {
                int n = (int) IntStream.of(original).distinct().count();
                return split(IntStream.range(0, original.length).map(i -> i % n).toArray(), fraction, seed);
            }, "leak", "keepsTogether", "fractionOfOriginals")
            .wrong("sorted originals assumed: cut once", (original, fraction, seed) -> {
                long cut = Math.round(fraction * original.length);
                return by(original, i -> i < cut);
            }, "leak", "keepsTogether", "fractionOfOriginals", "otherSeeds")
            .wrong("originals numbered from 0 without gaps", (original, fraction, seed) -> {
                int n = IntStream.of(original).max().orElseThrow() + 1;
                List<Integer> order = shuffled(IntStream.range(0, n), seed);
                return by(original, i -> order.indexOf(original[i]) < Math.round(fraction * n));
            }, "not fixed", "fractionOfOriginals")
            .wrong("each original by itself with that probability", (original, fraction, seed) -> {
                Random random = new Random(seed);
                Map<Integer, Boolean> isTrain = new TreeMap<>();
                IntStream.of(original).forEach(number -> isTrain.computeIfAbsent(number, any -> random.nextDouble() < fraction));
                return by(original, i -> isTrain.get(original[i]));
            }, "not fixed", "fractionOfOriginals")
            .wrong("not shuffled", (original, fraction, seed) -> split(original, fraction, 1), "seed ignored", "otherSeeds")
            .wrong("another shuffle each time", (original, fraction, seed) -> split(original, fraction, System.nanoTime()), "no seed", "sameSeed")
            .wrong("filled up to the fraction of the images", (original, fraction, seed) -> {
                List<Integer> order = shuffled(IntStream.of(original).distinct(), seed);
                int images = 0;
                int taken = 0;
                while (images < Math.round(fraction * original.length)) {
                    int next = order.get(taken++);
                    images += IntStream.of(original).filter(number -> number == next).count();
                }
                int count = taken;
                return by(original, i -> order.indexOf(original[i]) < count);
            }, "of images", "fractionOfOriginals")
            .wrong("drops the first image", (original, fraction, seed) -> without(split(original, fraction, seed), i -> i == 0),
                    "missing", "everyIndexOnce", "keepsTogether", "leavesItsArgumentAlone")
            .wrong("one version of each original", (original, fraction, seed) -> without(split(original, fraction, seed),
                    i -> IntStream.range(0, i).anyMatch(j -> original[j] == original[i])), "one each", "everyIndexOnce", 
                    "keepsTogether", "leavesItsArgumentAlone")
            .wrong("an index twice", (original, fraction, seed) -> {
                int[][] parts = split(original, fraction, seed);
                int[] train = Arrays.copyOf(parts[0], parts[0].length + 1);
                train[parts[0].length] = train[0];
                return new int[][] {train, parts[1]};
            }, "twice", "everyIndexOnce", "leavesItsArgumentAlone")
            .wrong("validation is everything", (original, fraction, seed) -> new int[][] {split(original, fraction, seed)[0], all(original)},
                    "both parts", "everyIndexOnce", "keepsTogether", "leavesItsArgumentAlone")
            .wrong("{validation, train}", (original, fraction, seed) -> {
                int[][] parts = split(original, fraction, seed);
                return new int[][] {parts[1], parts[0]};
            }, "exchanged", "fractionOfOriginals")
            .wrong("cut off instead of rounded", (original, fraction, seed) -> split(original, fraction, seed,
                    count -> (int) Math.floor(fraction * count)), "not rounded", "fractionOfOriginals")
            .wrong("rounded up", (original, fraction, seed) -> split(original, fraction, seed,
                    count -> (int) Math.ceil(fraction * count)), "rounded up", "fractionOfOriginals")
            .wrong("numbers of originals instead of indices", (original, fraction, seed) -> numbers(original, split(original, fraction, seed)),
                    "one each", EVERYTHING)
            .wrong("one part only", (original, fraction, seed) -> new int[][] {split(original, fraction, seed)[0]}, "parts", EVERYTHING)
            .wrong("validation never made",
                    (original, fraction, seed) -> new int[][] {split(original, fraction, seed)[0], null}, "null", EVERYTHING)
            .wrong("everything in train", (original, fraction, seed) -> new int[][] {all(original), {}}, "empty", EVERYTHING)
            .wrong("null", (original, fraction, seed) -> null, "null", EVERYTHING)
            .wrong("original is changed", (original, fraction, seed) -> {
                int[][] parts = split(original, fraction, seed);
                Arrays.sort(original);
                return parts;
            }, "argument changed", "leavesItsArgumentAlone");

    private SplitByOriginalKnown() {
    }

    static int[][] split(int[] original, double fraction, long seed) {
        return split(original, fraction, seed, count -> (int) Math.round(fraction * count));
    }

    private static int[][] split(int[] original, double fraction, long seed, IntUnaryOperator toTrain) {
        List<Integer> order = shuffled(IntStream.of(original).distinct(), seed);
        int count = toTrain.applyAsInt(order.size());
        return by(original, i -> order.indexOf(original[i]) < count);
    }

    private static List<Integer> shuffled(IntStream numbers, long seed) {
        List<Integer> order = new ArrayList<>(numbers.boxed().toList());
        Collections.shuffle(order, new Random(seed));
        return order;
    }

    private static int[][] by(int[] original, IntPredicate isTrain) {
        return new int[][] {IntStream.of(all(original)).filter(isTrain).toArray(), IntStream.of(all(original)).filter(isTrain.negate()).toArray()};
    }

    private static int[] all(int[] original) {
        return IntStream.range(0, original.length).toArray();
    }

    private static int[][] without(int[][] parts, IntPredicate dropped) {
        return Arrays.stream(parts).map(part -> IntStream.of(part).filter(dropped.negate()).toArray()).toArray(int[][]::new);
    }

    private static int[][] numbers(int[] original, int[][] parts) {
        return Arrays.stream(parts).map(part -> IntStream.of(part).map(i -> original[i]).distinct().toArray()).toArray(int[][]::new);
    }
}
