package homework.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homework.exercise.Answers;
import homework.exercise.Bank;
import homework.exercise.Check;
import homework.exercise.Exercise;
import homework.exercise.Known;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The bank of answers on the way of a submission: cells in a sandboxed runner, tests in this JVM. Each answer is a cell that calls it by
 * its place in the bank; for that, and in this test alone, the runner's class path has the tests' classes. Many answers to the exercises
 * of a notebook are cells of one submission, as if the notebook had an exercise for each.
 */
class BankThroughTheSandboxTest {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final long SEED = 20261201;
    /** Each exercise of a submission takes two threads, and a runner may have 120. */
    private static final int AT_ONCE = 40;

    /** An answer of the bank as a cell. */
    private record Asked(String id, Known<?> known, int wrong, Cell cell, Assignment.Task task) {

        String name() {
            return known.exercise().name() + ": " + (wrong == Bank.REFERENCE ? "the reference" : known.wrong().get(wrong).name());
        }

        Set<String> loses() {
            return wrong == Bank.REFERENCE ? Set.of() : Set.copyOf(known.wrong().get(wrong).loses());
        }
    }

    @TestFactory
    Stream<DynamicTest> eachAnswerLosesItsTestsAndNoOther() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        AtomicInteger graded = new AtomicInteger();
        try (Pool pool = new Pool(new Bubblewrap(installation(), Users.here()), 1)) {
            for (String notebook : Bank.BY_NOTEBOOK.keySet()) {
                List<Asked> all = asked(notebook);
                for (int from = 0; from < all.size(); from += AT_ONCE) {
                    List<Asked> asked = all.subList(from, Math.min(all.size(), from + AT_ONCE));
                    pool.order();
                    Map<String, Grading.Graded> points = grade(pool, notebook, asked);
                    for (Asked answer : asked) {
                        tests.add(DynamicTest.dynamicTest(notebook + ", " + answer.name(), () -> {
                            graded.incrementAndGet();
                            assertLoses(answer, points.get(answer.id));
                        }));
                    }
                }
            }
        }
        tests.add(DynamicTest.dynamicTest("all of the bank", () -> assertEquals(Bank.size(), graded.get())));
        return tests.stream();
    }

    private static void assertLoses(Asked answer, Grading.Graded graded) {
        List<String> tests = answer.task.tests().stream().map(Method::getName).toList();
        Map<String, Grading.Lost> lost = new LinkedHashMap<>();
        tests.forEach(test -> graded.lost(test).ifPresent(why -> lost.put(test, why)));
        assertEquals(answer.loses(), lost.keySet(), () -> answer.name() + " lost " + lost);
        if (answer.wrong != Bank.REFERENCE && !lost.isEmpty()) {
            Known.Wrong<?> wrong = answer.known.wrong().get(answer.wrong);
            assertEquals(wrong.cause(), lost.get(wrong.loses().iterator().next()).problem().key(), lost.toString());
        }
        int points = answer.task.tests().stream().filter(test -> graded.lost(test.getName()).isEmpty())
                .mapToInt(test -> test.getAnnotation(Check.class).points()).sum();
        assertTrue(answer.wrong != Bank.REFERENCE || points == answer.known.exercise().points(), "the reference earns all points");
    }

    private static Map<String, Grading.Graded> grade(Pool pool, String notebook, List<Asked> asked) throws Exception {
        Map<String, Assignment.Task> tasks = new LinkedHashMap<>();
        asked.forEach(answer -> tasks.put(answer.id, answer.task));
        Cell.Submission submission = new Cell.Submission("the bank", SEED, asked.stream().map(Asked::cell).toList());
        Grading grading = new Grading(pool, new Assignment(notebook, List.of(), tasks), submission, LIMIT);
        grading.run();
        assertEquals(List.of(), grading.remarks());
        return grading.graded();
    }

    private static List<Asked> asked(String notebook) throws ReflectiveOperationException {
        List<Asked> asked = new ArrayList<>();
        List<Known<?>> bank = Bank.BY_NOTEBOOK.get(notebook);
        for (int known = 0; known < bank.size(); known++) {
            for (int wrong = Bank.REFERENCE; wrong < bank.get(known).wrong().size(); wrong++) {
                asked.add(asked(notebook, known, wrong));
            }
        }
        return asked;
    }

    private static Asked asked(String notebook, int place, int wrong) throws ReflectiveOperationException {
        Known<?> known = Bank.BY_NOTEBOOK.get(notebook).get(place);
        Exercise<?> exercise = known.exercise();
        Method method = exercise.method();
        String id = exercise.name().replaceAll("\\W", "_") + "_" + (wrong + 1);
        String arguments = IntStream.range(0, method.getParameterCount()).mapToObj(i -> "a" + i).collect(Collectors.joining(", "));
        String parameters = IntStream.range(0, method.getParameterCount()).mapToObj(i -> method.getParameterTypes()[i].getCanonicalName() + " a" + i)
                .collect(Collectors.joining(", "));
        String source = "%s %s(%s) throws Exception {\n    return ((%s) homework.exercise.Bank.answer(\"%s\", %d, %d)).%s(%s);\n}".formatted(
                method.getReturnType().getCanonicalName(), id, parameters, exercise.answer().getCanonicalName(), notebook, place, wrong,
                method.getName(), arguments);
        Field field = fieldOf(exercise);
        List<Class<?>> hidden = exercise.answer() == Answers.class ? List.of() : known.hidden();
        return new Asked(id, known, wrong, new Cell(id, source), new Assignment.Task(exercise, field.getDeclaringClass().getName(), field.getName(),
                "(" + arguments + ") -> " + id + "(" + arguments + ")", hidden));
    }

    /** Where the library offers an exercise. */
    private static Field fieldOf(Exercise<?> exercise) throws ReflectiveOperationException {
        String checks = exercise.checks().getPackageName();
        for (String holder : List.of("start.DataAndSplits", "backprop.Activations", "backprop.Softmax", "backprop.ComputationGraph",
                "convnet.MnistConvnet", "convnet.Experiments")) {
            for (Field field : Class.forName("homework.exercise." + holder).getFields()) {
                if (field.getType() == Exercise.class && field.get(null) == exercise) {
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(exercise.name() + " of " + checks);
    }

    /** The library as students have it, and the tests' classes behind it. */
    private static Installation installation() throws IOException {
        List<Path> classPath = new ArrayList<>();
        try (Stream<Path> jars = Files.list(Path.of("target/lib"))) {
            jars.map(Path::toAbsolutePath).sorted().forEach(classPath::add);
        }
        classPath.add(Path.of("target/test-classes").toAbsolutePath());
        Path folder = Files.createDirectories(Path.of("target/grade").toAbsolutePath());
        Installation installation = new Installation(Path.of(System.getProperty("java.home")).toRealPath(), classPath, folder, Optional.empty());
        installation.unpackNatives();
        installation.writeFilter();
        return installation;
    }
}
