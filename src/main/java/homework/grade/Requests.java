package homework.grade;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the judge is asked, out of JSON. */
final class Requests {
    private static final Duration SPLIT_LIMIT = Duration.ofSeconds(60);

    private Requests() {
    }

    static Assignment assignment(JsonObject request, Pool pool) throws IOException, InterruptedException {
        List<String> cells = new ArrayList<>();
        for (JsonElement cell : request.getAsJsonArray("given")) {
            cells.add(new Cell("", cell.getAsString()).java());
        }
        List<Assignment.Checked> checks = new ArrayList<>();
        for (JsonElement element : request.getAsJsonArray("exercises")) {
            JsonObject exercise = element.getAsJsonObject();
            checks.add(new Assignment.Checked(exercise.get("id").getAsString(), exercise.get("check").getAsString()));
        }
        List<Piece> given = new ArrayList<>();
        Budget split = new Budget(SPLIT_LIMIT, null);
        RunnerProcess runner = pool.take();
        try {
            for (String cell : cells) {
                Student.pieces(runner, cell, split.use(runner)::left).stream().filter(piece -> piece.kind().isDeclaration()).forEach(given::add);
            }
        } catch (RunnerProcess.Gone gone) {
            throw new IOException("the notebook's cells could not be taken apart: " + gone.getMessage());
        }
        pool.giveBack(runner);
        return Assignment.of(request.get("name").getAsString(), cells, given, checks);
    }

    static Cell.Submission submission(JsonObject request) {
        List<Cell> cells = new ArrayList<>();
        for (JsonElement element : request.getAsJsonArray("cells")) {
            JsonObject cell = element.getAsJsonObject();
            cells.add(new Cell(cell.get("id").getAsString(), cell.get("source").getAsString()));
        }
        return new Cell.Submission(request.get("key").getAsString(), request.get("seed").getAsLong(), cells);
    }
}
