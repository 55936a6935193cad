package homework.grade;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.factory.Nd4j;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads what is to be graded, a line of JSON each, and writes the points, a line each. It holds the tests; no student's code runs in it. */
@Command(name = "judge")
public final class Judge implements Callable<Integer> {
    @Option(names = "--jobs", defaultValue = "2", description = "how many submissions are graded at once")
    private int jobs;
    @Option(names = "--timeout", defaultValue = "10", description = "seconds that all tests of an exercise may take together")
    private double timeout;
    @Option(names = "--unsafe-no-sandbox", description = "run what students have written with all that this user may do")
    private boolean unsafe;
    private final Map<String, Assignment> assignments = new ConcurrentHashMap<>();
    private final PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    private Pool pool;

    public static void main(String[] arguments) {
        System.setOut(System.err);
        System.exit(new CommandLine(new Judge()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Sandbox sandbox;
        try {
            sandbox = Sandboxes.choose(unsafe);
        } catch (Sandbox.Refused refused) {
            JsonObject fault = new JsonObject();
            fault.addProperty("fault", refused.getMessage());
            fault.addProperty("mend", refused.mend());
            say(fault);
            return 1;
        }
        try (Pool runners = new Pool(sandbox, Math.max(1, jobs))) {
            pool = runners;
            Runtime.getRuntime().addShutdownHook(new Thread(runners::close));
            say(Answers.ready(jobs, sandbox.name()));
            new Thread(Judge::loadArrays, "load arrays").start();
            serve();
        }
        return 0;
    }

    /** What every test needs takes a while to load; meanwhile the first runner warms up. */
    private static void loadArrays() {
        Nd4j.createFromArray(1.0, 2.0).mul(2).sumNumber();
    }

    private void serve() throws IOException, InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, jobs));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonObject request = JsonParser.parseString(line).getAsJsonObject();
            String op = request.get("op").getAsString();
            if (op.equals("end")) {
                break;
            }
            if (op.equals("assignment")) {
                say(assignment(request));
            } else {
                pool.order();
                workers.execute(() -> say(grade(request)));
            }
        }
        workers.shutdown();
        workers.awaitTermination(1, TimeUnit.DAYS);
    }

    private JsonObject assignment(JsonObject request) {
        String name = request.get("name").getAsString();
        try {
            Assignment assignment = Requests.assignment(request, pool);
            assignments.put(name, assignment);
            return Answers.assignment(assignment);
        } catch (IllegalArgumentException | IllegalStateException | IOException fault) {
            JsonObject answer = new JsonObject();
            answer.addProperty("assignment", name);
            answer.addProperty("fault", fault.getMessage());
            return answer;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonObject grade(JsonObject request) {
        long begun = System.nanoTime();
        Cell.Submission submission = Requests.submission(request);
        Assignment assignment = assignments.get(request.get("assignment").getAsString());
        try {
            Grading grading = new Grading(pool, assignment, submission, Duration.ofMillis(Math.round(1000 * timeout)));
            grading.run();
            return Answers.grade(submission, grading, System.nanoTime() - begun);
        } catch (IOException | RuntimeException | InterruptedException fault) {
            fault.printStackTrace();
            JsonObject answer = new JsonObject();
            answer.addProperty("key", submission.key());
            answer.addProperty("fault", fault.toString());
            return answer;
        }
    }

    private void say(JsonObject line) {
        synchronized (out) {
            out.print(line + "\n");
            out.flush();
        }
    }
}
