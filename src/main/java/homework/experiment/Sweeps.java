package homework.experiment;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All figures and tables that can be reproduced. */
public final class Sweeps {
    private static final List<Sweep> ALL = Stream.of(KitLab1.sweeps(), Nyu2015.sweeps()).flatMap(List::stream).toList();

    private Sweeps() {
    }

    /** In the order of the reports. */
    public static List<Sweep> all() {
        return ALL;
    }

    /**
     * The figure or table of that name.
     *
     * @throws IllegalArgumentException if there is none; it names the nearest
     */
    public static Sweep named(String name) {
        return ALL.stream().filter(sweep -> sweep.name().equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "There is no figure or table \"" + name + "\"; did you mean \"" + nearest(name) + "\"? ./course reproduce list has them all."));
    }

    /** The name that takes the fewest letters to be changed, added or left out. */
    static String nearest(String name) {
        return ALL.stream().map(Sweep::name).min(Comparator.comparingInt(each -> changes(name, each))).orElseThrow();
    }

    /** Levenshtein's distance: letters to change, add or leave out. */
    static int changes(String one, String other) {
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
