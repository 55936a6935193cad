package homework.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where the time of a training step goes: every operation with the median of its times over many passes. */
final class Profile {
    private static final int WARM_UP = 50;
    private static final int PASSES = 200;
    private static final double LONGEST_SECONDS = 20;

    private final List<Step> steps;
    private final long[][] nanoseconds;
    private int passes;

    private Profile(List<Step> steps) {
        this.steps = steps;
        nanoseconds = new long[steps.size()][PASSES];
    }

    /** Runs the steps pass after pass, as training does, and returns a table. */
    static String of(List<Step> steps) {
        Profile profile = new Profile(steps);
        long start = System.nanoTime();
        for (int i = 0; i < WARM_UP && System.nanoTime() - start < LONGEST_SECONDS * 1e9 / 4; i++) {
            steps.forEach(Step::run);
        }
        start = System.nanoTime();
        while (profile.passes < PASSES && System.nanoTime() - start < LONGEST_SECONDS * 1e9) {
            profile.pass();
        }
        return profile.table();
    }

    private void pass() {
        for (int i = 0; i < steps.size(); i++) {
            long before = System.nanoTime();
            steps.get(i).run();
            nanoseconds[i][passes] = System.nanoTime() - before;
        }
        passes++;
    }

    private String table() {
        double[] medians = new double[steps.size()];
        for (int i = 0; i < medians.length; i++) {
            long[] times = Arrays.copyOf(nanoseconds[i], passes);
            Arrays.sort(times);
            medians[i] = times[passes / 2] / 1e3;
        }
        double total = Arrays.stream(medians).sum();
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "%10s %6s%n", "us", "%"));
        for (int i = 0; i < medians.length; i++) {
            table.append(String.format(Locale.ROOT, "%10.1f %6.1f  %s%n", medians[i], 100 * medians[i] / total, steps.get(i)));
        }
        return table.append(String.format(Locale.ROOT, "%10.1f  100.0  together, medians of %d passes", total, passes)).toString();
    }
}
