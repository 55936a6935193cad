package homework.experiment;

import homework.data.Mnist;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Trains what is missing of the figures that are named. */
public final class Reproduce {
    private Reproduce() {
    }

    /** @param arguments jobs, seeds at most, then names of sweeps or reports */
    public static void main(String[] arguments) {
        int jobs = Integer.parseInt(arguments[0]);
        int seeds = Integer.parseInt(arguments[1]);
        List<String> names = Arrays.asList(arguments).subList(2, arguments.length);
        List<Sweep> sweeps = Sweeps.all().stream().filter(sweep -> names.contains(sweep.name()) || names.contains(sweep.report()))
                .map(sweep -> sweep.seeds(seeds)).toList();
        Store store = new Store(Path.of("data", "results"));
        List<Work> works = Work.of(sweeps, store);
        works.forEach(work -> System.out.printf("%s: %d epochs, %.0f s%n", work.what(), work.missing(), work.secondsLeft()));
        System.out.printf("%.0f s on %d%n", Pace.together(works, jobs), jobs);
        if (jobs > 0) {
            new Jobs(new Runner(Mnist.load(), store, Path.of("target", "runs")), works, System.out).run(jobs);
        }
        System.exit(0);
    }
}
