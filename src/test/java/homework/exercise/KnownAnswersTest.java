package homework.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
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
    static final List<Known<?>> ALL = Bank.BY_NOTEBOOK.values().stream().flatMap(List::stream).collect(Collectors.toList());

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
            Score score = reference(known);
            assertEquals(known.exercise().points(), score.points(), score.toString());
            assertTrue(score.points() > 0);
        }));
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
            Score score = known.score(wrong.answer());
            Set<String> lost = score.results().stream().filter(result -> !result.passed()).map(CheckResult::test)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            assertEquals(Set.copyOf(wrong.loses()), Set.copyOf(lost), score.toString());
            String first = wrong.loses().iterator().next();
            Problem told = score.results().stream().filter(result -> result.test().equals(first)).findFirst().orElseThrow().problem().orElseThrow();
            assertTrue(told.key().equals(wrong.cause()), "expected the cause " + wrong.cause() + ", got " + told.key() + "\n" + score);
        }));
    }

    private static <A> Score reference(Known<A> known) throws InterruptedException {
        return known.score(known.reference());
    }

    private static <A> Score blank(Known<A> known) throws InterruptedException {
        InvocationHandler stub = (proxy, method, arguments) -> {
            throw new UnsupportedOperationException("not written yet");
        };
        Class<A> type = known.exercise().answer();
        return known.score(type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, stub)));
    }

    private static Set<String> names(List<Class<?>> classes, Function<Method, String> name) {
        return classes.stream().flatMap(tests -> Tests.of(tests).stream()).map(name).collect(Collectors.toSet());
    }
}
