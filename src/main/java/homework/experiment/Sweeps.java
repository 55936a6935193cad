package homework.experiment;

import java.util.List;
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
        return ALL.stream().filter(sweep -> sweep.name().equals(name)).findFirst().orElseThrow(() -> Named.unknown(name, ALL));
    }
}
