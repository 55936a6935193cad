package homework.plot;

import java.util.List;
import java.util.stream.Collectors;

/** Learning curves in words: for each curve where it starts and ends and its best value, as far as about 500 characters go. */
record CurvesText(String title, String quantity, String unitOfX, List<Curve> curves, Goal goal, boolean bandIsRange, String notes) {
    /** Which value of a curve is its best. */
    enum Goal { LEAST, GREATEST, NONE }

    @Override public String toString() {
        String opening = title + ": " + quantity + " over " + unitOfX + " " + Numbers.shorter(first()) + " to " + Numbers.shorter(last())
                + (bands().isEmpty() ? "" : ", " + bands());
        String full = opening + ". " + String.join("; ", details(true)) + ". " + notes;
        return full.length() <= Told.ROOM ? Told.list(opening + ". ", details(true), notes)
                : Told.list(opening + ", " + configurations().size() + " configurations. ", details(false), notes);
    }

    private List<String> configurations() {
        return curves.stream().map(Curve::name).distinct().toList();
    }

    private String bands() {
        int[] runs = curves.stream().mapToInt(curve -> curve.runs().length).filter(count -> count > 1).sorted().distinct().toArray();
        return runs.length == 0 ? "" : "mean and " + (bandIsRange ? "range" : "sd") + " of " + runs[0]
                + (runs.length > 1 ? " to " + runs[runs.length - 1] : "") + " runs";
    }

    private double first() {
        return curves.stream().mapToDouble(curve -> curve.x()[0]).min().orElseThrow();
    }

    private double last() {
        return curves.stream().mapToDouble(curve -> curve.x()[curve.x().length - 1]).max().orElseThrow();
    }

    /** For each configuration, as in "64-64-128: train 16.1 to 0.15, validation 6.7 to 1.95 (best 1.9 at 12)". */
    private List<String> details(boolean withBest) {
        return configurations().stream().map(name -> name + ": " + curves.stream().filter(curve -> curve.name().equals(name))
                .map(curve -> detail(curve, withBest)).collect(Collectors.joining(", "))).toList();
    }

    private String detail(Curve curve, boolean withBest) {
        double[] mean = curve.mean();
        int start = next(mean, 0, 1);
        if (start < 0) {
            return curve.kind().label + " has no epoch with a number from every run";
        }
        int end = next(mean, mean.length - 1, -1);
        if (start == end) {
            return curve.kind().label + " " + Numbers.significant(mean[start], 4) + " at " + Numbers.shorter(curve.x()[start]);
        }
        int best = best(mean);
        boolean tellBest = withBest && goal != Goal.NONE && !curve.kind().isPublished() && mean[best] != mean[end];
        return curve.kind().label + " " + Numbers.significant(mean[start], 4) + " to " + Numbers.significant(mean[end], 4)
                + (tellBest ? " (best " + Numbers.significant(mean[best], 4) + " at " + Numbers.shorter(curve.x()[best]) + ")" : "");
    }

    private static int next(double[] values, int from, int step) {
        for (int i = from; i >= 0 && i < values.length; i += step) {
            if (!Double.isNaN(values[i])) {
                return i;
            }
        }
        return -1;
    }

    private int best(double[] values) {
        int best = -1;
        for (int i = 0; i < values.length; i++) {
            boolean better = best < 0 || (goal == Goal.GREATEST ? values[i] > values[best] : values[i] < values[best]);
            best = !Double.isNaN(values[i]) && better ? i : best;
        }
        return best;
    }
}
