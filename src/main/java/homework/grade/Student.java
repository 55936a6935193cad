package homework.grade;

import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A runner into which the cells of one submission have been fed; a new one when that is gone. */
final class Student implements AutoCloseable {
    private static final int MOST_REMARKS = 20;
    private static final Pattern WORD = Pattern.compile("\\W+");
    private static final Pattern IMPORTED = Pattern.compile("import\\s+(?:static\\s+)?[\\w.]+\\.(\\w+)\\s*;");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|enum|record)\\s+(\\w+)");
    private final Pool pool;
    private final Assignment assignment;
    private final Duration limit;
    private final Budget whole;
    private final List<Fed> cells = new ArrayList<>();
    private final Set<String> remarks = new LinkedHashSet<>();
    private List<Piece> given;
    private RunnerProcess runner;

    /** A cell and what came of it. */
    private static final class Fed {
        private final Cell cell;
        private final Set<Piece> leftOut = new HashSet<>();
        private List<Piece> pieces;
        private String compiler = "";

        Fed(Cell cell) {
            this.cell = cell;
        }
    }

    /** The submission as a whole has no time left. */
    static final class Spent extends Exception {
        private static final long serialVersionUID = 1L;
    }

    Student(Pool pool, Assignment assignment, Cell.Submission submission, Duration limit, Budget whole) {
        this.pool = pool;
        this.assignment = assignment;
        this.limit = limit;
        this.whole = whole;
        for (Cell cell : submission.cells()) {
            cells.add(new Fed(cell));
            if (cell.hasMagics()) {
                remark("cell " + cell.id() + ": lines that begin with % are commands to the kernel and were not run");
            }
        }
    }

    private void remark(String text) {
        if (remarks.size() < MOST_REMARKS) {
            remarks.add(text);
        }
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** What the compiler says of a cell; nothing if all is well. */
    String compiler(String id) {
        StringBuilder text = new StringBuilder();
        cells.stream().filter(fed -> fed.cell.id().equals(id)).forEach(fed -> text.append(fed.compiler));
        return text.toString();
    }

    /** Of lines that each begin with the name of a method those whose methods a cell declares. */
    String ofCell(String id, String lines) {
        // By what it declares: a name that it only uses may be a variable of its own.
        Set<String> declared = new HashSet<>();
        cells.stream().filter(fed -> fed.cell.id().equals(id) && fed.pieces != null).flatMap(fed -> fed.pieces.stream())
                .forEach(piece -> declared.addAll(Assignment.declared(piece)));
        return lines.lines().filter(line -> declared.contains(line.split(" ", 2)[0])).map(line -> line + "\n").collect(Collectors.joining());
    }

    /** The next question goes to a new runner. */
    void renew() {
        close();
    }

    /** The runner, with everything in it. */
    RunnerProcess runner() throws IOException, InterruptedException, Spent {
        while (runner == null || runner.isClosed()) {
            RunnerProcess fresh = pool.take();
            boolean full = false;
            try {
                full = fill(fresh);
            } finally {
                if (!full) {
                    fresh.close();
                }
            }
            runner = fresh;
        }
        return runner;
    }

    /** Whether all could be fed; otherwise what it could not be fed will be left out next time. */
    private boolean fill(RunnerProcess fresh) throws Spent {
        for (Fed fed : cells) {
            if (fed.pieces == null && !split(fresh, fed)) {
                return false;
            }
        }
        if (given == null) {
            given = needed();
        }
        for (Piece piece : given) {
            try {
                feed(fresh, piece);
            } catch (RunnerProcess.Gone gone) {
                remark("the runner did not take what the notebook gives: " + gone.getMessage());
                return false;
            }
        }
        for (Fed fed : cells) {
            if (!feed(fresh, fed)) {
                return false;
            }
        }
        return true;
    }

    private boolean split(RunnerProcess fresh, Fed fed) throws Spent {
        String source = fed.cell.java();
        try (Budget.Use use = left().use(fresh)) {
            fed.pieces = pieces(fresh, source, use::left);
            leaveOutNamesakes(fed);
            return true;
        } catch (RunnerProcess.Gone gone) {
            fed.pieces = List.of();
            fed.compiler = "the cell could not be read: the compiler did not get along with it\n";
            remark("cell " + fed.cell.id() + ": the compiler could not read it");
            return false;
        }
    }

    /** Leaves out a type that is called as one that the notebook imports: nothing at all would compile beside it, in no cell. */
    private void leaveOutNamesakes(Fed fed) {
        Set<String> imported = assignment.given().stream().filter(piece -> piece.kind() == Piece.Kind.IMPORT).map(piece -> IMPORTED.matcher(piece.source()))
                .filter(Matcher::find).map(found -> found.group(1)).collect(Collectors.toSet());
        for (Piece piece : fed.pieces) {
            Matcher type = TYPE.matcher(piece.source());
            if (piece.kind() == Piece.Kind.TYPE && type.find() && imported.contains(type.group(1))) {
                fed.leftOut.add(piece);
                remark("cell " + fed.cell.id() + ", line " + piece.line() + ": " + type.group(1) + " was left out, because the notebook imports a type of this name");
            }
        }
    }

    static List<Piece> pieces(RunnerProcess runner, String source, Supplier<Duration> left) throws RunnerProcess.Gone {
        RunnerProcess.Answer answer = runner.ask(Wire.Question.SPLIT, left, body -> Wire.text(body, source, Wire.LONGEST_SOURCE));
        try {
            if (answer.reply() == Wire.Reply.PROBLEM) {
                // Nested so deep that the compiler's stack was full.
                throw runner.gone(RunnerProcess.Lost.ENDED, "the compiler failed");
            }
            return Piece.read(answer.body());
        } catch (IOException garbage) {
            throw runner.gone(RunnerProcess.Lost.GARBAGE, garbage.getMessage());
        }
    }

    /** What one piece of a cell has. */
    private Budget left() throws Spent {
        if (whole.left().toMillis() <= 0) {
            throw new Spent();
        }
        return new Budget(limit, whole);
    }

    private boolean feed(RunnerProcess fresh, Fed fed) throws Spent {
        StringBuilder compiler = new StringBuilder();
        for (Piece piece : fed.pieces) {
            if (fed.leftOut.contains(piece)) {
                continue;
            }
            try {
                String[] said = feed(fresh, piece);
                compiler.append(said[0]);
                if (!said[1].isEmpty()) {
                    remark("cell " + fed.cell.id() + ", " + said[1]);
                }
            } catch (RunnerProcess.Gone gone) {
                leaveOut(fed, piece, gone);
                return false;
            }
        }
        if (!fed.pieces.isEmpty()) {
            fed.compiler = compiler.toString();
        }
        return true;
    }

    /** Leaves out a piece and what the cell computes after it; declarations stay. */
    private void leaveOut(Fed fed, Piece culprit, RunnerProcess.Gone gone) {
        fed.leftOut.add(culprit);
        fed.pieces.subList(fed.pieces.indexOf(culprit), fed.pieces.size()).stream().filter(piece -> !piece.kind().isDeclaration())
                .forEach(fed.leftOut::add);
        String what = switch (gone.how()) {
            case TIME -> "did not end within " + Budget.told(limit);
            case GARBAGE -> "wrote past System.out";
            case ENDED -> "ended the program";
        };
        remark("cell " + fed.cell.id() + ", line " + culprit.line() + " " + what + "; it was left out, as was all that the cell computes after it");
    }

    /** Feeds a piece; what the compiler says, and what was odd. */
    private String[] feed(RunnerProcess fresh, Piece piece) throws RunnerProcess.Gone, Spent {
        try (Budget.Use use = left().use(fresh)) {
            RunnerProcess.Answer answer = fresh.ask(Wire.Question.FEED, use::left, body -> {
                body.writeInt(piece.line());
                Wire.text(body, piece.source(), Wire.LONGEST_SOURCE);
            });
            DataInputStream body = answer.body();
            String first = Wire.text(body, Wire.LONGEST_TEXT);
            String second = Wire.text(body, Wire.LONGEST_TEXT);
            return answer.reply() == Wire.Reply.PROBLEM ? new String[] {"", "line " + piece.line() + " " + second} : new String[] {first, second};
        } catch (IOException garbage) {
            throw fresh.gone(RunnerProcess.Lost.GARBAGE, garbage.getMessage());
        }
    }

    /** Imports, and those of the notebook's declarations whose names occur in what is fed: each takes a while to compile. */
    private List<Piece> needed() {
        Set<String> words = new HashSet<>();
        cells.forEach(fed -> words.addAll(List.of(WORD.split(fed.cell.source()))));
        assignment.exercises().values().forEach(task -> words.addAll(List.of(WORD.split(task.lambda()))));
        Map<Piece, Boolean> chosen = new LinkedHashMap<>();
        assignment.given().forEach(piece -> chosen.put(piece, piece.kind() == Piece.Kind.IMPORT));
        for (boolean more = true; more;) {
            more = false;
            for (Piece piece : assignment.given()) {
                if (!chosen.get(piece) && Assignment.declared(piece).stream().anyMatch(words::contains)) {
                    chosen.put(piece, true);
                    words.addAll(List.of(WORD.split(piece.source())));
                    more = true;
                }
            }
        }
        return assignment.given().stream().filter(chosen::get).toList();
    }

    @Override
    public void close() {
        if (runner != null) {
            runner.close();
        }
    }
}
