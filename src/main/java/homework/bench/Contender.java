package homework.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * One contender of {@code ./course bench} in a process of its own: {@code Contender engine|dl4j|sgemm START_FILE train|evaluate THREADS}.
 *
 * <p>It prepares, tells the first losses, warms up with its fastest setting and says so in a line of JSON; then it trains for about 2.5
 * seconds at each line {@code go} and answers with images and seconds, until there is no more to read. src/python/rivals/loop.py does the same.
 */
public final class Contender {
    private static final double ROUND_SECONDS = 2.5;
    private static final double TRIAL_SECONDS = 1;

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
        List<Double> losses = new ArrayList<>(List.of(training.startLoss()));
        for (int i = 0; i < checkedSteps; i++) {
            losses.add(training.step());
        }
        Map<String, IntConsumer> settings = training.settings();
        String fastest = fastest(settings);
        IntConsumer run = settings.get(fastest);
        int steps = stepsFor(run, ROUND_SECONDS);
        say("{\"ready\": true, \"setting\": \"%s\", \"losses\": [%s]}", fastest,
                losses.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("go")) {
                say("{\"images\": %d, \"seconds\": %.6f, \"steps\": %d}", (long) steps * batch, seconds(run, steps), steps);
            }
        }
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

    /** How many steps fill that time. On the way there the just-in-time compiler has its chance. */
    private static int stepsFor(IntConsumer run, double wanted) {
        for (int steps = 1;; steps = (int) Math.min(steps * 8L, 1 << 20)) {
            double taken = seconds(run, steps);
            if (taken > wanted / 4) {
                return (int) Math.max(1, Math.round(steps * wanted / taken));
            }
        }
    }

    /** Tries each setting twice, in turn; the name of the one that was fastest. */
    private static String fastest(Map<String, IntConsumer> settings) {
        if (settings.size() == 1) {
            return settings.keySet().iterator().next();
        }
        Map<String, Double> shortest = new HashMap<>();
        for (int round = 0; round < 2; round++) {
            settings.forEach((name, run) -> {
                int steps = stepsFor(run, TRIAL_SECONDS);
                shortest.merge(name, seconds(run, steps) / steps, Math::min);
            });
        }
        shortest.forEach((name, seconds) -> System.err.printf(Locale.ROOT, "%s: %.3f ms a step%n", name, 1e3 * seconds));
        return shortest.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }
}
