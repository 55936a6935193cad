package homework.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.exercise.backprop.Graph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Whether the tests of an exercise see what they are there to see; found out without knowing the exercise. */
class HiddenPowerTest {

    /** A call of the reference during the visible tests. */
    private record Seen(Object[] arguments, Binding.Call call) {
    }

    @TestFactory
    Stream<DynamicTest> whoKnowsTheVisibleInputsByHeartEarnsNothing() {
        return methods().map(known -> DynamicTest.dynamicTest(known.exercise().name(), () -> {
            List<Seen> seen = new ArrayList<>();
            Binding reference = reference(known);
            Checker.runThrough(arguments -> {
                Binding.Call call = reference.call(arguments);
                seen.add(new Seen((Object[]) Copies.of(arguments), call));
                return call;
            }, known.exercise());
            Binding byHeart = arguments -> seen.stream().filter(earlier -> same(earlier.arguments, arguments)).map(Seen::call).findFirst()
                    .orElseGet(() -> spoilt(call(reference, arguments), 1));
            assertEquals(known.exercise().points(), Checker.runThrough(byHeart, known.exercise()).points(), "the visible tests alone");
            Score score = Checker.runThrough(byHeart, known.exercise(), 1, known.hidden().toArray(Class<?>[]::new));
            assertEquals(0, score.points(), score.toString());
        }));
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
