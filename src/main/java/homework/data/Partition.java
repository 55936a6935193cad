package homework.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** Divides indices into named parts that share none; what {@link Split} remembers of it. */
final class Partition {

    private Partition() {
    }

    /** The fraction of 0 … n − 1 drawn at random, and the rest. */
    static Map<String, int[]> random(int n, double fraction, long seed, String first, String second, String data) {
        if (n < 0) {
            throw new DataException("A split is of 2 or more examples, but " + n + " were given: give the number of examples there are.");
        }
        int[] order = Shuffle.order(n, seed);
        int taken = taken(n, fraction, data);
        Map<String, int[]> parts = new LinkedHashMap<>();
        parts.put(first, Arrays.copyOfRange(order, 0, taken));
        parts.put(second, Arrays.copyOfRange(order, taken, n));
        return parts;
    }

    /** The fraction of each class, and the rest of each. */
    static Map<String, int[]> stratified(LabelledImages data, double fraction, long seed) {
        checkFraction(fraction);
        List<int[]> train = new ArrayList<>();
        List<int[]> validation = new ArrayList<>();
        int[][] byClass = byClass(data);
        for (int c = 0; c < byClass.length; c++) {
            if (byClass[c].length == 0) {
                continue;
            }
            int taken = taken(byClass[c].length, fraction, "class " + c + " of " + data.name());
            int[] shuffled = Shuffle.shuffled(byClass[c], Shuffle.seed(seed, c));
            train.add(Arrays.copyOfRange(shuffled, 0, taken));
            validation.add(Arrays.copyOfRange(shuffled, taken, shuffled.length));
        }
        Map<String, int[]> parts = new LinkedHashMap<>();
        // Joined class by class; shuffled, so that a learner does not meet all zeros first.
        parts.put(Split.TRAIN, Shuffle.shuffled(join(train), Shuffle.seed(seed, -2)));
        parts.put(Split.VALIDATION, Shuffle.shuffled(join(validation), Shuffle.seed(seed, -3)));
        return parts;
    }

    /** Of each class so many, then so many, then the rest; in the order of the data, or in one drawn from the seed if there is one. */
    static Map<String, int[]> perClass(LabelledImages data, int labelled, int validation, OptionalLong seed) {
        if (labelled < 1 || validation < 0) {
            throw new DataException("A split per class needs at least 1 labelled and 0 validation examples a class, but "
                    + labelled + " and " + validation + " were asked for.");
        }
        List<List<int[]>> cuts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int[][] byClass = byClass(data);
        for (int c = 0; c < byClass.length; c++) {
            int count = byClass[c].length;
            if (count == 0) {
                throw new DataException("Class " + c + " of " + data.name() + " has no examples, but " + labelled + " labelled and "
                        + validation + " validation examples of each of its " + byClass.length + " classes were asked for: "
                        + "take data that has all classes, or number the classes without a gap.");
            }
            if (count < (long) labelled + validation) {
                throw new DataException("Class " + c + " of " + data.name() + " has " + examples(count) + ", too few for " + labelled
                        + " labelled and " + validation + " validation examples: ask for at most " + count + " in all.");
            }
            int[] order = seed.isPresent() ? Shuffle.shuffled(byClass[c], Shuffle.seed(seed.getAsLong(), c)) : byClass[c];
            cuts.get(0).add(Arrays.copyOfRange(order, 0, labelled));
            cuts.get(1).add(Arrays.copyOfRange(order, labelled, labelled + validation));
            cuts.get(2).add(Arrays.copyOfRange(order, labelled + validation, count));
        }
        Map<String, int[]> parts = new LinkedHashMap<>();
        List<String> names = List.of(Split.LABELLED, Split.VALIDATION, Split.UNLABELLED);
        for (int p = 0; p < names.size(); p++) {
            int[] indices = join(cuts.get(p));
            Arrays.sort(indices);
            parts.put(names.get(p), indices);
        }
        return parts;
    }

    /** The same parts, each cut down to a fraction drawn at random. */
    static Map<String, int[]> subset(Map<String, int[]> parts, double fraction, long seed) {
        Map<String, int[]> smaller = new LinkedHashMap<>();
        parts.forEach((name, indices) -> {
            int taken = taken(indices.length, fraction, "part \"" + name + "\"");
            smaller.put(name, Arrays.copyOf(Shuffle.shuffled(indices, Shuffle.seed(seed, smaller.size())), taken));
        });
        return smaller;
    }

    static String percent(double fraction) {
        double percent = Math.rint(fraction * 1e6) / 1e4;
        return percent == Math.rint(percent) ? String.format(Locale.ROOT, "%.0f %%", percent) : percent + " %";
    }

    // How many of n the fraction is, if that leaves something on both sides.
    private static int taken(int n, double fraction, String what) {
        checkFraction(fraction);
        int taken = (int) Math.round(fraction * n);
        if (taken == 0 || taken == n) {
            throw new DataException(percent(fraction) + " of " + what + ", which has " + examples(n) + ", leaves one side empty: "
                    + "take another fraction, or more data.");
        }
        return taken;
    }

    private static void checkFraction(double fraction) {
        if (!(fraction > 0 && fraction < 1)) {
            throw new DataException("The fraction of a split must lie between 0 and 1 (both excluded), but is " + fraction
                    + ": write 0.7 for 70 %.");
        }
    }

    // The indices of each class, in the order of the data.
    private static int[][] byClass(LabelledImages data) {
        int[] counts = data.classCounts();
        int[][] byClass = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
        int[] labels = data.labels();
        for (int i = labels.length - 1; i >= 0; i--) {
            byClass[labels[i]][--counts[labels[i]]] = i;
        }
        return byClass;
    }

    private static int[] join(List<int[]> pieces) {
        return pieces.stream().flatMapToInt(Arrays::stream).toArray();
    }

    private static String examples(int n) {
        return n + (n == 1 ? " example" : " examples");
    }
}
