package homework.grade;

import homework.exercise.Exercise;
import homework.exercise.Binding;
import homework.exercise.LocalBinding;
import homework.exercise.Problem;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The program in the sandbox: evaluates one student's cells and answers calls of the methods in them. It holds nothing that is worth
 * stealing, and whatever it says is only a student's word.
 */
public final class Runner {
    static final String WARM_UP_ONLY = "--warm-up-only";
    /** The judge keeps the time, from outside. */
    private static final Duration NO_LIMIT = Duration.ofDays(1);
    private final InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in));
    private final OutputStream out = new FileOutputStream(FileDescriptor.out);
    private final List<LocalBinding> bindings = new ArrayList<>();
    private final Shell shell;

    private Runner(PrintStream log) throws Exception {
        System.setIn(InputStream.nullInputStream());
        // What a cell prints while it is evaluated reaches nobody, least of all the stream of answers.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(System.out);
        try {
            shell = new Shell();
            new WarmUp(shell).run();
        } catch (Exception | Error fault) {
            fault.printStackTrace(log);
            throw fault;
        }
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream log = System.err;
        Runner runner = new Runner(log);
        if (arguments.length > 0 && arguments[0].equals(WARM_UP_ONLY)) {
            System.exit(0);
        }
        try {
            runner.reply(0, Wire.Reply.READY, nothing -> { });
            runner.serve();
        } catch (IOException fault) {
            fault.printStackTrace(log);
        }
        // Threads of the student's may go on.
        Runtime.getRuntime().halt(0);
    }

    private void serve() throws IOException {
        while (true) {
            DataInputStream frame;
            try {
                frame = Wire.receive(in);
            } catch (EOFException judgeHasGone) {
                return;
            }
            answer(frame.readInt(), Wire.Question.values()[frame.readUnsignedByte()], frame);
        }
    }

    /** Writes the body of an answer. */
    private interface Body {
        void write(DataOutputStream body) throws IOException;
    }

    private void reply(int number, Wire.Reply reply, Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream frame = new DataOutputStream(bytes);
        frame.writeInt(number);
        frame.writeByte(reply.ordinal());
        body.write(frame);
        Wire.send(out, bytes.toByteArray());
    }

    private void answer(int number, Wire.Question question, DataInputStream frame) throws IOException {
        try {
            switch (question) {
                case SPLIT -> {
                    List<Piece> pieces = shell.split(Wire.text(frame, Wire.LONGEST_SOURCE));
                    reply(number, Wire.Reply.DONE, body -> Piece.write(body, pieces));
                }
                case FEED -> feed(number, frame);
                case BIND -> bind(number, frame);
                case CALL -> call(number, frame);
                case PRINTED -> {
                    String printed = bindings.get(frame.readInt()).printed();
                    reply(number, Wire.Reply.DONE, body -> Wire.text(body, printed, Wire.LONGEST_TEXT));
                }
            }
        } catch (Problem problem) {
            problem(number, problem.key(), text(problem));
        } catch (Plain.NotPlain value) {
            problem(number, "type", value.getMessage());
        } catch (Throwable thrown) {
            // Evaluating can fail as a call can: no memory, no stack, an object of the student's whose methods throw.
            problem(number, thrown instanceof OutOfMemoryError ? "memory" : "exception", "threw " + thrown.getClass().getSimpleName());
        }
    }

    private void problem(int number, String key, String text) throws IOException {
        reply(number, Wire.Reply.PROBLEM, body -> {
            Wire.text(body, key, Wire.LONGEST_TEXT);
            Wire.text(body, text, Wire.LONGEST_TEXT);
        });
    }

    /** The plain sentences alone; what is likely behind them the judge knows itself. */
    private static String text(Problem problem) {
        return problem.parts().stream().filter(part -> part.label().isEmpty()).map(Problem.Part::text).collect(Collectors.joining("\n"));
    }

    private void feed(int number, DataInputStream frame) throws IOException {
        int line = frame.readInt();
        Shell.Outcome outcome = shell.feed(Wire.text(frame, Wire.LONGEST_SOURCE), line);
        reply(number, Wire.Reply.DONE, body -> {
            Wire.text(body, outcome.compiler(), Wire.LONGEST_TEXT);
            Wire.text(body, outcome.remark(), Wire.LONGEST_TEXT);
        });
    }

    /** Binds an exercise of the library, named by its class and field, to a lambda. */
    private void bind(int number, DataInputStream frame) throws IOException, ReflectiveOperationException {
        String holder = Wire.text(frame, Wire.LONGEST_TEXT);
        String field = Wire.text(frame, Wire.LONGEST_TEXT);
        Exercise<?> exercise = (Exercise<?>) Class.forName(holder).getField(field).get(null);
        Shell.Outcome outcome = shell.bind(exercise.answer(), Wire.text(frame, Wire.LONGEST_SOURCE));
        boolean isBound = exercise.answer().isInstance(outcome.value());
        if (isBound) {
            bindings.add(new LocalBinding(outcome.value(), exercise.method(), NO_LIMIT));
        }
        String unresolved = shell.unresolved();
        reply(number, Wire.Reply.DONE, body -> {
            body.writeInt(isBound ? bindings.size() - 1 : -1);
            Wire.text(body, outcome.compiler() + outcome.remark(), Wire.LONGEST_TEXT);
            Wire.text(body, unresolved, Wire.LONGEST_TEXT);
        });
    }

    private void call(int number, DataInputStream frame) throws IOException, InterruptedException {
        LocalBinding binding = bindings.get(frame.readInt());
        Object[] arguments = new Object[frame.readUnsignedByte()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = Plain.readArgument(frame);
        }
        Binding.Call call = binding.call(arguments);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Before the head of an answer is written: the value may turn out not to be plain.
        Plain.write(new DataOutputStream(bytes), call.value());
        reply(number, Wire.Reply.DONE, body -> {
            arguments(body, call.changed());
            arguments(body, call.shared());
            bytes.writeTo(body);
        });
    }

    private static void arguments(DataOutputStream body, List<Integer> numbers) throws IOException {
        body.writeByte(numbers.size());
        for (int number : numbers) {
            body.writeByte(number);
        }
    }
}
