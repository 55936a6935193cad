package homework.exercise.convnet;

import homework.exercise.Known;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Answers to pick, right and wrong. */
final class PickKnown {
    private static final String ALONE = "leavesItsArgumentAlone";
    private static final String[] ALL = {"lowest", "differentLengths", "ties", ALONE};
    static final Known<Experiments.Pick> PICK = Known.of(Experiments.PICK, PickHidden.class, PickKnown::pick)
            .wrong("highest error", v -> pick(Arrays.stream(v).map(row -> Arrays.stream(row).map(e -> -e).toArray()).toArray(double[][]::new)),
                    "highest", ALL)
            .wrong("last epochs alone", v -> {
                int model = lowest(Arrays.stream(v).mapToDouble(row -> row[row.length - 1]).toArray());
                return new int[] {model, v[model].length - 1};
            }, "last epoch", ALL)
            .wrong("counted from 1", v -> new int[] {pick(v)[0] + 1, pick(v)[1] + 1}, "from 1", ALL)
            .wrong("{epoch, model}", v -> new int[] {pick(v)[1], pick(v)[0]}, "exchanged", ALL)
            .wrong("model by its mean", v -> {
                int model = lowest(Arrays.stream(v).mapToDouble(row -> Arrays.stream(row).average().orElseThrow()).toArray());
                return new int[] {model, lowest(v[model])};
            }, "mean of a model", ALL)
            .wrong("search begins below everything", v -> new int[] {0, 0}, "start", ALL)
            .wrong("search begins at 50", v -> {
                int[] best = pick(v);
                return v[best[0]][best[1]] < 50 ? best : new int[] {0, 0};
            }, "start", ALONE)
            .wrong("as many epochs as the first has", v -> {
                double[][] cut = Arrays.stream(v).map(row -> Arrays.copyOf(row, Math.min(row.length, v[0].length))).toArray(double[][]::new);
                return pick(cut);
            }, "length of the first", "differentLengths")
            .wrong("<= for <", v -> {
                int[] best = {0, 0};
                for (int m = 0; m < v.length; m++) {
                    for (int e = 0; e < v[m].length; e++) {
                        best = v[m][e] <= v[best[0]][best[1]] ? new int[] {m, e} : best;
                    }
                }
                return best;
            }, "last of equals", "ties")
            .wrong("first model, its last epoch", v -> {
                double[] row = v[pick(v)[0]];
                double low = Arrays.stream(row).min().orElseThrow();
                return new int[] {pick(v)[0], IntStream.range(0, row.length).filter(e -> row[e] == low).max().orElseThrow()};
            }, "later epoch", "ties")
            .wrong("epochs in the outer loop", v -> {
                int epochs = Arrays.stream(v).mapToInt(row -> row.length).max().orElseThrow();
                int[] best = {0, 0};
                for (int e = 0; e < epochs; e++) {
                    for (int m = 0; m < v.length; m++) {
                        best = e < v[m].length && v[m][e] < v[best[0]][best[1]] ? new int[] {m, e} : best;
                    }
                }
                return best;
            }, "epochs first", "ties")
            .wrong("the model alone", v -> new int[] {pick(v)[0]}, "shape", ALL)
            .wrong("sorts the errors", v -> {
                int[] best = pick(v);
                Arrays.stream(v).forEach(Arrays::sort);
                return best;
            }, "argument changed", ALONE);

    private PickKnown() {
    }

    static int[] pick(double[][] validation) {
        int model = lowest(Arrays.stream(validation).mapToDouble(row -> row[lowest(row)]).toArray());
        return new int[] {model, lowest(validation[model])};
    }

    private static int lowest(double[] values) {
        return IntStream.range(0, values.length).boxed().min(Comparator.comparingDouble(i -> values[i])).orElseThrow();
    }
}
