package homework.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Named parts of a data set that share no example. A split remembers how it was made and from which seed, and the same
 * request with the same seed is the same split.
 *
 * <pre>{@code
 * Split split = Split.random(mnist.train(), 0.7, 1);   // kit-lab1: 42000 / 18000
 * LabelledImages train = split.part("train");
 * }</pre>
 */
public final class Split {
    public static final String TRAIN = "train";
    public static final String VALIDATION = "validation";

    private final String origin;
    private final OptionalLong seed;
    private final LabelledImages data;
    private final Map<String, int[]> parts;

    private Split(String origin, OptionalLong seed, LabelledImages data, Map<String, int[]> parts) {
        this.origin = origin;
        this.seed = seed;
        this.data = data;
        this.parts = parts;
    }

    /** Parts {@code train} (the fraction) and {@code validation} (the rest), drawn without regard to classes. */
    public static Split random(LabelledImages data, double fraction, long seed) {
        return new Split(percent(fraction) + " of " + data.name() + " at random", OptionalLong.of(seed), data,
                randomParts(data.size(), fraction, seed));
    }

    /** As {@link #random(LabelledImages, double, long)}, of the indices 0 … n − 1 alone. */
    public static Split random(int n, double fraction, long seed) {
        return new Split(percent(fraction) + " of " + n + " examples at random", OptionalLong.of(seed), null,
                randomParts(n, fraction, seed));
    }

    /** Parts {@code train} and {@code validation} in which every class has the same fraction, to the nearest example. */
    public static Split stratified(LabelledImages data, double fraction, long seed) {
        checkFraction(fraction);
        List<int[]> train = new ArrayList<>();
        List<int[]> validation = new ArrayList<>();
        int[][] byClass = byClass(data);
        for (int c = 0; c < byClass.length; c++) {
            int count = byClass[c].length;
            int taken = (int) Math.round(fraction * count);
            if (count > 0 && (taken == 0 || taken == count)) {
                throw new DataException(percent(fraction) + " of class " + c + " of " + data.name() + ", which has " + count
                        + (count == 1 ? " example" : " examples") + ", leaves one part without this class: "
                        + "take another fraction, or more data.");
            }
            int[] shuffled = Shuffle.shuffled(byClass[c], Shuffle.seed(seed, c));
            train.add(Arrays.copyOfRange(shuffled, 0, taken));
            validation.add(Arrays.copyOfRange(shuffled, taken, count));
        }
        Map<String, int[]> parts = new LinkedHashMap<>();
        // Joined class by class; shuffled, so that a learner does not meet all zeros first.
        parts.put(TRAIN, Shuffle.shuffled(join(train), Shuffle.seed(seed, -2)));
        parts.put(VALIDATION, Shuffle.shuffled(join(validation), Shuffle.seed(seed, -3)));
        return new Split(percent(fraction) + " of each class of " + data.name(), OptionalLong.of(seed), data, parts);
    }

    /**
     * Parts {@code labelled}, {@code validation} and {@code unlabelled}: of each class the first examples in the order of the
     * data, then the next, then the rest. With 300 and 1000 on MNIST it is the split of nyu-2017: 3000 / 10000 / 47000.
     * Nothing is drawn, so there is no seed.
     */
    public static Split perClass(LabelledImages data, int labelled, int validation) {
        return perClass(data, labelled, validation, byClass(data), OptionalLong.empty());
    }

    /** As {@link #perClass(LabelledImages, int, int)}, with the examples of each class in an order drawn from the seed. */
    public static Split perClass(LabelledImages data, int labelled, int validation, long seed) {
        int[][] byClass = byClass(data);
        for (int c = 0; c < byClass.length; c++) {
            byClass[c] = Shuffle.shuffled(byClass[c], Shuffle.seed(seed, c));
        }
        return perClass(data, labelled, validation, byClass, OptionalLong.of(seed));
    }

    /** Parts {@code subset} (the fraction) and {@code rest}, drawn without regard to classes. */
    public static Split subset(LabelledImages data, double fraction, long seed) {
        int[][] cut = cut(Shuffle.order(data.size(), seed), fraction, examples(data.size(), data.name()));
        Map<String, int[]> parts = new LinkedHashMap<>();
        parts.put("subset", cut[0]);
        parts.put("rest", cut[1]);
        return new Split("a subset of " + percent(fraction) + " of " + data.name(), OptionalLong.of(seed), data, parts);
    }

    /**
     * The same parts, each cut down to the fraction. Ten per cent of the 70/30 split of MNIST is what kit-lab1 worked on:
     * 4200 / 1800.
     */
    public Split subset(double fraction, long subsetSeed) {
        Map<String, int[]> smaller = new LinkedHashMap<>();
        for (Map.Entry<String, int[]> part : parts.entrySet()) {
            int[] shuffled = Shuffle.shuffled(part.getValue(), Shuffle.seed(subsetSeed, smaller.size()));
            smaller.put(part.getKey(), cut(shuffled, fraction,
                    examples(shuffled.length, "part \"" + part.getKey() + "\""))[0]);
        }
        String of = seed.isPresent() ? " (seed " + seed.getAsLong() + ")" : "";
        return new Split(percent(fraction) + " of each part of: " + origin + of, OptionalLong.of(subsetSeed), data, smaller);
    }

    /** The names of the parts, in order. */
    public List<String> names() {
        return List.copyOf(parts.keySet());
    }

    /** The indices of a part into the data that was split. */
    public int[] indices(String part) {
        int[] indices = parts.get(part);
        if (indices == null) {
            throw new DataException("There is no part \"" + part + "\" in this split: it has " + String.join(", ", parts.keySet()) + ".");
        }
        return indices.clone();
    }

    /** The images and labels of a part, as a copy. */
    public LabelledImages part(String part) {
        int[] indices = indices(part);
        if (data == null) {
            throw new DataException("This split was made from a number of examples, so it has indices only: take indices(\"" + part
                    + "\"), or make the split from images.");
        }
        return data.select(indices).named(data.name() + ", " + part);
    }

    /** The seed the parts were drawn from; empty if nothing was drawn. */
    public OptionalLong seed() {
        return seed;
    }

    /** How the split was made, in words. */
    public String origin() {
        return origin;
    }

    @Override
    public String toString() {
        StringBuilder report = new StringBuilder("Split: ").append(origin)
                .append(seed.isPresent() ? ", seed " + seed.getAsLong() : ", nothing drawn");
        int name = parts.keySet().stream().mapToInt(String::length).max().orElse(0);
        parts.forEach((part, indices) -> {
            report.append(String.format("%n  %-" + name + "s  %6d", part, indices.length));
            if (data != null) {
                report.append("  per class ").append(countsOf(indices));
            }
        });
        return report.toString();
    }

    private String countsOf(int[] indices) {
        int[] counts = new int[data.classes()];
        for (int i : indices) {
            counts[data.label(i)]++;
        }
        return Arrays.toString(counts);
    }

    private static Split perClass(LabelledImages data, int labelled, int validation, int[][] byClass, OptionalLong seed) {
        if (labelled < 1 || validation < 0) {
            throw new DataException("A split per class needs at least 1 labelled and 0 validation examples a class, but "
                    + labelled + " and " + validation + " were asked for.");
        }
        List<List<int[]>> cuts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int c = 0; c < byClass.length; c++) {
            int count = byClass[c].length;
            if (count < (long) labelled + validation) {
                throw new DataException("Class " + c + " of " + data.name() + " has " + count + " examples, too few for " + labelled
                        + " labelled and " + validation + " validation examples: ask for at most " + count + " in all.");
            }
            cuts.get(0).add(Arrays.copyOfRange(byClass[c], 0, labelled));
            cuts.get(1).add(Arrays.copyOfRange(byClass[c], labelled, labelled + validation));
            cuts.get(2).add(Arrays.copyOfRange(byClass[c], labelled + validation, count));
        }
        Map<String, int[]> parts = new LinkedHashMap<>();
        List<String> names = List.of("labelled", VALIDATION, "unlabelled");
        for (int p = 0; p < names.size(); p++) {
            int[] indices = join(cuts.get(p));
            Arrays.sort(indices);
            parts.put(names.get(p), indices);
        }
        return new Split("of each class of " + data.name() + " the first " + labelled + ", the next " + validation + ", the rest",
                seed, data, parts);
    }

    private static Map<String, int[]> randomParts(int n, double fraction, long seed) {
        int[][] cut = cut(Shuffle.order(n, seed), fraction, n + " examples");
        Map<String, int[]> parts = new LinkedHashMap<>();
        parts.put(TRAIN, cut[0]);
        parts.put(VALIDATION, cut[1]);
        return parts;
    }

    private static int[][] cut(int[] indices, double fraction, String what) {
        checkFraction(fraction);
        int first = (int) Math.round(fraction * indices.length);
        if (first == 0 || first == indices.length) {
            throw new DataException(percent(fraction) + " of " + what + " leaves one side empty: "
                    + "take another fraction, or more data.");
        }
        return new int[][] {Arrays.copyOfRange(indices, 0, first), Arrays.copyOfRange(indices, first, indices.length)};
    }

    private static void checkFraction(double fraction) {
        if (!(fraction > 0 && fraction < 1)) {
            throw new DataException("The fraction of a split must lie between 0 and 1 (both excluded), but is " + fraction
                    + ": write 0.7 for 70 %.");
        }
    }

    private static int[][] byClass(LabelledImages data) {
        int[] counts = data.classCounts();
        int[][] byClass = new int[data.classes()][];
        for (int c = 0; c < byClass.length; c++) {
            byClass[c] = new int[counts[c]];
        }
        int[] filled = new int[byClass.length];
        int[] labels = data.labels();
        for (int i = 0; i < labels.length; i++) {
            byClass[labels[i]][filled[labels[i]]++] = i;
        }
        return byClass;
    }

    private static int[] join(List<int[]> pieces) {
        return pieces.stream().flatMapToInt(Arrays::stream).toArray();
    }

    private static String examples(int n, String what) {
        return n + (n == 1 ? " example of " : " examples of ") + what;
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%s %%", Math.rint(fraction * 1e6) / 1e4).replace(".0 %", " %");
    }
}
