package homework.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * One contender of {@code ./course bench} in a process of its own: {@code Contender engine|dl4j|sgemm START_FILE train|evaluate THREADS}.
 *
 * <p>It prepares, tells the first losses, warms up with its fastest setting and says so in a line of JSON; then it works for 2.5
 * seconds at each line {@code go} and answers with images and seconds, until there is no more to read. src/python/rivals/loop.py does the same.
 */
public final class Contender {
    private static final double ROUND_SECONDS = 2.5;
    /** Work between looks at the clock, about. */
    private static final double CHUNK_SECONDS = .3;
    /** What each setting gets to show its speed, at least one chunk. */
    private static final double TRIAL_SECONDS = 1.5;

    private final Training training;
    private final int batch;

    private Contender(Training training, int batch) {
        this.training = training;
        this.batch = batch;
    }

    /** Contends until its input ends. */
    public static void main(String[] arguments) throws IOException {
        boolean product = arguments[0].equals("sgemm");
        StartFile start = product ? null : StartFile.read(Path.of(arguments[1]));
        boolean trains = !product && arguments[2].equals("train");
        int batch = product ? 1 : start.header().get("batch").asInt();
        try (Training training = training(arguments[0], start, trains, Integer.parseInt(arguments[3]))) {
            new Contender(training, batch).contend(trains ? start.header().get("checked").asInt() : 0);
        }
        System.exit(0); // threads of native libraries would keep the process
    }

    private static Training training(String kind, StartFile start, boolean trains, int threads) {
        return switch (kind) {
            case "sgemm" -> new MatrixProduct();
            case "engine" -> trains ? new EngineTraining(start, threads) : new EngineEvaluation(start, threads);
            case "dl4j" -> trains ? new Dl4jTraining(start) : new Dl4jEvaluation(start);
            default -> throw new IllegalArgumentException("The contenders are engine, dl4j and sgemm, not " + kind + ".");
        };
    }

    private void contend(int checkedSteps) throws IOException {
        List<Double> losses = training.firstLosses(checkedSteps);
        Map<String, IntConsumer> settings = training.settings();
        String fastest = fastest(settings);
        IntConsumer run = settings.get(fastest);
        int steps = chunk(run);
        say("{\"ready\": true, \"setting\": \"%s\", \"losses\": [%s]}", fastest,
                losses.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("go")) {
                round(run, steps);
            }
        }
    }

    private void round(IntConsumer run, int steps) {
        long start = System.nanoTime();
        int chunks = 0;
        double seconds = 0;
        while (seconds < ROUND_SECONDS) {
            run.accept(steps);
            chunks++;
            seconds = (System.nanoTime() - start) / 1e9;
        }
        long done = (long) chunks * steps;
        say("{\"images\": %d, \"seconds\": %.6f, \"steps\": %d}", done * batch, seconds, done);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
        System.out.flush();
    }

    private static double seconds(IntConsumer run, int steps) {
        long start = System.nanoTime();
        run.accept(steps);
        return (System.nanoTime() - start) / 1e9;
    }

    /** How many steps fill a chunk; the first, which may take long, do not count. */
    private static int chunk(IntConsumer run) {
        run.accept(1);
        for (int steps = 1;; steps *= 4) {
            double taken = seconds(run, steps);
            if (taken > CHUNK_SECONDS / 4) {
                return (int) Math.max(1, Math.round(steps * CHUNK_SECONDS / taken));
            }
        }
    }

    /** Tries the settings, which is also the warm-up of the just-in-time compiler; the name of the one with the best chunk. */
    private static String fastest(Map<String, IntConsumer> settings) {
        Map<String, Double> shortest = new LinkedHashMap<>();
        settings.forEach((name, run) -> {
            int steps = chunk(run);
            for (double spent = 0; spent < TRIAL_SECONDS;) {
                double taken = seconds(run, steps);
                spent += taken;
                shortest.merge(name, taken / steps, Math::min);
            }
        });
        shortest.forEach((name, seconds) -> System.err.printf(Locale.ROOT, "%s: %.3f ms a step%n", name, 1e3 * seconds));
        return shortest.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }
}
