package homework.training;

import homework.engine.Pass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A history as CSV in which no digit is lost: a row for each epoch and each point; those for what it is about, how it ended and the notes
 * have nothing but the last column. In the row of a point, {@code number} is its step and {@code validation} its probe.
 */
final class HistoryText {
    private static final String HEADER = "kind,number,epochs,running_steps,running_examples,running_correct,running_loss,"
            + "train_examples,train_correct,train_loss,validation_examples,validation_correct,validation_loss,"
            + "learning_rate,training_seconds,evaluation_seconds,text";
    private static final int TEXT = HEADER.split(",").length - 1;

    // What has been read so far.
    private final List<Epoch> epochs = new ArrayList<>();
    private final List<Point> points = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String about = "";
    private Ending ending;

    private HistoryText() {
    }

    static String of(History history) {
        StringBuilder csv = new StringBuilder(HEADER).append('\n');
        said(csv, "about", history.about());
        if (history.ending() != null) {
            said(csv, "ending", history.ending().name());
        }
        history.notes().forEach(note -> said(csv, "note", note));
        for (Epoch row : history.epochs()) {
            csv.append("epoch,").append(row.number()).append(',').append((double) row.number()).append(',').append(row.running().steps());
            scores(csv, row.running(), row.train(), row.validation());
            csv.append(row.learningRate()).append(',').append(row.trainingSeconds()).append(',').append(row.evaluationSeconds()).append(",\n");
        }
        for (Point row : history.points()) {
            csv.append("point,").append(row.step()).append(',').append(row.epochs()).append(',').append(row.running().steps());
            scores(csv, row.running(), Sum.NOTHING.pass(), row.probe());
            csv.append(",,,\n");
        }
        return csv.toString();
    }

    private static void said(StringBuilder csv, String kind, String text) {
        csv.append(kind).append(",".repeat(TEXT)).append('"').append(text.replace("\"", "\"\"")).append("\"\n");
    }

    private static void scores(StringBuilder csv, Pass... passes) {
        csv.append(',');
        for (Pass pass : passes) {
            csv.append(pass.examples()).append(',').append(pass.correct()).append(',').append(pass.loss()).append(',');
        }
    }

    static History read(Path csv) {
        try {
            return read(Files.readString(csv, StandardCharsets.UTF_8), csv.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("No history could be read from " + csv + ": " + e + ". Give a file that History.write has written.", e);
        }
    }

    /** @param name of the file, for messages */
    static History read(String csv, String name) {
        List<String> lines = csv.lines().toList();
        String first = lines.isEmpty() ? "" : lines.get(0);
        if (!first.equals(HEADER)) {
            throw new IllegalArgumentException(name + " is no history of a training: its first line should be \"" + HEADER + "\", but is \""
                    + first + "\". Give a file that History.write has written.");
        }
        HistoryText read = new HistoryText();
        for (int i = 1; i < lines.size(); i++) {
            try {
                read.add(lines.get(i).split(",", TEXT + 1));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Line " + (i + 1) + " of " + name + " is damaged: \"" + lines.get(i) + "\". Expected are "
                        + (TEXT + 1) + " fields: " + HEADER + ".", e);
            }
        }
        return new History(read.about, read.epochs, read.points, read.ending, read.notes);
    }

    private void add(String[] fields) {
        if (fields.length <= TEXT) {
            throw new IllegalArgumentException("only " + fields.length + " fields");
        }
        switch (fields[0]) {
            case "about" -> about = text(fields);
            case "ending" -> ending = Ending.valueOf(text(fields));
            case "note" -> notes.add(text(fields));
            case "epoch" -> epochs.add(new Epoch(whole(fields, 1), running(fields), score(fields, 7), score(fields, 10),
                    number(fields, 13), number(fields, 14), number(fields, 15)));
            case "point" -> points.add(new Point(whole(fields, 1), number(fields, 2), running(fields), score(fields, 10)));
            default -> throw new IllegalArgumentException("what kind of row is that?");
        }
    }

    private static String text(String[] fields) {
        String quoted = fields[TEXT];
        boolean isQuoted = quoted.length() > 1 && quoted.startsWith("\"") && quoted.endsWith("\"");
        String inside = isQuoted ? quoted.substring(1, quoted.length() - 1) : "\"";
        if (inside.replace("\"\"", "").contains("\"")) {
            throw new IllegalArgumentException("the text is not in quotation marks");
        }
        return inside.replace("\"\"", "\"");
    }

    private static Pass running(String[] fields) {
        return new Pass(whole(fields, 3), whole(fields, 4), number(fields, 6), whole(fields, 5));
    }

    private static Pass score(String[] fields, int from) {
        return new Pass(0, whole(fields, from), number(fields, from + 2), whole(fields, from + 1));
    }

    private static int whole(String[] fields, int i) {
        return Integer.parseInt(fields[i]);
    }

    private static double number(String[] fields, int i) {
        return Double.parseDouble(fields[i]);
    }
}
