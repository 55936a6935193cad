package homework.data;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    public static final String LABELLED = "labelled";
    public static final String UNLABELLED = "unlabelled";
    public static final String SUBSET = "subset";
    public static final String REST = "rest";

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
        return new Split(Partition.percent(fraction) + " of " + data.name() + " at random", OptionalLong.of(seed), data,
                Partition.random(data.size(), fraction, seed, TRAIN, VALIDATION, data.name()));
    }

    /** As {@link #random(LabelledImages, double, long)}, of the indices 0 … n − 1 alone. */
    public static Split random(int n, double fraction, long seed) {
        return new Split(Partition.percent(fraction) + " of " + n + " examples at random", OptionalLong.of(seed), null,
                Partition.random(n, fraction, seed, TRAIN, VALIDATION, "the data"));
    }

    /** Parts {@code train} and {@code validation} in which every class has the same fraction, to the nearest example. */
    public static Split stratified(LabelledImages data, double fraction, long seed) {
        return new Split(Partition.percent(fraction) + " of each class of " + data.name(), OptionalLong.of(seed), data,
                Partition.stratified(data, fraction, seed));
    }

    /**
     * Parts {@code labelled}, {@code validation} and {@code unlabelled}: of each class the first examples in the order of the
     * data, then the next, then the rest. With 300 and 1000 on MNIST it is the split of nyu-2017: 3000 / 10000 / 47000.
     * Nothing is drawn, so there is no seed.
     */
    public static Split perClass(LabelledImages data, int labelled, int validation) {
        return perClass(data, labelled, validation, OptionalLong.empty());
    }

    /** As {@link #perClass(LabelledImages, int, int)}, with the examples of each class in an order drawn from the seed. */
    public static Split perClass(LabelledImages data, int labelled, int validation, long seed) {
        return perClass(data, labelled, validation, OptionalLong.of(seed));
    }

    /** Parts {@code subset} (the fraction) and {@code rest}, drawn without regard to classes. */
    public static Split subset(LabelledImages data, double fraction, long seed) {
        return new Split("a subset of " + Partition.percent(fraction) + " of " + data.name(), OptionalLong.of(seed), data,
                Partition.random(data.size(), fraction, seed, SUBSET, REST, data.name()));
    }

    /**
     * The same parts, each cut down to the fraction. Ten per cent of the 70/30 split of MNIST is what kit-lab1 worked on:
     * 4200 / 1800.
     */
    public Split subset(double fraction, long subsetSeed) {
        String of = seed.isPresent() ? " (seed " + seed.getAsLong() + ")" : "";
        return new Split(Partition.percent(fraction) + " of each part of: " + origin + of, OptionalLong.of(subsetSeed), data,
                Partition.subset(parts, fraction, subsetSeed));
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
        int size = digits(parts.values().stream().mapToInt(indices -> indices.length));
        String line = "%n  %-" + Math.max(name, "class".length()) + "s  %" + size + "s%s";
        // Under a line of classes, as images print themselves.
        if (data != null) {
            report.append(String.format(line, "class", "", row(IntStream.range(0, data.classes()).toArray())));
        }
        parts.forEach((part, indices) -> report.append(String.format(line, part, indices.length, data == null ? "" : row(countsOf(indices)))));
        return report.toString();
    }

    private int[] countsOf(int[] indices) {
        return LabelledImages.classCounts(Arrays.stream(indices).map(data::label).toArray(), data.classes());
    }

    // As narrow as the counts allow, so that a part of MNIST fits a line of 80 characters.
    private String row(int[] perClass) {
        int width = digits(IntStream.concat(Arrays.stream(data.classCounts()), IntStream.of(data.classes() - 1)));
        return Arrays.stream(perClass).mapToObj(value -> String.format(" %" + width + "d", value)).collect(Collectors.joining("", " ", ""));
    }

    private static int digits(IntStream values) {
        return String.valueOf(values.max().orElse(0)).length();
    }

    private static Split perClass(LabelledImages data, int labelled, int validation, OptionalLong seed) {
        String origin = "of each class of " + data.name() + " the first " + labelled + ", the next " + validation + ", the rest";
        return new Split(origin, seed, data, Partition.perClass(data, labelled, validation, seed));
    }
}
