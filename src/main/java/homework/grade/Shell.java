package homework.grade;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** JShell in this very JVM, as a notebook's kernel has it. */
final class Shell implements ExecutionControlProvider {
    /** What a Java kernel imports before the first cell. */
    private static final List<String> PACKAGES = List.of("java.io", "java.math", "java.net", "java.nio.file", "java.util", "java.util.concurrent",
            "java.util.function", "java.util.prefs", "java.util.regex", "java.util.stream");
    private static final Pattern BLANK = Pattern.compile("\\s++|//[^\n]*+|/\\*(?s:.*?)\\*/");
    private static final Pattern CALL = Pattern.compile("[\\w$.]++\\s*+\\(");
    private Execution execution;
    private final JShell shell = JShell.builder().executionEngine(this, Map.of()).build();
    private int bound;

    /** What came of evaluating something. */
    record Outcome(String compiler, String remark, Object value) {
    }

    /** Runs in the thread that asks, and hands over the object that came out in place of its text. */
    private static final class Execution extends LocalExecutionControl {
        private Object value;

        @Override
        protected String invoke(Method code) throws Exception {
            value = null;
            value = code.invoke(null);
            return "";
        }
    }

    @Override
    public String name() {
        return "runner";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
        execution = new Execution();
        return execution;
    }

    /** Takes a cell apart. */
    List<Piece> split(String cell) {
        List<Piece> pieces = new ArrayList<>();
        String rest = cell;
        while (!rest.isBlank()) {
            String head = rest.stripLeading();
            int line = (int) cell.substring(0, cell.length() - head.length()).lines().count();
            boolean atLineStart = cell.length() == head.length() || cell.charAt(cell.length() - head.length() - 1) == '\n';
            SourceCodeAnalysis.CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(head);
            boolean isWhole = info.completeness().isComplete();
            if (info.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
                break;
            }
            String source = isWhole ? info.source() : head;
            pieces.add(new Piece(isWhole ? kind(source) : Piece.Kind.BROKEN, source, line + (atLineStart ? 1 : 0)));
            rest = isWhole ? info.remaining() : "";
        }
        return pieces;
    }

    private Piece.Kind kind(String source) {
        if (isCall(source)) {
            return Piece.Kind.STATEMENT;
        }
        List<Snippet> snippets = shell.sourceCodeAnalysis().sourceToSnippets(source);
        return switch (snippets.isEmpty() ? Snippet.Kind.ERRONEOUS : snippets.get(0).kind()) {
            case IMPORT -> Piece.Kind.IMPORT;
            case METHOD -> Piece.Kind.METHOD;
            case TYPE_DECL -> Piece.Kind.TYPE;
            case VAR -> Piece.Kind.VARIABLE;
            case ERRONEOUS -> Piece.Kind.BROKEN;
            default -> Piece.Kind.STATEMENT;
        };
    }

    /** Whether it begins as calls do, or if, for and while: for these JShell would look up every name to tell their type. */
    private static boolean isCall(String source) {
        int at = 0;
        for (Matcher blank = BLANK.matcher(source); blank.region(at, source.length()).lookingAt();) {
            at = blank.end();
        }
        return CALL.matcher(source).region(at, source.length()).lookingAt();
    }

    /** Evaluates one piece; line is the one of the cell in which it begins. */
    Outcome feed(String source, int line) {
        execution.value = null;
        StringBuilder compiler = new StringBuilder();
        String remark = "";
        for (SnippetEvent event : shell.eval(source)) {
            if (event.causeSnippet() != null) {
                continue;
            }
            if (event.status() == Snippet.Status.REJECTED) {
                shell.diagnostics(event.snippet()).filter(Diag::isError).map(diag -> message(diag, source, line)).forEach(compiler::append);
            }
            if (event.exception() != null) {
                remark = "line " + line + " threw " + thrown(event.exception());
            }
        }
        return new Outcome(compiler.toString(), remark, execution.value);
    }

    private static String message(Diag diag, String source, int line) {
        int at = (int) Math.max(0, Math.min(diag.getStartPosition(), source.length()));
        int begin = source.lastIndexOf('\n', at - 1) + 1;
        int end = source.indexOf('\n', at) < 0 ? source.length() : source.indexOf('\n', at);
        long above = source.substring(0, at).chars().filter(character -> character == '\n').count();
        return "line " + (line + above) + ": " + diag.getMessage(Locale.ENGLISH) + "\n    " + source.substring(begin, end) + "\n    "
                + " ".repeat(at - begin) + "^\n";
    }

    private static String thrown(JShellException exception) {
        String name = exception instanceof EvalException thrown ? thrown.getExceptionClassName() : "a call of something that is not defined";
        return name.substring(name.lastIndexOf('.') + 1) + (exception.getMessage() == null ? "" : ": " + exception.getMessage());
    }

    /** Makes an object of an interface from a lambda. */
    Outcome bind(Class<?> type, String lambda) {
        // A declaration, because no variable of the student's hides a package there.
        return feed(type.getCanonicalName() + " answer$" + bound++ + " = " + lambda + ";", 1);
    }

    /** Methods that lack what they use, a line each. */
    String unresolved() {
        return shell.snippets().filter(snippet -> snippet instanceof DeclarationSnippet
                        && (shell.status(snippet) == Snippet.Status.RECOVERABLE_DEFINED || shell.status(snippet) == Snippet.Status.RECOVERABLE_NOT_DEFINED))
                .map(DeclarationSnippet.class::cast)
                .map(snippet -> snippet.name() + " uses " + shell.unresolvedDependencies(snippet).collect(Collectors.joining(", "))
                        + ", which is not defined").collect(Collectors.joining("\n"));
    }

    /** Forgets all that was fed, and begins as a kernel does. */
    void begin() {
        shell.snippets().filter(snippet -> shell.status(snippet).isActive()).toList().forEach(shell::drop);
        PACKAGES.forEach(name -> feed("import " + name + ".*;", 1));
    }
}
