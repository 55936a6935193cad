package homework.experiment;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How long an epoch takes: as long as the fastest before, which other programs disturbed least; where it never ran, a guess from its multiply-adds. */
final class Pace {
    /** Of a training step on one core, where nothing was measured yet: three products, at about 100 GFLOP/s. */
    private static final double SECONDS_PER_MULTIPLY_ADD = 3 * 2 / 100e9;
    private static final Map<String, Long> COSTS = new HashMap<>();

    private final Map<String, Double> measured;

    private Pace(Map<String, Double> measured) {
        this.measured = measured;
    }

    static Pace of(Store.Content... contents) {
        return new Pace(Stream.of(contents).flatMap(content -> content.rows().stream()).collect(Collectors.groupingBy(Row::id,
                Collectors.collectingAndThen(
                Collectors.minBy(Comparator.comparingDouble(Row::seconds)), row -> row.orElseThrow().seconds()))));
    }

    double secondsAnEpoch(Experiment experiment) {
        Double known = measured.get(experiment.id());
        return known != null ? known : guess(experiment);
    }

    private static double guess(Experiment experiment) {
        long each = COSTS.computeIfAbsent(experiment.model().toString(), it -> experiment.model().summary().multiplyAdds());
        int evaluations = Math.max(1, 3 * experiment.conjugateGradient() / 2);
        return experiment.images().part().images() * evaluations * (each * SECONDS_PER_MULTIPLY_ADD + 300e-6 / experiment.batchSize());
    }

    /** Of all these runs on so many cores. */
    static double together(List<Work> works, int jobs) {
        double longest = works.stream().mapToDouble(Work::secondsLeft).max().orElse(0);
        return Math.max(longest, works.stream().mapToDouble(Work::secondsLeft).sum() / jobs);
    }
}
