package homework.experiment;

import homework.data.DataException;
import homework.data.Mnist;
import homework.data.ProjectFolder;
import homework.plot.Plot;
import homework.training.TerminalLine;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./course reproduce}: trains what is missing of the figures that are named, and sets their numbers beside the published ones. */
@Command(name = "reproduce", description = "Trains what is missing of published figures and compares.")
public final class Reproduce implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final int UNREADY = 3;
    private static final int INTERRUPTED = 130;

    private final Path project;
    private final Supplier<Mnist> data;
    private final TerminalLine line;
    private final PrintStream faults;
    private final Path results;
    private final Store store;

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "list, all, a report or a figure")
    private List<String> names;

    @Option(names = "--jobs", description = "runs at the same time")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--seeds", description = "at most so many runs of each curve")
    private int seeds = Integer.MAX_VALUE;

    @Option(names = "--epochs", description = "at most so many epochs of each run")
    private int epochs = Integer.MAX_VALUE;

    @Option(names = "--dry-run", description = "only tells what would run, and for how long")
    private boolean dryRun;

    /**
     * @param project folder with {@code data/results}
     * @param data loads MNIST, or what there is in its place
     */
    Reproduce(Path project, Supplier<Mnist> data, TerminalLine line, PrintStream faults) {
        this.project = project;
        this.data = data;
        this.line = line;
        this.faults = faults;
        results = project.resolve("data").resolve("results");
        store = new Store(results);
    }

    /** @param arguments as {@code ./course help reproduce} shows them */
    public static void main(String[] arguments) {
        int code = new Reproduce(ProjectFolder.here(), Mnist::load, new TerminalLine(), System.err).execute(arguments);
        System.exit(code); // threads of native libraries would keep the process
    }

    /** @return the exit code */
    int execute(String... arguments) {
        return new CommandLine(this)
                .setParameterExceptionHandler((e, given) -> fault(e.getMessage(), MISUSED))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    if (e instanceof DataException) {
                        return fault(e.getMessage(), UNREADY);
                    }
                    throw e;
                })
                .execute(arguments);
    }

    private int fault(String message, int code) {
        faults.println("course: " + message);
        return code;
    }

    @Override
    public Integer call() {
        if (jobs < 1 || seeds < 1 || epochs < 1) {
            return fault("--jobs, --seeds and --epochs must be at least 1.", MISUSED);
        }
        boolean list = names.get(0).equals("list");
        List<Sweep> sweeps;
        try {
            sweeps = list && names.size() == 1 ? Sweeps.all() : Named.of(list ? names.subList(1, names.size()) : names, Sweeps.all());
        } catch (IllegalArgumentException e) {
            return fault(e.getMessage(), MISUSED);
        }
        sweeps.stream().map(Sweep::report).distinct().forEach(report -> store.read(report).damaged().forEach(line::lasting));
        List<Sweep> asked = sweeps.stream().map(sweep -> sweep.atMost(seeds, epochs)).toList();
        List<Work> works = Work.of(asked, store);
        Listing listing = new Listing(store, jobs, line);
        if (list) {
            listing.figures(asked);
        } else if (dryRun) {
            listing.runs(works);
        }
        listing.inAll(works);
        return list || dryRun ? 0 : reproduce(asked, works);
    }

    private int reproduce(List<Sweep> sweeps, List<Work> works) {
        int code = works.isEmpty() ? 0 : train(works);
        if (code == INTERRUPTED) {
            return code; // and nothing else: the process has little time left
        }
        sweeps.stream().map(Sweep::report).distinct().forEach(report -> Summary.refresh(results, report));
        // Without MNIST what is complete is shown all the same.
        sweeps.stream().filter(sweep -> code != UNREADY || Work.of(List.of(sweep), store).isEmpty()).forEach(sweep -> compare(sweep.name()));
        return code;
    }

    private int train(List<Work> works) {
        Mnist mnist;
        try {
            mnist = data.get();
        } catch (DataException e) {
            return fault(e.getMessage(), UNREADY);
        }
        if (!mnist.genuine()) {
            return fault("Nothing was trained: published numbers can be reproduced on MNIST only, and the bundled digits are not MNIST.\nTo mend it: "
                    + "put its four files into " + project.resolve("data").resolve("mnist") + ", or set HOMEWORK_DATA to the folder that has them; "
                    + "data/README.md lists files and mirrors.", UNREADY);
        }
        Runner runner = new Runner(mnist, store, project.resolve("target").resolve("runs"));
        List<String> reports = works.stream().map(Work::report).distinct().toList();
        Overview overview = new Overview(works, jobs, () -> Pace.of(reports.stream().map(store::read).toArray(Store.Content[]::new)));
        Jobs all = new Jobs(runner::run, works, overview, line, width());
        boolean complete = all.run(jobs);
        if (all.stopped()) {
            return INTERRUPTED;
        }
        return complete ? 0 : FAILED;
    }

    /** Table and picture of all that is stored of a figure, however few runs were asked for now. */
    private void compare(String name) {
        Sweep sweep = Sweeps.named(name);
        Reproduction reproduction = Reproduction.of(sweep, store.read(sweep.report()), Published.of(sweep.report()));
        if (reproduction.state() == Reproduction.State.PUBLISHED_ONLY) {
            return;
        }
        line.lasting("\n" + reproduction.table().printAll() + "\n" + reproduction.provenance());
        save(reproduction.figure(), sweep, "");
        save(reproduction.ending(), sweep, "-end");
    }

    private void save(Plot plot, Sweep sweep, String part) {
        Path folder = project.resolve("target").resolve("reproduced");
        for (String form : List.of(".png", ".svg")) {
            line.lasting(plot.save(folder.resolve(sweep.report() + "-" + sweep.figure() + part + form)).toString());
        }
    }

    /** Of the terminal; course tells it, for Java does not know. */
    private static int width() {
        return Integer.parseInt(System.getenv().getOrDefault("COLUMNS", "80")) - 1;
    }
}
