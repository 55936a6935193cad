package homework.plot;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Learning curves in words: for each curve where it starts and ends and its best value, as far as about 500 characters go. */
record CurvesText(String title, String quantity, String unitOfX, List<Curve> curves, Goal goal, boolean bandIsRange, String notes) {
    private static final int ROOM = 500;

    /** Which value of a curve is its best. */
    enum Goal { LEAST, GREATEST, NONE }

    @Override public String toString() {
        String opening = title + ": " + quantity + " over " + unitOfX + " " + Numbers.shorter(first()) + " to " + Numbers.shorter(last());
        String ending = (notes.isEmpty() ? "" : " " + sentence(notes)) ;
        String full = opening + ". " + details(true, curves.size()) + ending;
        if (full.length() <= ROOM) {
            return full;
        }
        int told = curves.size();
        String shorter;
        do {
            shorter = opening + ", " + curves.size() + " curves. " + details(false, told) + ending;
            told--;
        } while (shorter.length() > ROOM && told > 0);
        return shorter;
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }

    private double first() {
        return curves.stream().mapToDouble(curve -> curve.x()[0]).min().orElseThrow();
    }

    private double last() {
        return curves.stream().mapToDouble(curve -> curve.x()[curve.x().length - 1]).max().orElseThrow();
    }

    private String details(boolean best, int told) {
        String text = curves.stream().limit(told).map(curve -> detail(curve, best)).collect(Collectors.joining("; "));
        return text + (told < curves.size() ? "; and " + (curves.size() - told) + " more" : "") + ".";
    }

    /** As in "64-64-128 validation 6.7 to 1.95, best 1.9 at 12". */
    private String detail(Curve curve, boolean withBest) {
        double[] mean = curve.mean();
        int start = next(mean, 0, 1);
        if (start < 0) {
            return curve.name() + " " + curve.kind().label + " has no epoch with a number from every run";
        }
        int end = next(mean, mean.length - 1, -1);
        String runs = curve.runs().length > 1 ? " (" + (bandIsRange ? "mean and range of " : "mean ± sd of ") + curve.runs().length + " runs)" : "";
        String course = start == end ? Numbers.significant(mean[start], 4) + " at " + Numbers.shorter(curve.x()[start])
                : Numbers.significant(mean[start], 4) + " to " + Numbers.significant(mean[end], 4);
        int best = best(mean);
        String peak = withBest && goal != Goal.NONE && start != end && best != end
                ? ", best " + Numbers.significant(mean[best], 4) + " at " + Numbers.shorter(curve.x()[best]) : "";
        return curve.name() + " " + curve.kind().label + runs + " " + course + peak;
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
