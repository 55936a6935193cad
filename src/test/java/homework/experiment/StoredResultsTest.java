package homework.experiment;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored in data/results: every row says where it comes from, belongs to a definition, and no definition is without its rows. */
class StoredResultsTest {
    /** Figures whose runs are not complete yet: ./course reproduce trains what they lack. */
    private static final List<String> STILL_TO_RUN = List.of("kit-lab1/fig3", "kit-lab1/fig3-scaled", "nyu-2015/table3.4");

    private static final Store STORE = new Store(Path.of("data", "results"));

    static List<Sweep> sweeps() {
        return Sweeps.all();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kit-lab1", "nyu-2015"})
    void noRowIsDamaged(String report) {
        assertEquals(List.of(), STORE.read(report).damaged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kit-lab1", "nyu-2015"})
    void everyRowSaysWhereItComesFrom(String report) {
        List<Row> rows = STORE.read(report).rows();
        assertFalse(rows.isEmpty());
        assertAll(rows.stream().map(row -> () -> {
            Provenance from = row.provenance();
            String place = row.name() + ", seed " + row.seed() + ", epoch " + row.epoch();
            assertFalse(from.processor().isBlank(), place);
            assertTrue(from.threads() >= 1, place);
            assertTrue(from.java().matches("\\d+\\..*"), place);
            assertTrue(from.dl4j().matches("\\d+\\..*"), place);
            assertTrue(from.library().matches("\\d+\\..*"), place);
            assertFalse(LocalDate.parse(from.date()).isBefore(LocalDate.of(2026, 11, 21)), place);
            assertTrue(row.data().matches("[0-9a-f]{8}"), place);
            assertTrue(row.trainingSeconds() > 0 && row.evaluationSeconds() > 0, place);
            assertTrue(row.seed() >= 1, place);
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kit-lab1", "nyu-2015"})
    void everyRowHasADefinition(String report) {
        Map<String, Set<Long>> defined = Sweeps.all().stream().filter(sweep -> sweep.report().equals(report)).flatMap(sweep -> sweep.runs().stream())
                .collect(Collectors.groupingBy(Experiment::id, Collectors.mapping(Experiment::seed, Collectors.toSet())));
        Set<String> strangers = new TreeSet<>();
        for (Row row : STORE.read(report).rows()) {
            if (!defined.getOrDefault(row.id(), Set.of()).contains(row.seed())) {
                strangers.add(row.id() + " (" + row.name() + "), seed " + row.seed());
            }
        }
        assertEquals(Set.of(), strangers);
    }

    @Test
    void everyDefinitionHasItsRows() {
        Set<String> incomplete = new TreeSet<>();
        for (Sweep sweep : Sweeps.all()) {
            if (Reproduction.of(sweep.name()).state() != Reproduction.State.COMPLETE) {
                incomplete.add(sweep.name());
            }
        }
        assertEquals(new TreeSet<>(STILL_TO_RUN), incomplete);
    }

    @ParameterizedTest
    @MethodSource("sweeps")
    void rowsAreOfTheImagesAndStepsThatAreDefined(Sweep sweep) {
        Store.Content results = STORE.read(sweep.report());
        for (Experiment run : sweep.runs()) {
            Images.Part part = run.images().part();
            for (Row row : results.run(run)) {
                assertEquals(part.images(), row.train().examples());
                assertEquals(part.heldOutImages(), row.heldOut().examples());
                assertEquals((part.images() + run.batchSize() - 1) / run.batchSize(), row.train().steps());
            }
        }
    }

    @Test
    void theWrongAnswersOfARunAreAsManyAsItsErrors() {
        List<Row> told = Stream.of("kit-lab1", "nyu-2015").flatMap(report -> STORE.read(report).rows().stream()).filter(row -> row.wrong() != null).toList();
        assertFalse(told.isEmpty(), "a run that has ended tells its wrong answers");
        for (Row row : told) {
            assertEquals(row.heldOut().examples() - row.heldOut().correct(), row.wrong().size(), row.name() + ", seed " + row.seed());
        }
    }

    /** Same seed, same share of the images, whatever else differs: what the paired comparisons stand on. */
    @Test
    void oneSeedIsOneSplit() {
        Map<Long, Set<String>> checksums = STORE.read("kit-lab1").rows().stream().filter(row -> row.train().examples() == 4200)
                .collect(Collectors.groupingBy(Row::seed, Collectors.mapping(Row::data, Collectors.toSet())));
        assertNotNull(checksums.get(1L));
        checksums.forEach((seed, found) -> assertEquals(1, found.size(), "seed " + seed));
        assertEquals(checksums.size(), checksums.values().stream().flatMap(Set::stream).distinct().count());
    }
}
