package homework.grade;

import homework.exercise.Binding;
import homework.exercise.Exercise;
import homework.exercise.Problem;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Calls a method that a runner holds. Whatever comes back is a value of the right type, or a {@link Problem}. */
final class RemoteBinding implements Binding {
    /** What a runner may say of a call that gave no value; all else the judge finds out itself. */
    private static final Set<String> KEYS = Set.of("not written", "recursion", "memory", "exception", "unresolved", "type");
    private final RunnerProcess runner;
    private final int number;
    private final Exercise<?> exercise;
    private final Budget budget;
    private Problem dead;
    private boolean withoutMemory;

    /** @param number by which the runner knows the exercise */
    RemoteBinding(RunnerProcess runner, int number, Exercise<?> exercise, Budget budget) {
        this.runner = runner;
        this.number = number;
        this.exercise = exercise;
        this.budget = budget;
    }

    /** Whether it is this runner that holds the method. */
    boolean isIn(RunnerProcess other) {
        return runner == other;
    }

    /** Whether memory or threads ran out in a call: what was taken may not come back, and other exercises would lack it. */
    boolean isWithoutMemory() {
        return withoutMemory;
    }

    /** Whether the runner ended or was killed in a call. */
    boolean isDead() {
        return dead != null;
    }

    /** What the method has printed in all calls so far; nothing if the runner does not say. */
    String printed() {
        try {
            return Wire.text(runner.ask(Wire.Question.PRINTED, budget.use(runner)::left, body -> body.writeInt(number)).body(), Wire.LONGEST_TEXT);
        } catch (RunnerProcess.Gone gone) {
            return "";
        } catch (IOException garbage) {
            runner.close();
            return "";
        }
    }

    @Override
    public Call call(Object... arguments) {
        if (dead != null) {
            throw Problem.notTried("an earlier call " + dead.key());
        }
        Duration left = budget.left();
        if (left.isNegative() || left.isZero()) {
            dead = Problem.of("took too long", "");
            throw budget.spent();
        }
        try (Budget.Use use = budget.use(runner)) {
            return answered(runner.ask(Wire.Question.CALL, use::left, body -> {
                body.writeInt(number);
                body.writeByte(arguments.length);
                for (Object argument : arguments) {
                    Plain.write(body, argument);
                }
            }), arguments.length);
        } catch (RunnerProcess.Gone gone) {
            throw lost(gone);
        }
    }

    private Call answered(RunnerProcess.Answer answer, int arguments) throws RunnerProcess.Gone {
        DataInputStream body = answer.body();
        try {
            if (answer.reply() == Wire.Reply.PROBLEM) {
                String key = Wire.text(body, Wire.LONGEST_TEXT);
                withoutMemory |= key.equals("memory");
                throw problem(KEYS.contains(key) ? key : "exception", Wire.text(body, Wire.LONGEST_TEXT));
            }
            List<Integer> changed = arguments(body, arguments);
            List<Integer> shared = arguments(body, arguments);
            Object value = Plain.readReturned(body);
            Wire.ended(body);
            if (!fits(value)) {
                throw runner.gone(RunnerProcess.Lost.GARBAGE, "a value of another type than the method's");
            }
            return new Call(value, changed, shared);
        } catch (Wire.Garbage | EOFException garbage) {
            throw runner.gone(RunnerProcess.Lost.GARBAGE, garbage.getMessage());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException notAnArray) {
            // ND4J has its own limits for what an array can be.
            throw runner.gone(RunnerProcess.Lost.GARBAGE, "no such array");
        }
    }

    private static List<Integer> arguments(DataInputStream body, int count) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (int left = body.readUnsignedByte(); left > 0; left--) {
            int number = body.readUnsignedByte();
            if (number >= count) {
                throw new Wire.Garbage("there is no argument " + number);
            }
            numbers.add(number);
        }
        return numbers;
    }

    /** Whether the interface's method can return it. */
    private boolean fits(Object value) {
        Class<?> type = exercise.method().getReturnType();
        return value == null ? !type.isPrimitive() : java.lang.invoke.MethodType.methodType(type).wrap().returnType().isInstance(value);
    }

    private static Problem problem(String key, String text) {
        Problem problem = Problem.of(key, text);
        return switch (key) {
            case "recursion" -> problem.likely("a recursion without an end, or a call of the method itself where another was meant");
            case "memory" -> problem.likely("an array far larger than its arguments, or a list that grows without end");
            default -> problem;
        };
    }

    private Problem lost(RunnerProcess.Gone gone) {
        switch (gone.how()) {
            case TIME -> {
                dead = Problem.of("did not end", "");
                return budget.late();
            }
            case GARBAGE -> {
                dead = Problem.of("wrote past System.out", "");
                return Problem.of("garbage", "something was written to the process's own output, where only answers to the tests may stand").likely(
                        "code that goes past System.out; print with System.out.println");
            }
            default -> {
                dead = Problem.of("ended the program", "");
                return Problem.of("ended", "ended the whole program" + Ended.how(runner.exitCode())).likely(
                        "System.exit, a crash in native code, or more memory or threads than a submission may have");
            }
        }
    }
}
