package homework.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds figures by what people call them: {@code kit-lab1/fig3}, {@code kit-lab1} for all of a report, {@code all}. */
final class Named {
    private static final String ALL = "all";

    private Named() {
    }

    /**
     * The figures that are meant, in the order of the reports, each once.
     *
     * @throws IllegalArgumentException if a name is nobody's; the message has the nearest one that is
     */
    static List<Sweep> of(List<String> names, List<Sweep> sweeps) {
        for (String name : names) {
            if (sweeps.stream().noneMatch(sweep -> isMeant(name, sweep))) {
                throw unknown(name, sweeps);
            }
        }
        return sweeps.stream().filter(sweep -> names.stream().anyMatch(name -> isMeant(name, sweep))).toList();
    }

    static IllegalArgumentException unknown(String name, List<Sweep> sweeps) {
        return new IllegalArgumentException("There is no figure, table or report \"" + name + "\"; the nearest is " + nearest(name, sweeps)
                + ". All of them: ./course reproduce list");
    }

    private static boolean isMeant(String name, Sweep sweep) {
        return name.equals(ALL) || name.equals(sweep.report()) || name.equals(sweep.name());
    }

    /** Who writes {@code fig3} has left out the report. */
    private static String nearest(String name, List<Sweep> sweeps) {
        record Candidate(String written, String meant) { }
        List<Candidate> candidates = new ArrayList<>();
        sweeps.forEach(sweep -> candidates.add(new Candidate(sweep.name(), sweep.name())));
        sweeps.forEach(sweep -> candidates.add(new Candidate(sweep.figure(), sweep.name())));
        Stream.concat(sweeps.stream().map(Sweep::report).distinct(), Stream.of(ALL)).forEach(one -> candidates.add(new Candidate(one, one)));
        return candidates.stream().min(Comparator.comparingInt(candidate -> changes(name, candidate.written))).orElseThrow().meant;
    }

    /** Letters to change, add or leave out to make one of the other (Levenshtein). */
    private static int changes(String one, String other) {
        int[] before = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[other.length()];
    }
}
