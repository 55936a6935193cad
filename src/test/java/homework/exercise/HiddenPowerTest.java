package homework.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.exercise.backprop.Graph;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Whether the tests of an exercise see what they are there to see; found out without knowing the exercise. */
class HiddenPowerTest {
    private static final long SEED = 7;
    private static final long OTHER_SEED = 8;

    /** A call of the reference during the visible tests. */
    private record Seen(Object[] arguments, Binding.Call call) {
    }

    @TestFactory
    Stream<DynamicTest> whoKnowsTheVisibleInputsByHeartEarnsNothing() {
        return methods().map(known -> DynamicTest.dynamicTest(known.exercise().name(), () -> {
            List<Seen> seen = new ArrayList<>();
            Checker.runThrough(recording(reference(known), seen), known.exercise());
            Binding byHeart = byHeart(known, seen);
            assertEquals(known.exercise().points(), Checker.runThrough(byHeart, known.exercise()).points(), "the visible tests alone");
            Score score = Checker.runThrough(byHeart, known.exercise(), SEED, hidden(known));
            assertEquals(0, score.points(), score.toString());
        }));
    }

    @TestFactory
    Stream<DynamicTest> whoKnowsTheHiddenInputsOfAnotherSeedByHeartEarnsNothing() {
        return methods().map(known -> DynamicTest.dynamicTest(known.exercise().name(), () -> {
            List<Seen> seen = new ArrayList<>();
            Checker.runThrough(recording(reference(known), seen), known.exercise(), OTHER_SEED, hidden(known));
            Binding byHeart = byHeart(known, seen);
            assertEquals(known.exercise().points(), Checker.runThrough(byHeart, known.exercise(), OTHER_SEED, hidden(known)).points(), "that seed");
            Score score = Checker.runThrough(byHeart, known.exercise(), SEED, hidden(known));
            assertEquals(0, score.points(), score.toString());
        }));
    }

    /** Where the visible tests get the right answer, and the hidden ones a wrong one of the bank. */
    @TestFactory
    Stream<DynamicTest> hiddenTestsSeeEachMistakeByThemselves() {
        return methods().map(known -> DynamicTest.dynamicTest(known.exercise().name(), () -> assertEquals(List.of(), unseen(known))));
    }

    @TestFactory
    Stream<DynamicTest> anotherSeedHasOtherInputsInEachTestAndOneSeedTheSame() {
        return methods().map(known -> DynamicTest.dynamicTest(known.exercise().name(), () -> {
            Map<String, List<Object[]>> inputs = inputs(known, SEED);
            Map<String, List<Object[]>> again = inputs(known, SEED);
            Map<String, List<Object[]>> others = inputs(known, OTHER_SEED);
            Tests.of(known.hidden().get(0)).stream().map(Method::getName).forEach(test -> {
                assertTrue(equal(inputs.get(test), again.get(test)), test + " draws from something other than the seed");
                assertFalse(equal(inputs.get(test), others.get(test)), test + " does not draw its inputs");
            });
        }));
    }

    /** Wrong answers that are taken for right where only the hidden tests are asked. */
    private static <A> List<String> unseen(Known<A> known) throws InterruptedException {
        List<String> unseen = new ArrayList<>();
        for (Known.Wrong<A> wrong : known.wrong()) {
            Score score = Checker.runThrough(onlyHidden(known, wrong.answer()), known.exercise(), SEED, hidden(known));
            if (score.results().stream().allMatch(CheckResult::passed)) {
                unseen.add(wrong.name());
            }
        }
        return unseen;
    }

    /** The right answer for the visible tests, this one for the hidden ones. */
    private static <A> Binding onlyHidden(Known<A> known, A answer) {
        Binding right = reference(known);
        Binding wrong = new LocalBinding(answer, known.exercise().method(), Duration.ofSeconds(60));
        AtomicReference<Binding> now = new AtomicReference<>(right);
        return new Binding() {
            @Override
            public Call call(Object... arguments) throws InterruptedException {
                return now.get().call(arguments);
            }

            @Override
            public void hiddenTestsBegin() {
                now.set(wrong);
            }
        };
    }

    /** What each hidden test gives the method, call after call. */
    private static Map<String, List<Object[]>> inputs(Known<?> known, long seed) throws InterruptedException {
        Map<String, List<Object[]>> inputs = new HashMap<>();
        Binding reference = reference(known);
        Checker.runThrough(arguments -> {
            test(known).ifPresent(test -> inputs.computeIfAbsent(test, any -> new ArrayList<>()).add((Object[]) Copies.of(arguments)));
            return reference.call(arguments);
        }, known.exercise(), seed, hidden(known));
        return inputs;
    }

    /** The hidden test that is calling. */
    private static Optional<String> test(Known<?> known) {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE).walk(frames -> frames
                .filter(frame -> frame.getDeclaringClass().isAssignableFrom(known.hidden().get(0))).map(StackWalker.StackFrame::getMethodName)
                .filter(name -> Tests.of(known.hidden().get(0)).stream().anyMatch(test -> test.getName().equals(name))).findFirst());
    }

    private static boolean equal(List<Object[]> some, List<Object[]> others) {
        return some.size() == others.size() && IntStream.range(0, some.size()).allMatch(i -> same(some.get(i), others.get(i)));
    }

    @TestFactory
    Stream<DynamicTest> whatIsOffInTheSixthDigitIsWrong() {
        return methods().filter(known -> Stream.of(INDArray.class, double.class, double[].class, double[][][].class)
                .anyMatch(type -> type == known.exercise().method().getReturnType()))
                .map(known -> DynamicTest.dynamicTest(known.exercise().name(), () -> {
                    Binding reference = reference(known);
                    Score score = Checker.runThrough(arguments -> spoilt(call(reference, arguments), 1e-6), known.exercise());
                    assertTrue(score.points() < known.exercise().points(), score.toString());
                    assertTrue(score.results().get(0).problem().isPresent(), score.toString());
                }));
    }

    /** Every exercise but the questions, whose hidden tests can ask no other. */
    private static Stream<Known<?>> methods() {
        return KnownAnswersTest.ALL.stream().filter(known -> known.exercise().answer() != Answers.class);
    }

    private static Class<?>[] hidden(Known<?> known) {
        return known.hidden().toArray(Class<?>[]::new);
    }

    private static Binding recording(Binding binding, List<Seen> seen) {
        return arguments -> {
            Binding.Call call = binding.call(arguments);
            seen.add(new Seen((Object[]) Copies.of(arguments), call));
            return call;
        };
    }

    /** Right where the arguments were seen before, and wrong elsewhere. */
    private static Binding byHeart(Known<?> known, List<Seen> seen) {
        Binding reference = reference(known);
        return arguments -> seen.stream().filter(earlier -> same(earlier.arguments, arguments)).map(Seen::call).findFirst()
                .orElseGet(() -> spoilt(call(reference, arguments), 1));
    }

    private static Binding reference(Known<?> known) {
        return new LocalBinding(known.reference(), known.exercise().method(), Duration.ofSeconds(60));
    }

    /** Numbers are compared as they are, anything else (a graph) by what it prints. */
    private static boolean same(Object[] some, Object[] others) {
        return IntStream.range(0, some.length).allMatch(i -> Copies.same(some[i], others[i])
                || some[i] instanceof Graph && some[i].toString().equals(others[i].toString()));
    }

    private static Binding.Call call(Binding binding, Object[] arguments) {
        try {
            return binding.call(arguments);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A result that is wrong: each number a little larger, or, of an array of indices, the last one missing. */
    private static Binding.Call spoilt(Binding.Call call, double part) {
        Object wrong;
        if (call.value() instanceof INDArray array) {
            wrong = array.mul(1 + part).add(part == 1 ? 1 : 0);
        } else if (call.value() instanceof double[] array) {
            wrong = spoilt(array, part);
        } else if (call.value() instanceof double[][][] maps) {
            wrong = spoilt(maps, part);
        } else if (call.value() instanceof Double number) {
            wrong = spoilt(new double[] {number}, part)[0];
        } else if (call.value() instanceof int[] indices) {
            wrong = Arrays.copyOf(indices, indices.length - 1);
        } else if (call.value() instanceof int[][] parts) {
            wrong = new int[][] {parts[0], {}};
        } else {
            throw new IllegalStateException("say here how to spoil a result such as " + call.value());
        }
        return new Binding.Call(wrong, call.changed(), call.shared());
    }

    private static double[][][] spoilt(double[][][] maps, double part) {
        return Arrays.stream(maps).map(map -> Arrays.stream(map).map(row -> spoilt(row, part)).toArray(double[][]::new)).toArray(double[][][]::new);
    }

    private static double[] spoilt(double[] row, double part) {
        return Arrays.stream(row).map(v -> v * (1 + part) + (part == 1 ? 1 : 0)).toArray();
    }
}
