package homework.grade;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A judge as it is started for a class, and what it says of notebooks in solutions/. */
final class JudgeProcess implements AutoCloseable {
    private final Process process;
    private final OutputStream in;
    private final BufferedReader out;
    private final Map<String, JsonObject> early = new HashMap<>();
    private final JsonObject ready;
    private int number;

    JudgeProcess(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx1g", "-cp", System.getProperty("java.class.path"),
                Judge.class.getName()));
        command.addAll(List.of(options));
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        in = process.getOutputStream();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        ready = read();
    }

    JsonObject ready() {
        return ready;
    }

    Process process() {
        return process;
    }

    private void send(JsonObject request) throws IOException {
        in.write((request + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
    }

    private JsonObject read() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the judge has ended");
        }
        return JsonParser.parseString(line).getAsJsonObject();
    }

    /** The cells of exercises in a notebook of the instructor's, by their ids. */
    static Map<String, String> solution(String notebook) throws IOException {
        Map<String, String> cells = new LinkedHashMap<>();
        for (JsonObject cell : cells(notebook)) {
            JsonElement exercise = cell.getAsJsonObject("metadata").get("exercise");
            if (exercise != null) {
                cells.put(exercise.getAsString(), source(cell));
            }
        }
        return cells;
    }

    private static List<JsonObject> cells(String notebook) throws IOException {
        List<JsonObject> cells = new ArrayList<>();
        for (JsonElement cell : JsonParser.parseString(Files.readString(Path.of("solutions", notebook + ".ipynb"))).getAsJsonObject().getAsJsonArray("cells")) {
            if (cell.getAsJsonObject().get("cell_type").getAsString().equals("code")) {
                cells.add(cell.getAsJsonObject());
            }
        }
        return cells;
    }

    private static String source(JsonObject cell) {
        JsonElement source = cell.get("source");
        if (!source.isJsonArray()) {
            return source.getAsString();
        }
        StringBuilder text = new StringBuilder();
        source.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
        return text.toString();
    }

    /** Makes an assignment known. */
    JsonObject assignment(String notebook) throws IOException {
        JsonArray given = new JsonArray();
        JsonArray exercises = new JsonArray();
        String last = null;
        for (JsonObject cell : cells(notebook)) {
            JsonElement exercise = cell.getAsJsonObject("metadata").get("exercise");
            if (exercise != null) {
                last = exercise.getAsString();
                continue;
            }
            given.add(source(cell));
            if (last != null && source(cell).stripLeading().startsWith("check(")) {
                JsonObject checked = new JsonObject();
                checked.addProperty("id", last);
                checked.addProperty("check", source(cell));
                exercises.add(checked);
                last = null;
            }
        }
        JsonObject request = new JsonObject();
        request.addProperty("op", "assignment");
        request.addProperty("name", notebook);
        request.add("given", given);
        request.add("exercises", exercises);
        send(request);
        JsonObject answer = read();
        while (!answer.has("assignment")) {
            keep(answer);
            answer = read();
        }
        return answer;
    }

    /** Asks for a grading; the answer comes by the key that is returned. */
    String submit(String notebook, long seed, Map<String, String> cells) throws IOException {
        JsonArray sources = new JsonArray();
        cells.forEach((id, source) -> {
            JsonObject cell = new JsonObject();
            cell.addProperty("id", id);
            cell.addProperty("source", source);
            sources.add(cell);
        });
        JsonObject request = new JsonObject();
        String key = "submission " + ++number;
        request.addProperty("op", "grade");
        request.addProperty("key", key);
        request.addProperty("assignment", notebook);
        request.addProperty("seed", seed);
        request.add("cells", sources);
        send(request);
        return key;
    }

    /** The answer to a submission. */
    Graded graded(String key) throws IOException {
        while (!early.containsKey(key)) {
            keep(read());
        }
        return new Graded(early.remove(key));
    }

    private void keep(JsonObject graded) {
        early.put(graded.get("key").getAsString(), graded);
    }

    Graded grade(String notebook, Map<String, String> cells) throws IOException {
        return graded(submit(notebook, 1, cells));
    }

    /** What the judge says of one submission. */
    record Graded(JsonObject answer) {

        JsonObject exercise(String id) {
            for (JsonElement exercise : answer.getAsJsonArray("exercises")) {
                if (exercise.getAsJsonObject().get("id").getAsString().equals(id)) {
                    return exercise.getAsJsonObject();
                }
            }
            throw new IllegalArgumentException(id + " is not in " + answer);
        }

        int points(String id) {
            return exercise(id).get("points").getAsInt();
        }

        int of(String id) {
            return exercise(id).get("of").getAsInt();
        }

        int points() {
            int points = 0;
            for (JsonElement exercise : answer.getAsJsonArray("exercises")) {
                points += exercise.getAsJsonObject().get("points").getAsInt();
            }
            return points;
        }

        /** All that is told of a test. */
        String told(String id, String test) {
            StringBuilder text = new StringBuilder();
            for (JsonElement element : exercise(id).getAsJsonArray("tests")) {
                JsonObject one = element.getAsJsonObject();
                if (one.get("test").getAsString().equals(test) && one.has("parts")) {
                    one.getAsJsonArray("parts").forEach(part -> text.append(part.getAsJsonObject().get("text").getAsString()).append('\n'));
                }
            }
            return text.toString();
        }

        /** What the first test tells. */
        String told(String id) {
            return told(id, exercise(id).getAsJsonArray("tests").get(0).getAsJsonObject().get("test").getAsString());
        }

        String remarks() {
            return answer.get("remarks").toString();
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
