package homework;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Keeps the arrows between the packages: each may import what stands here and nothing else of ours. */
class ArchitectureTest {
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("data", Set.of()),
            Map.entry("gradient", Set.of()),
            Map.entry("plot", Set.of()),
            Map.entry("model", Set.of()),
            Map.entry("engine", Set.of("model")),
            Map.entry("training", Set.of("data", "model", "engine", "plot")),
            Map.entry("experiment", Set.of("training", "data", "model", "engine", "plot")),
            Map.entry("exercise", Set.of("gradient", "data")),
            Map.entry("grade", Set.of("exercise", "gradient")),
            Map.entry("notebook", Set.of("data", "gradient", "plot", "model", "engine", "training", "experiment",
                    "exercise", "grade")),
            Map.entry("bench", Set.of("data", "model", "engine")),
            Map.entry("doctor", Set.of()));

    private static final JavaClasses OURS = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("homework");

    @TestFactory
    Stream<DynamicTest> importsOnlyWhatTheDesignAllows() {
        return MAY_IMPORT.keySet().stream().sorted().map(name -> DynamicTest.dynamicTest(name, () -> arrow(name).check(OURS)));
    }

    @Test
    void everyPackageHasItsArrows() {
        Set<String> packages = OURS.stream().map(type -> type.getPackageName().replaceFirst("^homework\\.?", "").replaceFirst("\\..*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        packages.removeAll(MAY_IMPORT.keySet());
        assertEquals(Set.of(), packages, "give new packages their place in the design, and here");
        assertTrue(OURS.contain("homework.data.LabelledImages"), "the classes were found");
    }

    @Test
    void aForbiddenImportIsFound() {
        // The same rule, asked to forbid something that is there: if it cannot fail, it proves nothing.
        ArchRule rule = noClasses().that().resideInAPackage("homework.data..").should().dependOnClassesThat().resideInAnyPackage("org.nd4j..");
        assertTrue(rule.evaluate(OURS).hasViolation());
    }

    private static ArchRule arrow(String name) {
        Set<String> allowed = MAY_IMPORT.get(name);
        String[] forbidden = Stream.concat(Stream.of("homework"), MAY_IMPORT.keySet().stream()
                .filter(other -> !other.equals(name) && !allowed.contains(other)).map(other -> "homework." + other + ".."))
                .toArray(String[]::new);
        return noClasses().that().resideInAPackage("homework." + name + "..").should().dependOnClassesThat().resideInAnyPackage(forbidden)
                .because(name + " may import " + (allowed.isEmpty() ? "nothing of ours" : String.join(", ", new TreeSet<>(allowed)) + " alone"))
                // A package that has no classes yet breaks nothing.
                .allowEmptyShould(true);
    }
}
