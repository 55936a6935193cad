package homework.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import homework.exercise.backprop.ActivationsKnown;
import homework.exercise.backprop.ComputationGraphKnown;
import homework.exercise.backprop.Softmax;
import homework.exercise.backprop.SoftmaxKnown;
import homework.exercise.convnet.ExperimentsKnown;
import homework.exercise.convnet.MnistConvnetKnown;
import homework.exercise.start.DataAndSplitsKnown;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The tests of the exercises, tested: blank earns nothing, the reference everything, each wrong answer loses its tests and no other. */
class KnownAnswersTest {
    private static final long SEED = 20261201;
    private static final int WRONG_SEEDS = 5;
    static final List<Known<?>> ALL = Stream.of(
            DataAndSplitsKnown.ALL,
            ActivationsKnown.ALL,
            SoftmaxKnown.ALL,
            ComputationGraphKnown.ALL,
            MnistConvnetKnown.ALL,
            ExperimentsKnown.ALL).flatMap(List::stream).collect(Collectors.toList());

    /** Every exercise that the library offers, by the words with which a notebook checks it. */
    private static Map<String, Exercise<?>> offered() throws IllegalAccessException {
        Map<String, Exercise<?>> exercises = new TreeMap<>();
        for (Class<?> holder : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("homework.exercise")
                .stream().map(JavaClass::reflect).toList()) {
            for (Field field : holder.getDeclaredFields()) {
                if (field.getType() == Exercise.class && Modifier.isStatic(field.getModifiers())) {
                    exercises.put("check(" + holder.getSimpleName() + "." + field.getName() + ",", (Exercise<?>) field.get(null));
                }
            }
        }
        return exercises;
    }

    @Test
    void somethingIsKnownOfEveryExercise() throws IllegalAccessException {
        assertEquals(Set.copyOf(offered().values()), ALL.stream().map(Known::exercise).collect(Collectors.toSet()));
    }

    @Test
    void everyExerciseStandsInANotebook() throws IllegalAccessException, IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/notebooks"))) {
            StringBuilder text = new StringBuilder();
            for (Path source : sources.filter(path -> path.toString().endsWith(".md")).toList()) {
                text.append(Files.readString(source));
            }
            assertEquals(List.of(), offered().keySet().stream().filter(check -> text.indexOf(check) < 0).toList());
        }
    }

    @TestFactory
    Stream<DynamicTest> blankEarnsNothing() {
        return ALL.stream().map(known -> DynamicTest.dynamicTest(known.exercise().name(), () -> {
            Score score = blank(known);
            assertEquals(0, score.points());
            assertTrue(score.isNotWritten(), score.toString());
        }));
    }

    @TestFactory
    Stream<DynamicTest> theReferenceEarnsEverything() {
        return ALL.stream().map(known -> DynamicTest.dynamicTest(known.exercise().name(), () -> {
            Score score = reference(known, SEED);
            assertEquals(known.exercise().points(), score.points(), score.toString());
            assertTrue(score.points() > 0);
        }));
    }

    /** No draw is unlucky. */
    @TestFactory
    Stream<DynamicTest> theReferenceEarnsEverythingWhateverTheSeed() {
        return ALL.stream().filter(KnownAnswersTest::hasHidden).map(known -> DynamicTest.dynamicTest(known.exercise().name(), () -> {
            for (long seed = 0; seed < seeds(known, 200, 12); seed++) {
                Score score = reference(known, seed);
                assertEquals(known.exercise().points(), score.points(), "seed " + seed + ": " + score.results());
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> wrongAnswersLoseTheirTestsWhateverTheSeed() {
        return ALL.stream().filter(KnownAnswersTest::hasHidden).flatMap(known -> wrongWhateverTheSeed(known));
    }

    private static <A> Stream<DynamicTest> wrongWhateverTheSeed(Known<A> known) {
        return known.wrong().stream().map(wrong -> DynamicTest.dynamicTest(known.exercise().name() + ": " + wrong.name(), () -> {
            for (long seed = 1; seed <= seeds(known, WRONG_SEEDS, 1); seed++) {
                Score score = known.score(wrong.answer(), seed);
                assertEquals(wrong.loses(), lost(score), "seed " + seed + ": " + score.results());
            }
        }));
    }

    /** A test with a million classes takes a second where others take a millisecond. */
    private static long seeds(Known<?> known, long ordinary, long slow) {
        return known.exercise() == Softmax.BACKWARD ? slow : ordinary;
    }

    private static boolean hasHidden(Known<?> known) {
        return !known.hidden().isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> theHiddenTestsAreFoundByTheirName() {
        return ALL.stream().map(known -> DynamicTest.dynamicTest(known.exercise().name(),
                () -> assertEquals(known.hidden(), Checker.hidden(known.exercise()))));
    }

    @TestFactory
    Stream<DynamicTest> everyHiddenTestGuardsAVisibleOne() {
        return ALL.stream().filter(known -> known.exercise().answer() != Answers.class)
                .map(known -> DynamicTest.dynamicTest(known.exercise().name(), () -> assertEquals(
                        names(List.of(known.exercise().checks()), Method::getName),
                        names(known.hidden(), test -> test.getAnnotation(Check.class).guards()))));
    }

    @TestFactory
    Stream<DynamicTest> wrongAnswersLoseTheirTests() {
        return ALL.stream().flatMap(known -> wrong(known));
    }

    @TestFactory
    Stream<DynamicTest> atLeastFourWrongAnswersAnExercise() {
        return ALL.stream().map(known -> DynamicTest.dynamicTest(known.exercise().name(), () -> assertTrue(known.wrong().size() >= 4)));
    }

    private static <A> Stream<DynamicTest> wrong(Known<A> known) {
        return known.wrong().stream().map(wrong -> DynamicTest.dynamicTest(known.exercise().name() + ": " + wrong.name(), () -> {
            Score score = known.score(wrong.answer(), SEED);
            assertEquals(wrong.loses(), lost(score), score.toString());
            String first = wrong.loses().iterator().next();
            Problem told = score.results().stream().filter(result -> result.test().equals(first)).findFirst().orElseThrow().problem().orElseThrow();
            assertTrue(told.key().equals(wrong.cause()), "expected the cause " + wrong.cause() + ", got " + told.key() + "\n" + score);
        }));
    }

    private static Set<String> lost(Score score) {
        return score.results().stream().filter(result -> !result.passed()).map(CheckResult::test).collect(Collectors.toSet());
    }

    private static <A> Score reference(Known<A> known, long seed) throws InterruptedException {
        return known.score(known.reference(), seed);
    }

    private static <A> Score blank(Known<A> known) throws InterruptedException {
        InvocationHandler stub = (proxy, method, arguments) -> {
            throw new UnsupportedOperationException("not written yet");
        };
        Class<A> type = known.exercise().answer();
        return known.score(type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, stub)), SEED);
    }

    private static Set<String> names(List<Class<?>> classes, Function<Method, String> name) {
        return classes.stream().flatMap(tests -> Tests.of(tests).stream()).map(name).collect(Collectors.toSet());
    }
}
