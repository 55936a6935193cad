package homework.exercise;

import homework.gradient.Evidence;
import homework.gradient.GradientReport;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One run of an exercise's tests: hands them the student's method as an object of the exercise's interface, and what they draw inputs from. */
final class Trial implements InvocationHandler {
    /** The trial that runs on this thread; JUnit makes its extensions itself and can be handed nothing. */
    static final ThreadLocal<Trial> CURRENT = new ThreadLocal<>();
    private static final double ROUNDING = 1e-9;
    private final Exercise<?> exercise;
    private final Binding binding;
    private final long seed;
    private Draw draw;
    private Calls calls;
    private boolean interrupted;
    private Object[] firstArguments;
    private Object firstValue;

    Trial(Exercise<?> exercise, Binding binding, long seed) {
        this.exercise = exercise;
        this.binding = binding;
        this.seed = seed;
    }

    /** A new test begins. What it draws depends on nothing but the seed and its name, so that the order of tests does not matter. */
    void begin(String test) {
        calls = new Calls(exercise.method());
        draw = Draw.of(seed, test);
    }

    /** The visible tests are through. */
    void hiddenTestsBegin() {
        binding.hiddenTestsBegin();
    }

    boolean provides(Class<?> type) {
        return type == Calls.class || type == Draw.class || type == exercise.answer();
    }

    Object provide(Class<?> type) {
        if (type == Draw.class) {
            return draw;
        }
        return type == Calls.class ? calls : Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this);
    }

    /** Whether the stop button was pressed; the tests that were left then failed for no fault of the student's. */
    boolean isInterrupted() {
        return interrupted;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> exercise.name();
            };
        }
        // JUnit clears a thread's interrupt after each test, so it is looked for at each call.
        interrupted |= Thread.interrupted();
        if (interrupted) {
            throw Problem.notTried("the stop button was pressed");
        }
        try {
            Object[] given = arguments == null ? new Object[0] : arguments;
            Binding.Call call = binding.call(given);
            calls.add(call);
            if (firstArguments == null) {
                firstArguments = (Object[]) Copies.of(given);
                firstValue = call.value();
            }
            return usable(call.value(), given);
        } catch (InterruptedException stop) {
            interrupted = true;
            throw Problem.of("stopped", "stopped by the stop button");
        }
    }

    /**
     * What is wrong with a method that keeps something between its calls: asked the very first question once more, it has another
     * answer. Its points would depend on how often and in which order it was called.
     */
    Optional<Problem> unsteady() throws InterruptedException {
        try {
            if (firstArguments == null || same(binding.call(firstArguments).value(), firstValue)) {
                return Optional.empty();
            }
        } catch (Problem hadAnAnswerBefore) {
            if (hadAnAnswerBefore.key().equals("not tried")) {
                return Optional.empty();
            }
        }
        return Optional.of(Problem.of("unsteady", "gave another answer when it was called with the same arguments again")
                .likely("the method keeps something between its calls in a variable outside, or draws random numbers without a seed"));
    }

    /** Equal, but for the order in which several threads add. */
    private static boolean same(Object again, Object before) {
        if (Copies.same(again, before)) {
            return true;
        }
        try {
            return GradientReport.of("", Evidence.of(before, again), ROUNDING).isRight();
        } catch (IllegalArgumentException noNumbers) {
            return false;
        }
    }

    private static Object usable(Object value, Object[] arguments) {
        if (value == null) {
            throw Problem.of("null", "returned nothing (null)").likely("a variable that was never set is returned");
        }
        boolean inDouble = List.of(arguments).stream().allMatch(given -> !(given instanceof INDArray array) || array.dataType() == DataType.DOUBLE);
        if (value instanceof INDArray array && inDouble && array.dataType() != DataType.DOUBLE) {
            throw Problem.of("float", "returned an array of type " + array.dataType() + ", expected DOUBLE, as that of the arguments")
                    .likely("an array was made or cast without its type; Nd4j.zeros and others take DataType.DOUBLE, or use x.ulike()");
        }
        return value;
    }
}
